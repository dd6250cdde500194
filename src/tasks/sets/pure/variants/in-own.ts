/** A text in the student’s own numbers. */
import { exact, number } from '../../../../../widgets/kit/draw/format.ts';
import type { Drawn } from '../format/head.ts';

/** A drawn value as it stands in a sentence: with thousands set apart, as everywhere in the book. */
export const inSentence = (value: number | string): string =>
  typeof value === 'number' && Number.isInteger(value) ? number(value) : exact(value);

/** The text with each value that stands in it by name. `how` is `String` where the text is a program’s, or a student’s. */
export function inOwn(
  text: string,
  values: Drawn,
  how: (value: number | string) => string = inSentence,
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : how(value);
  });
}
