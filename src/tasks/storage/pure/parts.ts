/** Parts of a work that are put aside: what cannot be read, or is more than can be kept. */
/** One of them, as it stood in the text. */
export interface Part {
  readonly of: 'answers' | 'log' | 'runs' | 'marks' | 'other';
  /** Where it stood: `answers.a-question@1`, `log[3]`. */
  readonly where: string;
  /** The id of its question or experiment, or the name of the field. */
  readonly name: string;
  readonly value: unknown;
}

/** What is amiss with the kept work and hinders nothing. */
export interface Amiss {
  readonly what:
    | 'corrupt'
    | 'corruptPart'
    | 'corruptDrafts'
    | 'corruptRuns'
    | 'corruptMarks'
    | 'corruptReview'
    | 'newer'
    | 'nearlyFull';
  readonly parts?: readonly Part[];
}

/** Parts as one text, for the file and for whoever can read them. */
export function asText(parts: readonly Part[]): string {
  return JSON.stringify(parts.map(({ where, value }) => ({ where, value })));
}
