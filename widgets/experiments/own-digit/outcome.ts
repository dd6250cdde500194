/** What a run yields. */
import { answersOf, type Answer } from '../../shared/digits/answers.ts';

/** Side of the image that the model sees, in pixels. */
export const SIDE = 8;
/** Ink of a full pixel. */
export const FULL_INK = 16;

/** The outcome of a run. */
export interface OwnDigitOutcome {
  /** What the model sees: 64 greys from 0, paper, to 16, ink. */
  readonly pixels: readonly number[];
  /** Which digit the page wrote; `null`: the reader drew it, and only the reader knows. */
  readonly written: number | null;
  /** The shares that the model gives to the digits from 0 to 9; `null` while it still learns. */
  readonly chances: readonly number[] | null;
}

/** The model's answer; nothing while it learns. */
export function answerOf({ chances }: OwnDigitOutcome): Answer | undefined {
  return chances ? answersOf(Float32Array.from(chances))[0] : undefined;
}
