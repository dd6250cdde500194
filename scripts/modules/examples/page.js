import { mount } from './batch-bench.js';
import { mount as mountJar } from './tail-jar.js';

const bench = await mount(document.querySelector('#bench'), { maxBatch: 8 });
await mountJar(document.querySelector('#jar'));

// The page moves a setting of the experiment …
const slider = document.querySelector('#batch');
slider.addEventListener('change', () => bench.set('maxBatch', Number(slider.value)));
// … and reads back what a reader has set in it, and what came of it.
bench.on('change:maxBatch', () => (slider.value = bench.get('maxBatch')));
const say = () =>
  (document.querySelector('#p99').textContent = `99 of 100 within ${bench.get('p99')} ms`);
bench.on('change:p99', say);
say();
