/** node scripts/bench/main.ts [PART …] [TRIALS]: measures, says each figure as it comes, and fails where a limit is broken. */
import { lessonsIn } from '../book/lessons.mjs';
import { benchBook } from './book.ts';
import { benchBank } from './bank.ts';
import { openBook, type Reading } from './browser.ts';
import { closeAll } from './closing.ts';
import { Figures } from './figures.ts';
import { benchGrades } from './grades/desk.ts';
import { scenes, STOP_LIMIT } from './lessons.ts';
import { askedFor, needsBook, type Part } from './parts.ts';
import { benchQueue } from './queue.ts';
import { benchRequests } from './requests.ts';
import { slowLoads } from './slow-loads.ts';
import { slowUses, TASK_LIMIT } from './slow.ts';
import { benchSweep } from './sweep.ts';

import { weigh } from './weight.ts';

const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^longest task/, TASK_LIMIT],
  [/^stop/, STOP_LIMIT],
  [/^first point/, 500],
];
const { parts, trials } = askedFor(process.argv.slice(2));
const figures = new Figures();

async function queue(): Promise<void> {
  for (const { name, ratio, limit, detail } of await benchQueue()) {
    figures.add({ name: `${name} (${detail})`, unit: 'x', values: [ratio], limit });
  }
  for (const row of await benchRequests()) figures.add(row);
}

async function sweeps(): Promise<void> {
  for (const row of await benchSweep()) figures.add(row);
}

async function weights(reading: Reading): Promise<void> {
  const [web] = reading.editions;
  if (!web) return;
  for (const lesson of lessonsIn('dist')) {
    const found = await weigh(reading, web, lesson);
    console.log(`\n${lesson}, bytes over the wire:`);
    for (const { name, bytes } of found.files) console.log(`${String(bytes).padStart(8)}  ${name}`);
    for (const row of found.rows) figures.add(row);
  }
}

/** The trials of all scenes go round and round: a slow moment of the machine strikes all of them alike. */
async function pages(reading: Reading): Promise<void> {
  const list = await scenes(reading, lessonsIn('dist'));
  for (let i = 0; i < trials; i += 1) {
    for (const scene of list) {
      console.log(`${i + 1} of ${trials}: ${scene.name}`);
      for (const [what, value] of Object.entries(await scene.try())) {
        const limit = LIMITS.find(([pattern]) => pattern.test(what))?.[1];
        const row = { name: `${scene.name}: ${what}`, unit: 'ms', values: [value] };
        figures.add(limit === undefined ? row : { ...row, limit });
      }
    }
  }
}

/** A lesson at a time, so that its figures are said before the next one's. */
async function slow(reading: Reading): Promise<void> {
  const lessons = lessonsIn('dist');
  for (const row of await slowLoads(reading, lessons[0] ?? '', trials)) figures.add(row);
  for (const lesson of lessons) {
    for (const row of await slowUses(reading, lesson, trials)) figures.add(row);
  }
}

let reading: Promise<Reading> | undefined;
const opened = (): Promise<Reading> => (reading ??= openBook());
const RUNS: Readonly<Record<Part, () => Promise<void>>> = {
  queue,
  sweeps,
  grades: () => benchGrades((row) => figures.add(row)),
  bank: () => benchBank((row) => figures.add(row)),
  weights: async () => weights(await opened()),
  pages: async () => pages(await opened()),
  slow: async () => slow(await opened()),
  book: () => benchBook((row) => figures.add(row)),
};

/** Says what was measured and closes everything, once, however the bench ends. */
let isEnding = false;
async function end(status: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  console.log(`\n${figures.table()}`);
  await closeAll();
  process.exit(status);
}
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => void end(status));
}

try {
  if (parts.some(needsBook)) await opened();
  for (const part of parts) {
    console.log(`\n${part}`);
    await RUNS[part]();
  }
} catch (error) {
  // What broke because it was being closed is no news.
  if (!isEnding) console.error(error);
  await end(1);
}
await end(figures.allKept ? 0 : 1);
