/** Each part of the bench: what it does, at the sizes that are asked for; every figure is handed on as it comes. */
import { readFileSync } from 'node:fs';
import { lessonsIn } from '../book/lessons.mjs';
import { benchBank } from './bank.ts';
import { benchBook } from './book.ts';
import { openBook } from './browser.ts';
import { benchGrades } from './grades/desk.ts';
import { scenes, STOP_LIMIT } from './lessons.ts';
import type { Part } from './named.mjs';
import type { Sizes } from './parts.ts';
import { benchQueue } from './queue.ts';
import type { Add } from './report.ts';
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

function lessonsOf({ lessons: held }: Sizes): readonly string[] {
  const all = lessonsIn('dist');
  const page = (lesson: string): string =>
    readFileSync(`dist/lessons/${lesson}/index.html`, 'utf8');
  const few = held.flatMap((one) => all.find((lesson) => one.test(page(lesson))) ?? []);
  return held.length > 0 ? few : all;
}

async function queue(sizes: Sizes, add: Add): Promise<void> {
  benchQueue(sizes, add);
  await benchRequests(sizes, add);
}

async function weights(sizes: Sizes, add: Add): Promise<void> {
  const reading = await openBook();
  for (const lesson of lessonsOf(sizes).slice(0, sizes.used)) {
    const found = await weigh(reading, lesson);
    console.log(`\n${lesson}, bytes over the wire:`);
    for (const { name, bytes } of found.files) console.log(`${String(bytes).padStart(8)}  ${name}`);
    found.rows.forEach(add);
  }
}

/** The trials of all scenes go round and round: a slow moment of the machine strikes all of them alike. */
async function pages(sizes: Sizes, add: Add): Promise<void> {
  const list = await scenes(await openBook(), lessonsOf(sizes), sizes);
  for (let i = 0; i < sizes.trials; i += 1) {
    for (const scene of list) {
      console.log(`${i + 1} of ${sizes.trials}: ${scene.name}`);
      for (const [what, value] of Object.entries(await scene.try())) {
        const limit = LIMITS.find(([pattern]) => pattern.test(what))?.[1];
        const row = { name: `${scene.name}: ${what}`, unit: 'ms', values: [value] };
        add(limit === undefined ? row : { ...row, limit });
      }
    }
  }
}

async function slow(sizes: Sizes, add: Add): Promise<void> {
  const reading = await openBook();
  const lessons = lessonsOf(sizes).slice(0, sizes.used);
  await slowLoads(reading, lessons[0] ?? '', sizes, add);
  for (const lesson of lessons) await slowUses(reading, lesson, sizes, add);
}

/** What each part does. */
export const RUNS: Readonly<Record<Part, (sizes: Sizes, add: Add) => Promise<void>>> = {
  queue,
  sweeps: benchSweep,
  grades: benchGrades,
  bank: benchBank,
  weights,
  pages,
  slow,
  book: benchBook,
};
