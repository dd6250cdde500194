/** `npm run lms`: packages for a course’s own platform. */
import { runCommand } from '../command.mjs';

/** What a command line asks for, without the word that says which kind. */
export interface Asked {
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}
/** Writes what is asked for; resolves with how the command ends. Throws Misread. */
export type Write = (asked: Asked) => Promise<number>;

await runCommand('lms', async ({ words: [what, ...words], values }) => {
  const { write } = (await import(`./${what}.ts`)) as { readonly write: Write };
  return write({ words, values });
});
