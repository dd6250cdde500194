/** How it is written down where a measure is said. */

/** Words with the number in them, the measure that it is of, how many of its units make one of the measure, and to how many figures it is. */
export type Shown = readonly [words: RegExp, measure: string, scale?: number, figures?: number];
/** What is said, by experiment. */
export type ShownBy = Readonly<Record<string, readonly Shown[]>>;

const N = '([\\d,]+(?:\\.\\d+)?)';

/** A pattern in which # stands for the number. */
export const said = (words: string): RegExp => new RegExp(words.replaceAll('#', N));

/** A row of the table by its first cell. */
export const row = (name: string, measure: string, scale?: number): Shown => [
  said(`^ *${name} +(?:[a-z/]+ +|% +|\\$ +)?# `),
  measure,
  ...((scale === undefined ? [] : [scale]) as [number?]),
];
