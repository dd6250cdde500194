/** A deliberate break, and the check that must catch it. */

/** What is run, and must pass beside neutral edits and fail beside the break. */
export type Check =
  /** A test file; of the harnesses over all experiments those that are named, of its tests those whose titles fit. */
  | {
      readonly unit: string;
      readonly experiments?: string;
      readonly title?: string;
    }
  /** A program with its arguments. `isBuilt`: it looks at the built book. */
  | { readonly program: readonly string[]; readonly isBuilt?: true }
  /** Tests in a browser on the built book whose titles fit. */
  | { readonly page: string; readonly grep: string };

export interface Mutant {
  /** What is broken, as a sentence. */
  readonly name: string;
  readonly file: string;
  /** Stands in the file once; empty: the break is put at its end. */
  readonly was: string;
  readonly becomes: string;
  readonly by: Check;
}

/** True where the check needs the built book: all breaks of that kind share one build. */
export const needsBook = ({ by }: Mutant): boolean => 'page' in by || 'isBuilt' in by;

/** The text with the break in it; throws where the row is stale. */
export function broken({ name, file, was, becomes }: Mutant, text: string): string {
  if (was === '') return text + becomes;
  const times = text.split(was).length - 1;
  if (times === 1 && was !== becomes) return text.replace(was, () => becomes);
  throw new Error(`The row "${name}" is stale: its text stands ${times} times in ${file}.`);
}

/** What can be written at the end of a file, by its ending, without a meaning. */
const NEUTRAL: Readonly<Record<string, string>> = {
  ts: '// Nothing.\n',
  mjs: '// Nothing.\n',
  css: '/* Nothing. */\n',
  astro: '\n<!-- Nothing. -->\n',
  mdx: '\n{/* Nothing. */}\n',
  md: '\n<!-- Nothing. -->\n',
  yaml: '# Nothing.\n',
  bib: '\n',
};

/** The text with an edit that changes nothing; as it is where the kind of file knows none. */
export const neutral = (file: string, text: string): string =>
  text + (NEUTRAL[file.split('.').at(-1) ?? ''] ?? '');
