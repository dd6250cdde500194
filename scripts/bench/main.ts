/** node scripts/bench/main.ts [TRIALS]: measures speed and weight, prints a table, and fails where a limit is broken. */
import { lessonsIn } from '../book/lessons.mjs';
import { openBook, type Reading } from './browser.ts';
import { scenes, STOP_LIMIT, type Trial } from './lessons.ts';
import { benchQueue } from './queue.ts';
import { isLimited, kept, tableOf, type Row } from './report.ts';
import { slowDrags } from './slow-drags.ts';
import { benchSweep } from './sweep.ts';
import { weigh } from './weight.ts';

const LESSONS = lessonsIn('dist');
const TRIALS = Number(process.argv[2] ?? 5);
const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^longest task/, 50],
  [/^stop/, STOP_LIMIT],
  [/^first point/, 500],
];

async function queueRows(): Promise<Row[]> {
  const results = await benchQueue();
  return results.map(({ name, ratio, limit, detail }) => ({
    name: `${name} (${detail})`,
    unit: 'x',
    values: [ratio],
    limit,
  }));
}

async function weightRows(reading: Reading): Promise<Row[]> {
  const [web] = reading.editions;
  if (!web) return [];
  const rows: Row[] = [];
  for (const lesson of LESSONS) {
    const found = await weigh(reading, web, lesson);
    console.log(`\n${lesson}, bytes over the wire:`);
    for (const { name, bytes } of found.files) console.log(`${String(bytes).padStart(8)}  ${name}`);
    rows.push(...found.rows);
  }
  return rows;
}

/** The trials of all scenes go round and round: a slow moment of the machine strikes all of them alike. */
async function pageRows(reading: Reading): Promise<Row[]> {
  const list = await scenes(reading, LESSONS);
  const trials = new Map<string, Trial[]>(list.map(({ name }) => [name, []]));
  for (let i = 0; i < TRIALS; i += 1) {
    for (const scene of list) {
      console.log(`${i + 1} of ${TRIALS}: ${scene.name}`);
      trials.get(scene.name)?.push(await scene.try());
    }
  }
  return [...trials].flatMap(([scene, done]) =>
    [...new Set(done.flatMap((trial) => Object.keys(trial)))].map((what) => {
      const limit = LIMITS.find(([pattern]) => pattern.test(what))?.[1] ?? Infinity;
      return {
        name: `${scene}: ${what}`,
        unit: 'ms',
        values: done.map((trial) => trial[what] ?? Number.NaN),
        ...(Number.isFinite(limit) && { limit }),
      };
    }),
  );
}

const rows = [...(await queueRows()), ...(await benchSweep())];
const reading = await openBook();
try {
  rows.push(...(await weightRows(reading)), ...(await pageRows(reading)));
  rows.push(...(await slowDrags(reading, LESSONS, TRIALS)));
} finally {
  await reading.close();
}
console.log(`\n${TRIALS} trials of each page.\n\n${tableOf(rows)}`);
const broken = rows.filter((row) => !kept(row));
console.log(`\n${rows.filter(isLimited).length} limits, ${broken.length} broken.`);
process.exitCode = broken.length > 0 ? 1 : 0;
