/** Every slider and the first mark of every experiment, dragged on a device that is four times as slow. */
import type { Locator, Page } from 'playwright';
import type { Reading } from './browser.ts';
import type { Row } from './report.ts';
import { mark, traced } from './tasks.ts';

const SLOWER = 4;
const LIMIT = 50;
const MARK = 'svg:visible [data-handle]';

/** A row for each experiment of a lesson: its longest task while something in it is dragged, waits for a core left out. */
export async function slowDrags(
  reading: Reading,
  lessons: readonly string[],
  trials: number,
): Promise<Row[]> {
  const [web] = reading.editions;
  if (!web) return [];
  const rows: Row[] = [];
  for (const lesson of lessons) {
    for (const id of await experimentsOf(reading, web.at(lesson))) {
      const values: number[] = [];
      for (let trial = 0; trial < trials; trial += 1) {
        values.push(await longest(reading, web.at(lesson), id));
      }
      const name = `${id}: longest task, dragged, the processor slowed ${SLOWER} times`;
      rows.push({ name, unit: 'ms', values, limit: LIMIT });
    }
  }
  return rows;
}

async function experimentsOf(reading: Reading, address: string): Promise<string[]> {
  const page = await reading.browser.newPage();
  await page.goto(address);
  const ids = await page.locator('.experiment').evaluateAll((all) => all.map(({ id }) => id));
  await page.close();
  return ids;
}

async function longest(reading: Reading, address: string, id: string): Promise<number> {
  const page = await reading.browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(address, { waitUntil: 'load' });
    const element = page.locator(`#${id}`);
    await open(page, element);
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const task = await traced(reading.browser, page, async () => {
      await mark(page, 'drags:from');
      for (const one of await draggable(element)) await drag(page, one);
      await mark(page, 'drags:to');
    });
    const { busy } = task('drags');
    console.log(`${id}, dragged slowly: ${busy.toFixed(0)} ms`);
    return busy;
  } finally {
    await page.close();
  }
}

/** Awake, nothing held back, all controls in sight. */
async function open(page: Page, element: Locator): Promise<void> {
  await element.evaluate((one: HTMLElement) => {
    delete one.dataset['veil'];
    one.querySelector('.more')?.setAttribute('open', '');
    one.querySelector<HTMLElement>('[data-does="undo"]')?.focus();
  });
  await page.waitForTimeout(1000);
}

async function draggable(element: Locator): Promise<Locator[]> {
  const sliders = await element.locator('[data-slides]:visible').all();
  const marks = element.locator(MARK);
  return (await marks.count()) > 0 ? [...sliders, marks.first()] : sliders;
}

/** There and half the way back, and a moment for the run that then counts. */
async function drag(page: Page, what: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error('What is to be dragged is not on screen.');
  const isSlider = (await what.getAttribute('data-slides')) !== null;
  const reach = isSlider ? box.width - 16 : 250;
  const from = box.x + (isSlider ? 8 : box.width / 2);
  const y = box.y + box.height / 2;
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(from + reach, y, { steps: 40 });
  await page.mouse.move(from + reach / 2, y, { steps: 20 });
  await page.mouse.up();
  await page.waitForTimeout(500);
}
