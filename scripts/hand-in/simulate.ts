/** `npm run hand-in:simulate -- --assignment ID --students N --seed S --out FOLDER`: hand-ins of students who do not exist, and what is true of them. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { provenAssignments, readAssignments } from '../../src/tasks/sets/author/load.ts';
import { TRUTH } from '../grade/files.ts';
import { repeat } from '../grade/rerun.ts';
import { Misread, readWords, wholeIn } from '../grade/words.ts';
import { simulated } from './class.ts';

const USAGE =
  'Usage: npm run hand-in:simulate -- --assignment ID --students N --seed S --out FOLDER';

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Misread)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(all: readonly string[]): Promise<void> {
  const { words, values } = readWords(
    all,
    { assignment: 'value', students: 'value', seed: 'value', out: 'value' },
    USAGE,
  );
  const { assignment: id, out } = values;
  if (words.length > 0 || id === undefined || out === undefined) throw new Misread(USAGE);
  const count = wholeIn(values, 'students', 1, 5_000);
  const seed = wholeIn(values, 'seed', 1, 1_000_000);
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new Misread(`The folder ${out} is not empty; name another.`);
  const [found] = await provenAssignments(id);
  if (!found) {
    const known = readAssignments().map(({ source }) => source.id);
    throw new Misread(`There is no assignment ${id}; there are ${known.join(', ') || 'none'}.`);
  }
  const { files, truth } = await simulated(found.key, count, seed, (runs, onDone) =>
    repeat(runs, availableParallelism(), onDone),
  );
  mkdirSync(out, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(out, name), text);
  writeFileSync(join(out, TRUTH), `${JSON.stringify(truth, null, 1)}\n`);
  process.stderr.write(`${files.size} hand-ins and ${TRUTH} are in ${out}.\n`);
}
