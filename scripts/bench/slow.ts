/** What a reader does with every experiment, on a device that is four times as slow: the longest task of each. */
import type { Locator, Page } from 'playwright';
import { experimentsIn, type Reading } from './browser.ts';
import type { Sizes } from './parts.ts';
import type { Add, Row } from './report.ts';
import { mark, traced, type Longest } from './tasks.ts';
import { EVERYTHING } from './watch.ts';

/**
 * A slow device by arithmetic: the thread's own time, so many times. The browser's own brake spins while the thread waits for
 * others, and so counts what other programs take.
 */
const SLOWER = 4;
/** Milliseconds that a task may take there. */
export const TASK_LIMIT = 50;
const MARK = 'svg:visible [data-handle]';
/** Controls that are dragged from end to end. */
const WIDE = '.controls :is([data-slides], [data-surface])';
/** An experiment in which nothing runs any more. */
const AT_REST = '[data-state]:not([data-state="running"]):not(:has([data-state="running"]))';
/** After so long, in milliseconds, a run will not end. */
const HANGS = 120_000;

/** An experiment on its page, and `part`, which has a deed of a name measured. */
interface Scene {
  readonly page: Page;
  readonly element: Locator;
  /** Milliseconds after which what a press has begun is over. */
  readonly moment: number;
  readonly part: (name: string, deed: () => Promise<void>) => Promise<void>;
}

/** A row for each thing done with each experiment of a lesson: its longest task, waits for a core left out. */
export async function slowUses(
  reading: Reading,
  lesson: string,
  { trials, moment }: Sizes,
  add: Add,
): Promise<void> {
  const address = reading.editions[0]?.at(lesson) ?? '';
  for (const { id } of await experimentsIn(reading, lesson)) {
    const values = new Map<string, number[]>();
    for (let trial = 0; trial < trials; trial += 1) {
      // What stops one experiment is said and breaks its limit; the others are measured all the same.
      const found = await longest(reading, address, id, moment).catch((error: unknown) => {
        console.error(`  ${id}:`, error);
        return new Map([['used to the end', NaN]]);
      });
      for (const [name, value] of found) values.set(name, [...(values.get(name) ?? []), value]);
    }
    for (const [name, all] of values)
      add({ ...slowFigure(`${id}: ${name}`, all), limit: TASK_LIMIT });
  }
}

/** The row of a longest task, without a limit: what cannot be held to one is printed all the same. */
export function slowFigure(name: string, values: readonly number[]): Row {
  return { name: `${name}, ${SLOWER} times as slow`, unit: 'ms', values };
}

/** Milliseconds of a task on the slow device; what one that is too long did is said. */
export function slowly(name: string, { busy, did }: Longest): number {
  const value = busy * SLOWER;
  if (value > TASK_LIMIT) console.log(`  ${name}: ${value.toFixed(0)} ms, at full speed: ${did}`);
  return value;
}

async function longest(
  reading: Reading,
  address: string,
  id: string,
  moment: number,
): Promise<ReadonlyMap<string, number>> {
  const page = await reading.browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(address, { waitUntil: 'load' });
    const element = page.locator(`#${id}`);
    const names = new Set<string>();
    const part: Scene['part'] = async (name, deed) => {
      names.add(name);
      await mark(page, `${name}:from`);
      await deed();
      await mark(page, `${name}:to`);
    };
    const task = await traced(reading.browser, page, () => useAll({ page, element, moment, part }));
    if (names.size === 0) throw new Error('It has nothing that could be used.');
    return new Map([...names].map((name) => [name, slowly(`${id}: ${name}`, task(name))]));
  } finally {
    await page.close();
  }
}

/** What is pressed, in this order, where the experiment has it: a name for the figure, and where it is. */
const PLAYED = [
  ['stopped, stepped', '[data-does="pause"], [data-does="play"]'],
  ['stopped, stepped', '[data-does="step"]'],
] as const;
const AFTER = [
  ['undone, redone', '[data-part="undo"]'],
  ['undone, redone', '[data-part="redo"]'],
  ['undone, redone', '[data-part="undo"]'],
  ['undone, redone', '[data-part="redo"]'],
  ['a deed done', '[data-part="actions"] button:not([aria-disabled="true"])'],
  ['a situation chosen', '[data-does="preset"]'],
  ['spread', '[data-part="spread-button"]'],
  ['spread run', '[data-part="spread-run"]'],
] as const;

/** Opens what waits for a prediction as a reader may, touches it, plays it, drags all that can be dragged, goes back and forth, spreads it, and puts it back. */
async function useAll(scene: Scene): Promise<void> {
  const { element } = scene;
  await element.scrollIntoViewIfNeeded();
  await press(scene, 'everything shown', EVERYTHING, ':not([data-veil])');
  await press(scene, 'touched', '[data-part="run"]');
  // All controls in sight; a situation may be chosen there.
  await element.evaluate((one) => one.querySelector('.more')?.setAttribute('open', ''));
  if ((await element.locator('[data-does="scrub"]:visible:enabled').count()) > 0) await play(scene);
  await press(scene, 'pinned', '[data-part="pin"]');
  for (const one of await draggable(scene)) await drag(scene, one, '');
  for (const [name, selector] of AFTER) await press(scene, name, selector);
  const [first] = await draggable(scene);
  if (first && (await element.locator('[data-part="spread"]').isVisible())) {
    await drag(scene, first, ', spread open');
  }
  await press(scene, 'reset', '[data-does="reset"]');
}

/** Presses the first of what is there and seen, and waits until the experiment is `then`: by itself, until nothing runs any more. */
async function press(
  { page, element, moment, part }: Scene,
  name: string,
  what: string,
  then = AT_REST,
): Promise<void> {
  const one = element.locator(what).filter({ visible: true }).first();
  if ((await one.count()) === 0) return;
  await aim(page, one);
  await part(name, async () => {
    await click(page);
    await page.waitForTimeout(moment);
    await element.and(page.locator(then)).waitFor({ timeout: HANGS });
  });
}

/** Plays the run, stops it, steps, and slides over it. */
async function play(scene: Scene): Promise<void> {
  const { page, element, moment, part } = scene;
  await press(scene, 'play pressed', '[data-does="play"]');
  await part('played', () => page.waitForTimeout(5 * moment));
  for (const [name, what] of PLAYED) await press(scene, name, what);
  const slider = element.locator('[data-does="scrub"]');
  await slider.focus();
  await part('slid over', async () => {
    await slider.press('Home');
    for (let i = 0; i < moment / 20; i += 1) await slider.press('ArrowRight');
    await slider.press('End');
  });
}

/** Sliders, pads, numbers of the text that belong to it, and the first mark of its figure. */
async function draggable({ page, element }: Scene): Promise<Locator[]> {
  const numbers = page.locator(`[data-drags="${await element.getAttribute('id')}"]:visible`);
  const marks = await element.locator(MARK).all();
  return [
    ...(await element.locator(WIDE).filter({ visible: true }).all()),
    ...(await numbers.all()),
    ...marks.slice(0, 1),
  ];
}

/** Brings the pointer over something; the click that Playwright makes would ask the page for its layout several times. */
async function aim(page: Page, what: Locator): Promise<{ x: number; y: number; width: number }> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error('What is to be used is not on screen.');
  const { x, y, width, height } = box;
  await page.mouse.move(x + width / 2, y + height / 2);
  return { x, y: y + height / 2, width };
}

async function click(page: Page): Promise<void> {
  await page.mouse.down();
  await page.mouse.up();
}

/** There and half the way back; then it is let go, and a run counts. */
async function drag(scene: Scene, what: Locator, when: string): Promise<void> {
  const { page, element, moment, part } = scene;
  const { x, y, width } = await aim(page, what);
  const isWide = await what.evaluate((one, wide) => one.matches(wide), WIDE);
  const from = x + (isWide ? 8 : width / 2);
  const reach = isWide ? width - 16 : 250;
  await page.mouse.move(from, y);
  await part(`dragged${when}`, async () => {
    await page.mouse.down();
    await page.mouse.move(from + reach, y, { steps: moment / 10 });
    await page.mouse.move(from + reach / 2, y, { steps: moment / 20 });
  });
  await part(`let go${when}`, async () => {
    await page.mouse.up();
    await page.waitForTimeout(moment);
    await element.and(page.locator(AT_REST)).waitFor({ timeout: HANGS });
  });
}
