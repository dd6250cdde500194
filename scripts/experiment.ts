/** `npm run -s experiment -- …`: the book's experiments without a page. Prints JSON and nothing else. */
import { Console } from 'node:console';
import { entry, listing } from './experiment/answer.ts';
import { runCommand } from './command.mjs';
import { type Command, readCommand, readRuns } from './experiment/command.ts';
import { Misread } from './misread.mjs';
import { SetupFailed } from './setup.mjs';
import { resultOf } from '../widgets/kit/record/run-record.ts';
import { loadWidget, loadWidgets, tags } from '../widgets/index.ts';

// TF.js greets on the console; standard output is for the JSON alone. Set before any of it is loaded.
globalThis.console = new Console(process.stderr, process.stderr);

async function answer(words: readonly string[]): Promise<unknown> {
  const command = readCommand(words);
  return 'list' in command ? listing(Object.values(await loadWidgets())) : runs(command);
}

async function runs({ tag, words }: Exclude<Command, { list: true }>): Promise<unknown> {
  const widget = await loadWidget(tag).catch((error: Error) => {
    throw tags.includes(tag) ? error : new Misread(error.message);
  });
  const { asked, spread, notice } = readRuns(widget, words);
  if (notice !== undefined) console.warn(notice);
  const { backendOnNode, runOnNode } = await import('../widgets/run/node.ts');
  const entries: unknown[] = [];
  for (const { settings, ...changed } of asked) {
    const outcome = await runOnNode(widget, settings);
    entries.push(
      entry(widget, resultOf(widget, settings, outcome, backendOnNode(widget)), changed),
    );
  }
  return spread ? entries : entries[0];
}

await runCommand('experiment', async () => {
  const found = await answer(process.argv.slice(2)).catch((error: Error) => {
    throw error instanceof Misread ? error : new SetupFailed(error.message);
  });
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
});
