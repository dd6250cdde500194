import { chromium } from '@playwright/test';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const p=await b.newPage({viewport:{width:1366,height:768}});
p.on('console',m=>{if(m.type()=='error')console.log('ERR',m.text())});p.on('pageerror',e=>console.log('PE',e.message));
await p.goto('http://localhost:4823/lessons/the-labels-change/',{waitUntil:'networkidle'});
const shot=(n)=>p.screenshot({path:`/tmp/w/readers/lc/${n}.png`});
const main=()=>p.evaluate(()=>document.querySelector('main').innerText);
const fig=async(n)=>{const m=await main();const a=m.indexOf('32 digits as they'),z=m.indexOf('A class that does not exist cannot be',a);console.log('##',n,m.slice(a,z).replace(/\n+/g,' / '))};
// the share number input before prediction
const sl=p.locator('input[type=number]').first();
console.log('share attrs',await sl.evaluate(e=>e.outerHTML));
await sl.fill('20');await sl.press('Tab');await p.waitForTimeout(300);console.log('share val',await sl.inputValue());
await p.getByRole('button',{name:'Train',exact:true}).click();await p.waitForTimeout(5000);await fig('pre-prediction run at 20');
await p.screenshot({path:'/tmp/w/readers/lc/c0.png'});
// prediction 1 skip
await p.getByRole('button',{name:'Skip the prediction'}).first().click();await p.waitForTimeout(4000);await fig('after skip');
// pred 2
const boxes=p.locator('input[type=text]:visible');
console.log('boxes',await boxes.count());
await p.locator('form:visible').filter({hasText:'Commit and see'}).first().locator('input[type=text]').fill('40');
await p.getByRole('button',{name:'Commit and see'}).first().click();await p.waitForTimeout(6000);
const rc=p.getByRole('button',{name:'Run it and compare'}).first();if(await rc.isVisible().catch(()=>0)){await rc.click();await p.waitForTimeout(8000);}
let m=await main();let a=m.indexOf('New labels, with the old');console.log(m.slice(a,a+2600));await fig('after pred2');await shot('c1');
for(const q of ['Would it help to ask a person?','What does it learn, and what does it forget?','What is a year like, beside a benchmark?']){const s=p.locator('summary',{hasText:q});if(await s.isVisible()){await s.click();await p.waitForTimeout(700);await s.scrollIntoViewIfNeeded();await s.evaluate(e=>e.scrollIntoView({block:'start'}));await p.evaluate(()=>scrollBy(0,-80));await p.waitForTimeout(300);await shot('q-'+q.slice(0,10).replace(/ /g,''));console.log(q,await s.evaluate(e=>e.parentElement.innerText.replace(/\n+/g,' / ')))}else console.log(q,'hidden');}
// Q1
await p.getByRole('button',{name:'Set the experiment to the start'}).click();await p.waitForTimeout(6000);await fig('start');
m=await main();a=m.indexOf('Bring the experiment to this goal');console.log(m.slice(a,a+500));
await shot('c2');
await p.context().storageState({path:'/tmp/w/readers/lc/st.json',indexedDB:true}).catch(e=>console.log(e.message));
await b.close();
