/** A hundred changes in five seconds: every control and button of an experiment, as fast as no reader can. */
import type { Page } from 'playwright';
import type { Random } from '../../../widgets/kit/numbers/random.ts';

/** How many changes, and in how many milliseconds. */
export interface Pace {
  readonly changes: number;
  readonly ms: number;
}

/** Makes the changes that chance picks; resolves with what was done, in words, to be done again by hand. */
export function mash(
  page: Page,
  id: string,
  random: Random,
  { changes, ms }: Pace,
): Promise<readonly string[]> {
  const draws = Array.from(
    { length: changes },
    () => [random.uniform(), random.uniform()] as const,
  );
  return page.evaluate(mashInPage, { id, draws, pause: ms / changes });
}

/** Brings it back in sight, without which no model trains; stops what is played, and waits until the address knows of it. */
export async function pause(page: Page, id: string): Promise<void> {
  await page.evaluate(async (name) => {
    const element = document.getElementById(name);
    element
      ?.querySelector('[data-part="figure"]')
      ?.scrollIntoView({ block: 'center', behavior: 'instant' });
    element?.querySelector<HTMLElement>('[data-does="pause"]')?.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
  }, id);
}

interface Order {
  readonly id: string;
  readonly draws: readonly (readonly [number, number])[];
  readonly pause: number;
}

/** Runs in the page: it can use nothing from out here. */
async function mashInPage({ id, draws, pause }: Order): Promise<string[]> {
  const element = document.getElementById(id);
  if (!element) throw new Error(`There is no experiment ${id}.`);
  // Files and the clipboard are no part of an experiment's state.
  const leave =
    '[data-does="csv"], [data-does="link"], [data-does="cite"], [data-part="spread-csv"]';
  // What sets it in the text belongs to it: numbers that are dragged, words that set it up.
  const inText = `[data-drags="${id}"] [data-handle], [data-sets-up="${id}"] button`;
  const parts = (): HTMLElement[] =>
    [
      ...element.querySelectorAll<HTMLElement>('input:not([type="hidden"]), select, button'),
      ...document.querySelectorAll<HTMLElement>(inText),
    ].filter(
      (one) =>
        !one.matches(leave) && !one.closest('[hidden]') && !(one as HTMLInputElement).disabled,
    );
  const tell = (one: HTMLElement, type: string): boolean =>
    one.dispatchEvent(new Event(type, { bubbles: true }));
  const slide = (one: HTMLInputElement, to: number): void => {
    const [min, max] = [Number(one.min), Number(one.max)];
    const from = Number(one.value);
    const end = Math.round(min + (max - min) * to);
    for (const share of [0.3, 0.7, 1]) {
      one.value = String(Math.round(from + (end - from) * share));
      tell(one, 'input');
    }
    tell(one, 'change');
  };
  const type = (one: HTMLInputElement, to: number): void => {
    const [min, max] = [Number(one.min), Number(one.max)];
    const whole = Math.round(min + (max - min) * to);
    const odd = ['', '-1', '1e9', 'x', '0.5'][Math.floor(to * 50)];
    // A million requests fifty times over would only measure patience.
    one.value = odd ?? String(Math.min(whole, 20_000));
    tell(one, 'input');
    tell(one, 'change');
  };
  const operate = (one: HTMLElement, to: number): string => {
    const name =
      one.dataset['does'] ??
      one.dataset['slides'] ??
      one.getAttribute('name') ??
      one.dataset['part'] ??
      `“${one.textContent.trim()}”`;
    if (one instanceof HTMLSelectElement) {
      one.selectedIndex = Math.floor(to * one.options.length);
      tell(one, 'input');
      tell(one, 'change');
      return `${name}=${one.value}`;
    }
    if (one instanceof HTMLInputElement) {
      if (one.type === 'range') slide(one, to);
      else if (one.type === 'number') type(one, to);
      else return '';
      return `${name}=${one.value}`;
    }
    if (one.role === 'slider') {
      const key = ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'PageUp'][Math.floor(to * 5)] ?? '';
      for (const type of ['keydown', 'keyup'])
        one.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
      return `${one.ariaLabel} ${key}`;
    }
    one.click();
    return `${name}${one.dataset['of'] ? ` ${one.dataset['of']}` : ''}`;
  };
  const done: string[] = [];
  for (const [which, to] of draws) {
    const list = parts();
    const one = list[Math.floor(which * list.length)];
    if (one) done.push(operate(one, to));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return done;
}
