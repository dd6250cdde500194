/** `npm run hand-in:simulate`: hand-ins of students who do not exist, and what is true of them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { TRUTH } from '../grade/files.ts';
import { repeat } from '../grade/rerun.ts';
import { sourceKey } from '../grade/source-key.ts';
import { simulated } from './class.ts';

await runCommand('hand-in:simulate', async ({ values }) => {
  const { assignment: id = '', students, seed, out = '' } = values;
  const key = await sourceKey(id);
  const { files, truth } = await simulated(key, Number(students), Number(seed), (runs, onDone) =>
    repeat(runs, availableParallelism(), onDone),
  );
  mkdirSync(out, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(out, name), text);
  writeFileSync(join(out, TRUTH), `${JSON.stringify(truth, null, 1)}\n`);
  process.stderr.write(`${files.size} hand-ins and ${TRUTH} are in ${out}.\n`);
});
