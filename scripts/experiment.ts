/** `npm run -s experiment -- …`: the book's experiments without a page. Prints JSON, or a program, and nothing else. */
import { Console } from 'node:console';
import { entry, listing } from './experiment/answer.ts';
import { sourcesOf } from './programs.ts';
import { runCommand } from './command.mjs';
import { type Command, readCommand, readRuns } from './experiment/command.ts';
import { Misread } from './misread.mjs';
import { SetupFailed } from './setup.mjs';
import { programOf } from '../widgets/kit/python/program.ts';
import { resultOf } from '../widgets/kit/record/run-record.ts';
import type { AnyWidget } from '../widgets/kit/contract/widget.ts';
import { loadWidget, loadWidgets, tags } from '../widgets/index.ts';

// TF.js greets on the console; standard output is for the JSON alone. Set before any of it is loaded.
globalThis.console = new Console(process.stderr, process.stderr);

const PYTHON = '--python';
type One = Exclude<Command, { list: true }>;

async function answer(words: readonly string[]): Promise<unknown> {
  const command = readCommand(words.filter((word) => word !== PYTHON));
  if (!('list' in command) && words.includes(PYTHON)) return program(command);
  return 'list' in command ? listing(Object.values(await loadWidgets())) : runs(command);
}

const known = (tag: string): Promise<AnyWidget> =>
  loadWidget(tag).catch((error: Error) => {
    throw tags.includes(tag) ? error : new Misread(error.message);
  });

/** The program of the settings that are asked for. */
async function program({ tag, words }: One): Promise<string> {
  const { asked, spread } = readRuns(await known(tag), words);
  const [first] = asked;
  if (!first || spread) throw new Misread('A program has one value of each setting: no spread=.');
  const sources = sourcesOf(tag);
  if (!sources) throw new Misread(`${tag} has no program in Python yet.`);
  return programOf(sources, first.settings);
}

async function runs({ tag, words }: One): Promise<unknown> {
  const widget = await known(tag);
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
  process.stdout.write(typeof found === 'string' ? found : `${JSON.stringify(found, null, 2)}\n`);
});
