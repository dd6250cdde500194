/** What a reader does with every experiment, on a device that is four times as slow: the longest task of each. */
import type { Locator, Page } from 'playwright';
import type { Reading } from './browser.ts';
import type { Row } from './report.ts';
import { mark, traced, type Longest } from './tasks.ts';
import { until, watch } from './watch.ts';

/**
 * A slow device by arithmetic: the thread's own time, so many times. The browser's own brake spins while the thread waits for
 * others, and so counts what other programs take.
 */
const SLOWER = 4;
/** Milliseconds that a task may take there. */
export const TASK_LIMIT = 50;
const MARK = 'svg:visible [data-handle]';
/** Until what a press has begun is over. */
const MOMENT = 400;

/** An experiment on its page, and `part`, which has a deed of a name measured. */
interface Scene {
  readonly page: Page;
  readonly element: Locator;
  readonly part: (name: string, deed: () => Promise<void>) => Promise<void>;
}

/** A row for each thing done with each experiment of a lesson: its longest task, waits for a core left out. */
export async function slowUses(
  reading: Reading,
  lesson: string,
  trials: number,
): Promise<readonly Row[]> {
  const [web] = reading.editions;
  if (!web) return [];
  const rows: Row[] = [];
  for (const id of await experimentsOf(reading, web.at(lesson))) {
    const values = new Map<string, number[]>();
    for (let trial = 0; trial < trials; trial += 1) {
      for (const [name, value] of await longest(reading, web.at(lesson), id)) {
        values.set(name, [...(values.get(name) ?? []), value]);
      }
    }
    for (const [name, all] of values) rows.push(slowRow(`${id}: ${name}`, all));
  }
  return rows;
}

/** The row of a longest task. */
function slowRow(name: string, values: readonly number[]): Row {
  return { ...slowFigure(name, values), limit: TASK_LIMIT };
}

/** The same without a limit: what cannot be held to it is printed all the same. */
export function slowFigure(name: string, values: readonly number[]): Row {
  return { name: `${name}, ${SLOWER} times as slow`, unit: 'ms', values };
}

/** Milliseconds of a task on the slow device; what one that is too long did is said. */
export function slowly(name: string, { busy, did }: Longest): number {
  const value = busy * SLOWER;
  if (value > TASK_LIMIT) console.log(`  ${name}: ${value.toFixed(0)} ms, at full speed: ${did}`);
  return value;
}

async function experimentsOf(reading: Reading, address: string): Promise<string[]> {
  const page = await reading.browser.newPage();
  await page.goto(address);
  const ids = await page.locator('.experiment').evaluateAll((all) => all.map(({ id }) => id));
  await page.close();
  return ids;
}

async function longest(
  reading: Reading,
  address: string,
  id: string,
): Promise<ReadonlyMap<string, number>> {
  const page = await reading.browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(address, { waitUntil: 'load' });
    await watch(page, id);
    const element = page.locator(`#${id}`);
    // All controls in sight; a situation may be chosen there.
    await element.evaluate((one) => one.querySelector('.more')?.setAttribute('open', ''));
    const names = new Set<string>();
    const part: Scene['part'] = async (name, deed) => {
      names.add(name);
      await mark(page, `${name}:from`);
      await deed();
      await mark(page, `${name}:to`);
    };
    const task = await traced(reading.browser, page, () => useAll({ page, element, part }));
    return new Map([...names].map((name) => [name, slowly(`${id}: ${name}`, task(name))]));
  } finally {
    await page.close();
  }
}

/** Touches it, drags all that can be dragged, goes back and forth, spreads it, drags once more, and puts it back. */
async function useAll({ page, element, part }: Scene): Promise<void> {
  const press = async (name: string, selector: string): Promise<void> => {
    await aim(page, element.locator(selector).first());
    await part(name, async () => {
      await click(page);
      await page.waitForTimeout(MOMENT);
    });
  };
  await element.locator('[data-part="run"]').scrollIntoViewIfNeeded();
  await part('touched', async () => {
    await aim(page, element.locator('[data-part="run"]'));
    await click(page);
    await until(page, 'state:done');
    await page.waitForTimeout(MOMENT);
  });
  await play(element, press, part);
  await press('pinned', '[data-part="pin"]');
  for (const one of await draggable(element)) await drag(page, one, part, '');
  for (const way of ['undo', 'redo'] as const) {
    await press('undone, redone', `[data-part="${way}"]`);
    await press('undone, redone', `[data-part="${way}"]`);
  }
  if (await element.locator('[data-does="preset"]').first().isVisible()) {
    await press('a situation chosen', '[data-does="preset"]');
  }
  if (await element.locator('[data-part="spread-button"]').isVisible()) {
    await press('spread', '[data-part="spread-button"]');
    await press('spread run', '[data-part="spread-run"]');
    const [first] = await draggable(element);
    if (first) await drag(page, first, part, ', spread open');
  }
  await press('reset', '[data-does="reset"]');
}

/** Plays the run, stops it, steps, and slides over it. */
async function play(
  element: Locator,
  press: (name: string, selector: string) => Promise<void>,
  part: Scene['part'],
): Promise<void> {
  const slider = element.locator('[data-does="scrub"]');
  if (!(await slider.isVisible())) return;
  await press('play pressed', '[data-does="play"]');
  await part('played', () => slider.page().waitForTimeout(5 * MOMENT));
  await press('stopped, stepped', '[data-does="pause"], [data-does="play"]');
  await press('stopped, stepped', '[data-does="step"]');
  await slider.focus();
  await part('slid over', async () => {
    await slider.press('Home');
    for (let i = 0; i < 20; i += 1) await slider.press('ArrowRight');
    await slider.press('End');
  });
}

async function draggable(element: Locator): Promise<Locator[]> {
  const sliders = await element.locator('.controls [data-slides]:visible').all();
  const marks = element.locator(MARK);
  return (await marks.count()) > 0 ? [...sliders, marks.first()] : sliders;
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
async function drag(page: Page, what: Locator, part: Scene['part'], when: string): Promise<void> {
  const { x, y, width } = await aim(page, what);
  const isSlider = (await what.getAttribute('data-slides')) !== null;
  const from = x + (isSlider ? 8 : width / 2);
  const reach = isSlider ? width - 16 : 250;
  await page.mouse.move(from, y);
  await part(`dragged${when}`, async () => {
    await page.mouse.down();
    await page.mouse.move(from + reach, y, { steps: 40 });
    await page.mouse.move(from + reach / 2, y, { steps: 20 });
  });
  await part(`let go${when}`, async () => {
    await page.mouse.up();
    await page.waitForTimeout(MOMENT);
  });
}
