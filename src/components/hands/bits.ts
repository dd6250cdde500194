/** A weight whose bits the reader flips. */
import { BITS } from '#words/src/components/hands/bits-words';
import { bitsOf, valueOf } from './float32.ts';

/** Wakes it, and presses again what was pressed before the code was here. Safe to call for every press. */
export function wakeBits(element: HTMLElement, came: Event): void {
  if (!('awake' in element.dataset)) listen(element);
  element.dataset['awake'] = '';
  if (came.type === 'click') (came.target as Element).closest('button')?.click();
}

/** Needs `data-weight` and `data-largest` on the element. */
function listen(element: HTMLElement): void {
  const part = (name: string): Element => element.querySelector(`[data-part="${name}"]`) as Element;
  const buttons = [...element.querySelectorAll<HTMLButtonElement>('[data-bit]')];
  const trained = Number(element.dataset['weight']);
  const step = Number(element.dataset['largest']) / 127;
  let bits = bitsOf(trained);

  const show = (): void => {
    for (const [i, button] of buttons.entries()) {
      const bit = String(bits[i]);
      button.textContent = bit;
      button.dataset['bit'] = bit;
      // A name ends with the bit.
      button.ariaLabel = `${button.ariaLabel?.slice(0, -1)}${bit}`;
    }
    const value = valueOf(bits);
    part('value').textContent = BITS.shown(value);
    const by = Math.abs(value - Math.fround(trained));
    const told = Number.isFinite(value) ? BITS.moved(by, by / step) : BITS.broken;
    part('status').textContent = `${BITS.now(value)} ${by === 0 ? BITS.same : told}`;
  };
  const press = ({ target }: Event): void => {
    const button = (target as Element).closest('button');
    if (!button) return;
    const at = buttons.indexOf(button);
    bits = at < 0 ? bitsOf(trained) : bits.map((bit, i) => (i === at ? 1 - bit : bit));
    show();
  };
  element.addEventListener('click', press);
}
