/** A lesson as a lecture sees it: what stands in it one after the other, and which sentences. */

/** A sentence of a block, the first being 0. */
export interface Sentence {
  readonly at: number;
  readonly text: string;
  /** It has a term or a number of a run in it. */
  readonly isKey: boolean;
  /** It tells a reader what to do: a lecturer does it. */
  readonly isDone?: boolean;
  /** It goes on from the sentence before, and says little without it. */
  readonly leans?: boolean;
}

/** A paragraph or a list. */
export interface TextBlock {
  readonly kind: 'text';
  readonly sentences: readonly Sentence[];
}

/** What is asked: `asks` is the name of its kind, `on` the experiment that answers it. */
export interface QuestionBlock {
  readonly kind: 'question';
  readonly id: string;
  readonly asks: string;
  readonly form?: string | undefined;
  readonly on?: string | undefined;
  /** What it asks. */
  readonly text: string;
  /** Whether a class can vote on it. */
  readonly isVoted: boolean;
}

export type Block =
  | TextBlock
  | QuestionBlock
  | { readonly kind: 'heading'; readonly id: string; readonly text: string }
  | { readonly kind: 'experiment'; readonly id: string; readonly text: string }
  /** A table, a figure or another thing to look at. */
  | { readonly kind: 'exhibit'; readonly text: string };

/** The words of some text. */
export const wordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;
