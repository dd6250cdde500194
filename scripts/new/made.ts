/** What a generator makes, and why it may not. */
import { Misread } from '../misread.mjs';

/** Files by their paths from the book's root. */
export type Files = ReadonlyMap<string, string>;
/** Reads a file of the book. */
export type Read = (path: string) => string;

export interface Made {
  readonly files: Files;
  /** What can be made only when the files are there. */
  readonly after?: () => void | Promise<void>;
  /** What to do next, for whoever asked. */
  readonly next: string;
}

/** The one name that was asked for, in words joined by hyphens. Throws where it is none, or where `taken` has it. */
export function nameIn(words: readonly string[], what: string, taken: readonly string[]): string {
  const [name = ''] = words;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) {
    throw new Misread(
      `A ${what} is called in lower-case words joined by hyphens, as in two-words; “${name}” is not.`,
    );
  }
  if (taken.includes(name))
    throw new Misread(
      `A lesson, an experiment or an assignment is called “${name}” already; choose another name.`,
    );
  return name;
}

/** `two-words` as `TwoWords`. */
export const pascal = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `two-words` as `twoWords`. */
export const camel = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `two-words` as `Two words`. */
export const title = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
