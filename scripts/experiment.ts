/** `npm run -s experiment -- …`: the book's experiments without a page. Prints JSON and nothing else. */
import { Console } from 'node:console';
import { type Command, Misread, entry, listing, readCommand } from './experiment/command.ts';

// TF.js greets on the console; standard output is for the JSON alone. Set before any of it is loaded.
globalThis.console = new Console(process.stderr, process.stderr);

async function answer(words: readonly string[]): Promise<unknown> {
  const { WIDGETS } = await import('../widgets/index.ts');
  const command = readCommand(words, WIDGETS);
  return 'list' in command ? listing(WIDGETS) : runs(command);
}

async function runs(command: Exclude<Command, { list: true }>): Promise<unknown> {
  const { widget, asked, spread } = command;
  const { runOnNode } = await import('../widgets/run/node.ts');
  const entries: unknown[] = [];
  for (const one of asked) entries.push(entry(widget, one, await runOnNode(widget, one.settings)));
  return spread ? entries : entries[0];
}

try {
  process.stdout.write(`${JSON.stringify(await answer(process.argv.slice(2)), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Misread ? 2 : 1;
}
