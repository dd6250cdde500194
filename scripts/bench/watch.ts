/** Notes, inside the page, when one experiment was clicked, changed its state, and showed another figure. */
import type { Locator, Page } from 'playwright';

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

/** Where a reader who predicts nothing has everything shown. */
export const EVERYTHING = '.veil-note [data-does="everything"]:visible';

/** Has everything shown that waits for a prediction: what is hidden is cheap to draw. */
export async function unveil(element: Locator): Promise<void> {
  if ((await element.locator(EVERYTHING).count()) === 0) return;
  await element.locator(EVERYTHING).first().click();
  await element.and(element.page().locator(':not([data-veil])')).waitFor();
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

/** Presses the button of the run that is under way as soon as a figure of it has been shown, or it has come some way, or is over. */
export async function pressWhenShown(page: Page, id: string): Promise<void> {
  await page.evaluate(async (name) => {
    const { seen } = globalThis as unknown as Watching;
    const isDue = ({ what }: Seen): boolean =>
      what === 'shown' || (what.startsWith('state:') && what !== 'state:running');
    const progress = document.querySelector<HTMLProgressElement>(`#${name} progress`);
    const began = progress?.value;
    // A figure that shows one moment of the run stays as it is.
    const isOnTheWay = (): boolean =>
      seen.some(({ what }) => what === 'state:running') && progress?.value !== began;
    while (!seen.some(isDue) && !isOnTheWay()) await new Promise((resolve) => setTimeout(resolve));
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
