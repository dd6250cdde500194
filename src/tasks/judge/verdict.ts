/** What a judge says, and what it goes by. */

/** What every kind of question is judged by; each kind adds its own fields. */
export interface AnswerKey {
  readonly kind: string;
}

/** A wrong answer that betrays a known misconception. */
export interface KnownMistake {
  readonly id: string;
  readonly misconception: string;
  readonly feedback: string;
}

export interface Verdict {
  /** False: nothing was judged (the field is empty, the number unreadable), and it counts as no try. */
  readonly readable: boolean;
  readonly correct: boolean;
  /** 0 to 1. */
  readonly credit: number;
  readonly feedback: string;
  /** Ids of the options or known mistakes that the feedback speaks of. */
  readonly about: readonly string[];
  /** Said before their texts. */
  readonly first?: string;
}

/** Nothing was judged; the sentence says what to write or do instead. */
export const unread = (feedback: string): Verdict => ({
  readable: false,
  correct: false,
  credit: 0,
  feedback,
  about: [],
});

/** An answer with its credit, 0 to 1, and the ids of what the feedback speaks of. */
export const judged = (
  credit: number,
  feedback: string,
  about: readonly string[] = [],
): Verdict => ({ readable: true, correct: credit === 1, credit, feedback, about });
