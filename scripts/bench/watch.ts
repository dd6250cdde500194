/** Notes, inside the page, when one experiment was clicked, changed its state, and showed another figure. */
import type { Page } from 'playwright';

/** One thing that happened, in milliseconds of the page's clock; `shown` is the frame after a new figure. */
export interface Seen {
  readonly what: 'click' | 'figure' | 'shown' | 'spread' | `state:${string}`;
  readonly at: number;
}

interface Watching {
  seen: Seen[];
}

/** Begins to watch the experiment with that id. Runs in the page: it can use nothing from out here. */
export async function watch(page: Page, id: string): Promise<void> {
  await page.evaluate((name) => {
    const seen: Seen[] = [];
    Object.assign(globalThis, { seen });
    const element = document.getElementById(name);
    if (!element) throw new Error(`There is no experiment ${name}.`);
    // The book's own veil would hide what is to be drawn, and so make drawing cheap.
    delete element.dataset['veil'];
    const note = (what: Seen['what'], at = performance.now()): void => void seen.push({ what, at });
    element.addEventListener('click', (event) => note('click', event.timeStamp), true);
    new MutationObserver(() => note(`state:${element.dataset['state'] ?? ''}`)).observe(element, {
      attributeFilter: ['data-state'],
    });
    const follow = (part: string, changed: () => void): void => {
      const place = element.querySelector(`[data-part="${part}"]`);
      if (!place) throw new Error(`${name} has no part ${part}.`);
      new MutationObserver(changed).observe(place, { childList: true });
    };
    follow('figure', () => {
      note('figure');
      requestAnimationFrame(() => setTimeout(() => note('shown')));
    });
    element.addEventListener('spread', () => note('spread'));
  }, id);
}

/** Forgets what was seen so far. */
export async function forget(page: Page): Promise<void> {
  await page.evaluate(() => void ((globalThis as unknown as Watching).seen.length = 0));
}

/** Everything seen since. */
export async function seenBy(page: Page): Promise<readonly Seen[]> {
  return page.evaluate(() => (globalThis as unknown as Watching).seen);
}

/** Waits until something has been seen `times` times; fails after a minute. */
export async function until(page: Page, what: Seen['what'], times = 1): Promise<void> {
  await page.waitForFunction(
    ([name, count]) =>
      (globalThis as unknown as Watching).seen.filter((one) => one.what === name).length >= count,
    [what, times] as const,
    { timeout: 60_000, polling: 20 },
  );
}

/** Presses the button of the run that is under way as soon as a figure of it has been shown, or it is over. */
export async function pressWhenShown(page: Page, id: string): Promise<void> {
  await page.evaluate(async (name) => {
    const { seen } = globalThis as unknown as Watching;
    const isDue = ({ what }: Seen): boolean =>
      what === 'shown' || (what.startsWith('state:') && what !== 'state:running');
    while (!seen.some(isDue)) await new Promise((resolve) => setTimeout(resolve));
    document.querySelector<HTMLElement>(`#${name} [data-part="run"]`)?.click();
  }, id);
}

/** Milliseconds from the last click to the first time that something was seen after it. */
export function afterClick(seen: readonly Seen[], what: (one: Seen) => boolean): number {
  const click = seen.findLast((one) => one.what === 'click');
  const found = seen.find((one) => click && one.at >= click.at && what(one));
  if (!click || !found) throw new Error(`Not seen after a click: ${JSON.stringify(seen)}`);
  return found.at - click.at;
}
