/** Whose model is shrunk: what a run needs of the settings, without their words. */
import type { NamedRun } from '#kit/contract';
import { readRun } from '#kit/contract';
import { taughtParams } from '../../shared/network/taught-params.ts';

/** Bits of a weight as it was trained. */
export const FLOAT = 32;
/** Bits at which the curve is drawn, besides the number that is set. */
export const WIDTHS = [1, 2, 3, 4, 5, 6, 8, 16, FLOAT] as const;

/** The book's own model; and the experiment whose networks may be shrunk instead. */
export const BOOK = 'book';
export const LENDER = 'mind-vs-data';

/** Models that have no weights of this kind. */
const OTHERS = ['neighbour', 'leastSquares'];

/** A text that names a model, and the run that it names. */
export function read(text: string): { readonly text: string; readonly named: NamedRun | null } {
  if (text === BOOK) return { text, named: null };
  const run = readRun(text, { [LENDER]: taughtParams });
  if (OTHERS.includes(run.named.settings['model'] as string))
    throw new Error(`“${BOOK}”, or a run of “${LENDER}” whose model is a network`);
  return run;
}
