/** How a look at a model, and what a defence did, become an outcome. */
import type { Attack, Poisonable, TrainingLabels } from './attack.ts';
import { answersOf, counted } from '../../shared/digits/answers.ts';
import { imageAt, placesOf } from '../../shared/digits/digits.ts';
import { isCharted } from './groups.ts';
import { inkOf } from './images.ts';
import { PILE, type PoisonOutcome, type Tests } from './outcome.ts';

/** The outcome with one more look in it; `chances` holds ten probabilities for each test image. */
export function observe(
  before: PoisonOutcome,
  attack: Attack,
  tests: Tests,
  look: { readonly epoch: number; readonly chances: Float32Array },
): PoisonOutcome {
  const { heldOut, triggered } = tests;
  const answers = answersOf(look.chances).map(({ answer }) => answer);
  const clean = shareOf([...heldOut.labels], (label, i) => answers[i] === label);
  const marked = answers.slice(heldOut.count);
  const success =
    before.silent === '' ? shareOf(marked, (answer) => answer === attack.target) : null;
  const point = { epoch: look.epoch, clean, success };
  return {
    ...before,
    clean,
    success,
    ...(before.attack && {
      marked: marked.slice(0, PILE).map((answer, i) => ({
        ink: inkOf(imageAt(triggered, i)),
        answer,
      })),
      readAs: counted(marked),
      unmarked: counted(placesOf(heldOut, attack.source).map((i) => answers[i] as number)),
    }),
    history: [...before.history.filter((one) => isCharted(one.epoch)), point],
    epochs: { ...before.epochs, done: look.epoch },
  };
}

/** The outcome when the defence has chosen what to discard, and the second training is still to come. */
export function afterDefence(
  before: PoisonOutcome,
  { rows }: Poisonable,
  { poison }: TrainingLabels,
  discarded: readonly number[],
): PoisonOutcome {
  const isPoison = new Set(poison);
  const suspects = discarded.slice(0, 2 * PILE).map((row) => ({
    ink: inkOf(imageAt(rows, row)),
    label: rows.labels[row] as number,
    poison: before.attack ? isPoison.has(row) : null,
  }));
  const found = discarded.filter((row) => isPoison.has(row)).length;
  const { clean, success } = before;
  const bench = {
    discarded: discarded.length,
    found,
    suspects,
    before: { clean: clean ?? Number.NaN, success },
  };
  return { ...before, bench };
}

function shareOf(list: readonly number[], is: (value: number, i: number) => boolean): number {
  return list.filter(is).length / list.length;
}
