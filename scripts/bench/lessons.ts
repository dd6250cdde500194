/** Both lessons, used as a reader uses them, under a trace. */
import type { Locator, Page } from 'playwright';
import type { Edition, Reading } from './browser.ts';
import { mark, traced, type Longest } from './tasks.ts';
import { afterClick, forget, seenBy, until, watch } from './watch.ts';

/** What one trial measured: milliseconds by name. */
export type Trial = Readonly<Record<string, number>>;

/** A lesson in one edition, as it is tried again and again. */
export interface Scene {
  readonly name: string;
  readonly try: () => Promise<Trial>;
}

/** A task that is said in full, in milliseconds. */
const TOO_LONG = 50;

/** Every lesson in every edition, the model on both back ends that need no graphics card. */
export function scenes(reading: Reading): Scene[] {
  return reading.editions.flatMap((edition) => [
    { name: `batch-bench ${edition.name}`, try: () => bench(reading, edition) },
    ...['wasm', 'cpu'].map((backend) => ({
      name: `distribution-shift on ${backend} ${edition.name}`,
      try: () => shift(reading, edition, backend),
    })),
  ]);
}

async function opened(reading: Reading, address: string, id: string): Promise<[Page, Locator]> {
  const page = await reading.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address, { waitUntil: 'load' });
  const element = page.locator(`#${id}`);
  await element.locator('[data-part="form"]').scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  await watch(page, id);
  return [page, element];
}

/** Drags a slider (the code and the worker arrive meanwhile), spreads it, asks for a million requests, stops one. */
async function bench(reading: Reading, edition: Edition): Promise<Trial> {
  const address = edition.at('latency-and-throughput');
  const [page, element] = await opened(reading, address, 'latency-batching');
  const trial: Record<string, number> = {};
  const task = await traced(reading.browser, page, async () => {
    await mark(page, 'drag:from');
    await drag(page, element.locator('[data-slides="maxBatch"]'));
    await until(page, 'state:done');
    await mark(page, 'drag:to');
    await mark(page, 'spread:from');
    await element.locator('[data-does="spread"]').click();
    await until(page, 'spread');
    await mark(page, 'spread:to');
    await element.locator('[data-does="spread"]').click();
    await element.locator('.more > summary').click();
    await forget(page);
    await mark(page, 'million:from');
    await element.locator('[name="requests"]').fill('1000000');
    await element.locator('[name="requests"]').press('Enter');
    await until(page, 'state:done');
    await mark(page, 'million:to');
  });
  for (const part of ['drag', 'spread', 'million']) keepLongest(trial, part, task(part));
  trial['stop answered'] = await stopAfter(page, element, 30);
  await page.close();
  return trial;
}

async function drag(page: Page, slider: Locator): Promise<void> {
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider is not on screen.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 8, y, { steps: 3 });
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 8, y, { steps: 60 });
  await page.mouse.move(box.x + box.width / 2, y, { steps: 30 });
  await page.mouse.up();
}

/** Trains for the first time (code, worker and data arrive), again when warm, and once more to be stopped. */
async function shift(reading: Reading, edition: Edition, backend: string): Promise<Trial> {
  const address = edition.at('a-model-goes-abroad', `?backend=${backend}`);
  const [page, element] = await opened(reading, address, 'abroad-digits');
  const trial: Record<string, number> = {};
  const train = element.locator('[data-part="run"]');
  const task = await traced(reading.browser, page, async () => {
    await mark(page, 'train:from');
    await train.click();
    await until(page, 'state:done');
    await mark(page, 'train:to');
  });
  keepLongest(trial, 'train', task('train'));
  await forget(page);
  await train.click();
  await until(page, 'state:done');
  trial['first point, warm'] = afterClick(await seenBy(page), ({ what }) => what === 'shown');
  trial['stop answered'] = await stopAfter(page, element, 300);
  const used = await element.locator('[data-part="status"]').textContent();
  if (!used) throw new Error('The run does not say what became of it.');
  await page.close();
  return trial;
}

function keepLongest(trial: Record<string, number>, part: string, task: Longest): void {
  trial[`longest task, ${part}`] = task.wall;
  trial[`longest task, ${part}, waits for a core left out`] = task.busy;
  if (task.wall > TOO_LONG) console.log(`  ${part}: ${task.wall.toFixed(1)} ms: ${task.did}`);
}

/** Runs, and presses the same button again after a while; how long until the page says that the run has stopped. */
async function stopAfter(page: Page, element: Locator, delay: number): Promise<number> {
  await forget(page);
  const button = element.locator('[data-part="run"]');
  await button.click();
  await page.waitForTimeout(delay);
  await button.click();
  await until(page, 'click', 2);
  await page.waitForTimeout(500);
  const seen = await seenBy(page);
  const second = seen.findLastIndex((one) => one.what === 'click');
  const before = seen.slice(0, second).findLast((one) => one.what.startsWith('state:'));
  // The run was over before it could be stopped: nothing was measured.
  if (before?.what !== 'state:running') return Number.NaN;
  return afterClick(seen, ({ what }) => what.startsWith('state:') && what !== 'state:running');
}
