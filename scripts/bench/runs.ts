/** Each part of the bench: what it does, at the sizes that are asked for; every figure is handed on as it comes. */
import { readFileSync } from 'node:fs';
import { lessonsIn } from '../book/lessons.mjs';
import { benchAnchors } from './anchors.ts';
import { benchBank } from './bank.ts';
import { openBook } from './browser.ts';
import { benchGrades } from './grades/desk.ts';
import type { Part } from './named.mjs';
import { useLecture, usePages } from './pages.ts';
import type { Sizes } from './parts.ts';
import { benchQueue } from './queue.ts';
import type { Add } from './report.ts';
import { benchRequests } from './requests.ts';
import { benchSweep } from './sweep.ts';
import { weigh } from './weight.ts';

const pageOf = (lesson: string): string =>
  readFileSync(`dist/lessons/${lesson}/index.html`, 'utf8');

function lessonsOf({ lessons: held }: Sizes): readonly string[] {
  const all = lessonsIn('dist');
  const few = held.flatMap((one) => all.find((lesson) => one.test(pageOf(lesson))) ?? []);
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

async function pages(sizes: Sizes, add: Add): Promise<void> {
  const reading = await openBook();
  for (const lesson of lessonsOf(sizes).slice(0, sizes.used))
    await usePages(reading, lesson, sizes, add);
  // One with a number to guess, and nothing that is trained.
  const voted = lessonsIn('dist').find((lesson) => {
    const page = pageOf(lesson);
    return page.includes('data-form="number"') && !page.includes('name="backend"');
  });
  if (voted) await useLecture(reading, voted, sizes, add);
}

/** What each part does. */
export const RUNS: Readonly<Record<Part, (sizes: Sizes, add: Add) => Promise<void>>> = {
  queue,
  sweeps: benchSweep,
  grades: benchGrades,
  bank: benchBank,
  anchors: async (_sizes, add) => Promise.resolve(benchAnchors(add)),
  weights,
  pages,
};
