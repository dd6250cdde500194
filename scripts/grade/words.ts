/** Reads the words of a command line: `WORD … --name VALUE … --flag`. */

/** A command line that cannot be understood; its message says what would be. */
export class Misread extends Error {}

/** What an option takes: a value, or nothing. */
export type Options = Readonly<Record<string, 'value' | 'flag'>>;

export interface ReadWords {
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}

/** Throws Misread, with how it is used, at the first word without a meaning. */
export function readWords(all: readonly string[], options: Options, usage: string): ReadWords {
  const words: string[] = [];
  const values: Record<string, string> = {};
  const flags: string[] = [];
  for (let i = 0; i < all.length; i += 1) {
    const word = all[i] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const name = word.slice(2);
    const takes = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!takes) throw new Misread(`There is no option ${word}.\n${usage}`);
    if (name in values || flags.includes(name))
      throw new Misread(`${word} is given twice.\n${usage}`);
    if (takes === 'flag') {
      flags.push(name);
      continue;
    }
    const value = all[(i += 1)];
    if (value === undefined || value.startsWith('--'))
      throw new Misread(`${word} wants a value.\n${usage}`);
    values[name] = value;
  }
  return { words, values, flags };
}

/** A whole number from `least` to `most`; `otherwise` where nothing is said. */
export function wholeIn(
  values: ReadWords['values'],
  name: string,
  least: number,
  most: number,
  otherwise?: number,
): number {
  const text = values[name];
  if (text === undefined && otherwise !== undefined) return otherwise;
  const value = Number(text);
  if (text !== undefined && /^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Misread(`--${name} is a whole number from ${least} to ${most}.`);
}
