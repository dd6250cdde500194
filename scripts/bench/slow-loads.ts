/** What is large and comes at once, on a device that is four times as slow: the one file, and a file of work as long as any. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyWork } from '../../src/tasks/storage/pure/work.ts';
import type { Reading } from './browser.ts';
import { closesAtTheEnd } from './closing.ts';
import type { Sizes } from './parts.ts';
import type { Add } from './report.ts';
import { slowFigure, slowly } from './slow.ts';
import { mark, traced, tracedOpening, type Longest } from './tasks.ts';

/** So many moments until all pages of the one file are unpacked, and until a work is kept. */
const [UNPACKED, KEPT] = [10, 2.5];
const ENTRIES = 5000;

/**
 * A row for each: its longest task, waits for a core left out. None has a limit: of an opening the browser's own first layout
 * is the longest task, whatever is left out of it; and a file of work is as long as any may be, a hundred times what a
 * chapter's answers take.
 */
export async function slowLoads(
  reading: Reading,
  lesson: string,
  { trials, moment }: Sizes,
  add: Add,
): Promise<void> {
  const loads = [
    ...reading.editions.map(({ name, at }) => ({
      name: `${lesson} opened ${name}`,
      load: () => opened(reading, at(lesson), moment),
    })),
    { name: 'a file of work loaded', load: () => workLoaded(reading, lesson, moment) },
  ];
  for (const { name, load } of loads) {
    const values: number[] = [];
    for (let trial = 0; trial < trials; trial += 1) values.push(slowly(name, await load()));
    add(slowFigure(name, values));
  }
}

async function opened({ browser }: Reading, address: string, moment: number): Promise<Longest> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const longest = await tracedOpening(browser, page, async () => {
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(UNPACKED * moment);
  });
  await page.close();
  return longest;
}

async function workLoaded(
  { browser, editions }: Reading,
  lesson: string,
  moment: number,
): Promise<Longest> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(editions[0]?.at(lesson) ?? '', { waitUntil: 'load' });
  const book = await page.evaluate(() => document.documentElement.dataset['book'] ?? '');
  const panel = page.locator('book-work').last();
  await panel.scrollIntoViewIfNeeded();
  await panel.locator('[data-does="load"]').focus();
  await page.waitForTimeout(KEPT * moment);
  const input = panel.locator('input[type="file"]');
  // By its path: what Playwright hands over itself, it unpacks on the page's thread.
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const remove = closesAtTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'work.json');
  writeFileSync(file, longWork(book));
  const task = await traced(browser, page, async () => {
    await mark(page, 'load:from');
    await input.setInputFiles(file);
    await panel.locator('[data-part="status"]:not(:empty)').waitFor();
    await page.waitForTimeout(KEPT * moment);
    await mark(page, 'load:to');
  });
  await page.close();
  await remove();
  return task('load');
}

/** Nearly two million characters: more than there is room for, so that some of it is put aside. */
function longWork(book: string): string {
  const log = Array.from({ length: ENTRIES }, (_, i) => ({
    id: `entry-${i}`,
    question: `question-${i % 400}`,
    version: 1,
    kind: 'reach',
    settings: { seed: i, requests: 20_000, arrivals: 90, spread: 'x'.repeat(120) },
    backend: 'wasm',
    time: new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString(),
  }));
  return JSON.stringify({ ...emptyWork(book, '1'), log });
}
