/** `npm run -s experiment -- …`: the book's experiments without a page. Prints JSON and nothing else. */
import { Console } from 'node:console';
import { entry, listing } from './experiment/answer.ts';
import { type Command, Misread, readCommand, readRuns } from './experiment/command.ts';
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

try {
  process.stdout.write(`${JSON.stringify(await answer(process.argv.slice(2)), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Misread ? 2 : 1;
}
