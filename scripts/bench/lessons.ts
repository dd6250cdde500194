/** Every experiment of every lesson, used as a reader uses it, under a trace. */
import type { Locator, Page } from 'playwright';
import { experimentsIn, type Edition, type Found, type Reading } from './browser.ts';
import type { Sizes } from './parts.ts';
import { spreadModels } from './spread-of-models.ts';
import { mark, traced, type Longest } from './tasks.ts';
import { askingForAMillion, partsOf } from './uses.ts';
import {
  afterClick,
  forget,
  pressWhenShown,
  seenBy,
  unveil,
  until,
  watch,
  type Seen,
} from './watch.ts';

/** What one trial measured: milliseconds by name. */
export type Trial = Readonly<Record<string, number>>;

/** An experiment in one edition, as it is tried again and again. */
interface Scene {
  readonly name: string;
  readonly try: () => Promise<Trial>;
}

/** A task that is said in full, in milliseconds. */
const TOO_LONG = 50;
/** A stop may take so long, in milliseconds; a run that is over sooner needs none. */
export const STOP_LIMIT = 200;

/** Every experiment in every edition, a model on both back ends that need no graphics card. */
export async function scenes(
  reading: Reading,
  lessons: readonly string[],
  sizes: Sizes,
): Promise<readonly Scene[]> {
  const all: Scene[] = [];
  for (const lesson of lessons) {
    // In the text an experiment has no buttons: `slow` drags what it has.
    const found = (await experimentsIn(reading, lesson)).filter(({ isInline }) => !isInline);
    const list = reading.editions.flatMap((edition) =>
      found.flatMap((one) => scenesOf(reading, edition, one)),
    );
    all.push(...list.slice(0, sizes.scenes));
  }
  return all;
}

function scenesOf(reading: Reading, edition: Edition, one: Found): readonly Scene[] {
  if (!one.learns)
    return [{ name: `${one.id} ${edition.name}`, try: () => simulating(reading, edition, one) }];
  return ['wasm', 'cpu'].map((backend) => ({
    name: `${one.id} on ${backend} ${edition.name}`,
    try: () => learning(reading, edition, one, backend),
  }));
}

async function opened(reading: Reading, address: string, id: string): Promise<[Page, Locator]> {
  const page = await reading.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address, { waitUntil: 'load' });
  const element = page.locator(`#${id}`);
  await element.locator('[data-part="form"]').scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  await unveil(element);
  await watch(page, id);
  return [page, element];
}

/** Drags the first slider (the code and the worker arrive meanwhile), spreads it, asks for a million requests, stops one. */
async function simulating(reading: Reading, edition: Edition, one: Found): Promise<Trial> {
  const [page, element] = await opened(reading, edition.at(one.lesson), one.id);
  const trial: Record<string, number> = {};
  const parts = await partsOf(element);
  const task = await traced(reading.browser, page, async () => {
    for (const { name, use } of parts) {
      await mark(page, `${name}:from`);
      await use(page, element);
      await mark(page, `${name}:to`);
    }
  });
  for (const { name } of parts) keepLongest(trial, name, task(name));
  const lasts = parts.some(({ use }) => use === askingForAMillion);
  const run = element.locator('[data-part="run"]');
  const runAndStop = async (): Promise<void> => {
    await run.click();
    await page.waitForTimeout(30);
    await run.click();
  };
  Object.assign(trial, await stopping(page, runAndStop, lasts));
  await page.close();
  return trial;
}

/** Trains for the first time (code, worker and data arrive), again when warm, and once more to be stopped. */
async function learning(
  reading: Reading,
  edition: Edition,
  { lesson, id }: Found,
  backend: string,
): Promise<Trial> {
  const address = edition.at(lesson, `?backend=${backend}`);
  const [page, element] = await opened(reading, address, id);
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
  const seen = await seenBy(page);
  // A figure that shows a moment of the run may be the same after it.
  if (seen.some(isShown)) trial['first point, warm'] = afterClick(seen, isShown);
  // Pressed by the page itself at the first point: a small model has learned all before a pause out here is over.
  const trainAndStop = async (): Promise<void> => {
    await Promise.all([pressWhenShown(page, id), train.click()]);
  };
  Object.assign(trial, await stopping(page, trainAndStop));
  const used = await element.locator('[data-part="status"]').textContent();
  if (!used) throw new Error('The run does not say what became of it.');
  Object.assign(trial, await spreadModels(page, id));
  await page.close();
  return trial;
}

function keepLongest(trial: Record<string, number>, part: string, task: Longest): void {
  trial[`longest task, ${part}`] = task.busy;
  trial[`by the clock on the wall, ${part}`] = task.wall;
  if (task.busy > TOO_LONG) console.log(`  ${part}: ${task.busy.toFixed(1)} ms: ${task.did}`);
}

/**
 * Runs and stops: how long until the page says that the run has stopped. Nothing where the run was over before it could be
 * stopped, and sooner than a stop may take; `NaN`, which breaks the limit, where it had lasted longer, or is known to `last`.
 */
async function stopping(
  page: Page,
  runAndStop: () => Promise<void>,
  lasts = false,
): Promise<Trial> {
  await forget(page);
  await runAndStop();
  await until(page, 'click', 2);
  await page.waitForTimeout(500);
  const seen = await seenBy(page);
  const before = seen.slice(
    0,
    seen.findLastIndex(({ what }) => what === 'click'),
  );
  if (before.findLast(isState)?.what === 'state:running') {
    return { 'stop answered': afterClick(seen, isEnd) };
  }
  const needsNone = !lasts && afterClick(before, isEnd) < STOP_LIMIT;
  return needsNone ? {} : { 'stop answered': Number.NaN };
}

const isShown = ({ what }: Seen): boolean => what === 'shown';
const isState = ({ what }: Seen): boolean => what.startsWith('state:');
const isEnd = (one: Seen): boolean => isState(one) && one.what !== 'state:running';
