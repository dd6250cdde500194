import { bring, Model } from './host.js';

const model = new Model({ seed: 2 });
const told = document.querySelector('#told');
model.on('saved', (values) => (told.textContent = JSON.stringify(values)));
const show = await bring('./first-look.js', model);
await show(document.querySelector('#cell'));

// A second view of the same model; pressed again, it goes.
const again = document.querySelector('#again');
let leave;
again.addEventListener('click', async () => {
  if (leave) leave();
  leave = leave ? undefined : await show(document.querySelector('#second'));
});
