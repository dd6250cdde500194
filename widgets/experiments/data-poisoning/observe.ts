/** How a look at a model, and what a defence did, become an outcome. */
import type { Attack, Poisonable } from './attack.ts';
import { answersOf, counted } from '../../shared/digits/answers.ts';
import { imageAt, placesOf } from '../../shared/digits/digits.ts';
import { isCharted, type Model } from './groups.ts';
import { inkOf } from './images.ts';
import { PILE, type PoisonOutcome, type Tests } from './outcome.ts';

/** The outcome with one more look in it; `chances` holds ten probabilities for each test image. */
export function observe(
  before: PoisonOutcome,
  attack: Attack,
  { heldOut, triggered }: Tests,
  { epoch, chances }: { readonly epoch: number; readonly chances: Float32Array },
): PoisonOutcome {
  const answers = answersOf(chances).map(({ answer }) => answer);
  const marked = answers.splice(heldOut.count);
  const shareOf = (list: readonly number[], is: (answer: number, i: number) => boolean): number =>
    list.filter(is).length / list.length;
  const clean = shareOf(answers, (answer, i) => answer === heldOut.labels[i]);
  const isSilent = before.silent !== '';
  const success = isSilent ? null : shareOf(marked, (answer) => answer === attack.target);
  return {
    ...before,
    clean,
    success,
    ...(before.attack && {
      marked: marked
        .slice(0, PILE)
        .map((answer, i) => ({ ink: inkOf(imageAt(triggered, i)), answer })),
      readAs: counted(marked),
      unmarked: counted(placesOf(heldOut, attack.source).map((i) => answers[i] as number)),
    }),
    history: [...before.history.filter((one) => isCharted(one.epoch)), { epoch, clean, success }],
    epochs: { ...before.epochs, done: epoch },
  };
}

/** The outcome when the defence has chosen what to discard, and the second training is still to come. */
export function afterDefence(
  { outcome, training: { poison }, discarded }: Model,
  { rows }: Poisonable,
): PoisonOutcome {
  const { attack, clean, success } = outcome;
  const bench = {
    discarded: discarded.length,
    found: discarded.filter((row) => poison.includes(row)).length,
    suspects: discarded.slice(0, 2 * PILE).map((row) => ({
      ink: inkOf(imageAt(rows, row)),
      label: rows.labels[row] as number,
      poison: attack ? poison.includes(row) : null,
    })),
    before: { clean: clean ?? Number.NaN, success },
  };
  return { ...outcome, bench };
}
