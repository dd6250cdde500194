/** Sorts a reader's predictions by what has become of them. */
import type { KeptAnswer, Work } from '../../tasks/storage/pure/work.ts';
import type { Asked } from './asked.ts';
import { guessedIn, type Guessed } from './surprise.ts';

/** One thing that was guessed, with the prediction that asked for it. */
export interface Compared<G extends Guessed = Guessed> {
  readonly asked: Asked;
  readonly kept: KeptAnswer;
  readonly guessed: G;
}

/** Every prediction of the book stands in one of these lists, in the order of reading. */
export interface Collected {
  /** Its runs have answered. */
  readonly compared: readonly Compared[];
  /** Committed, and no run has answered yet. */
  readonly waiting: readonly Asked[];
  readonly skipped: readonly Asked[];
  /** Answered only in another version of the question than stands in the book. */
  readonly otherVersion: readonly { readonly asked: Asked; readonly kept: KeptAnswer }[];
  readonly untried: readonly Asked[];
}

/** What has become of each prediction of the book in a reader's work. */
export function collect(all: readonly Asked[], { answers }: Pick<Work, 'answers'>): Collected {
  const compared: Compared[] = [];
  const waiting: Asked[] = [];
  const skipped: Asked[] = [];
  const otherVersion: Collected['otherVersion'][number][] = [];
  const untried: Asked[] = [];
  for (const asked of all) {
    const given = Object.values(answers).filter(({ question }) => question === asked.question);
    const kept = given.find(({ version }) => version === asked.version);
    const guessed = kept?.saw === undefined ? [] : guessedIn(asked, kept);
    if (!kept) {
      const [newest] = given.toSorted((a, b) => b.version - a.version);
      if (newest) otherVersion.push({ asked, kept: newest });
      else untried.push(asked);
    } else if (kept.answer === null) skipped.push(asked);
    else if (guessed.length === 0) waiting.push(asked);
    else compared.push(...guessed.map((one) => ({ asked, kept, guessed: one })));
  }
  return { compared, waiting, skipped, otherVersion, untried };
}

/** What was guessed with a size, the largest surprise first; of two of one size the earlier in the book. */
export function bySurprise(
  compared: readonly Compared[],
): readonly Compared<Exclude<Guessed, { kind: 'option' }>>[] {
  return compared
    .flatMap((one) => {
      const { guessed } = one;
      return guessed.kind === 'option' ? [] : [{ ...one, guessed }];
    })
    .toSorted((a, b) => b.guessed.size - a.guessed.size);
}
