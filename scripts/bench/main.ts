/** Measures, says each figure as it comes, and fails where a limit is broken. */
import { runCommand } from '../command.mjs';
import { closeAll } from './closing.ts';
import { Figures } from './figures.ts';
import { partsOf } from './named.mjs';
import { sizesOf } from './parts.ts';
import { RUNS } from './runs.ts';

const figures = new Figures();

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

await runCommand('bench', async ({ words, ...how }) => {
  const sizes = sizesOf(how);
  try {
    for (const part of partsOf(words)) {
      console.log(`\n${part}`);
      await RUNS[part](sizes, (row) => figures.add(row));
    }
  } catch (error) {
    // What broke because it was being closed is no news.
    if (!isEnding) console.error(error);
    await end(1);
  }
  await end(figures.allKept ? 0 : 1);
});
