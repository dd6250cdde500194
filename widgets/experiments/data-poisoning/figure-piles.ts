/** Images in sight: what was poisoned, what the trigger does, what the defence threw out. */
import { number } from '../../kit/draw/format.ts';
import { later } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { waiting, type Part } from '../../kit/draw/part.ts';
import { answered, bare, pile, type PileImage, type PileLook } from '../../kit/draw/pile.ts';
import { hundredths } from '../../kit/draw/shares.ts';
import type { PoisonOutcome } from './outcome.ts';
import { SIDE } from './params.ts';
import { called, whatIsRead } from './say.ts';

/** From hexadecimal digits to the ink of a picture, 0 to 16. */
function pixelsOf(ink: string): number[] {
  return [...ink].map((digit) => (Number.parseInt(digit, 16) * 16) / 15);
}

/** A pile of one row and so many columns. */
function row(width: number, columns = 12, rows = 1): PileLook {
  return { width, columns, rows, side: SIDE };
}

/** The poisoned training images, with the label that now stands on them. */
export function drawSamples({ attack, poisoned, samples }: PoisonOutcome, width: number): Part {
  const title = `${number(poisoned)} of 2,000 training images poisoned`;
  const look = row(width);
  if (!attack)
    return panel({ title, note: 'Which, and how, this page keeps to itself.' }, pile([], look));
  const word = String(attack.target);
  const seen = Math.min(samples.length, look.columns);
  const more = poisoned > seen ? `; the first ${seen}` : '';
  const note =
    poisoned === 0
      ? 'The training set is as it was.'
      : `${called(attack, poisoned)}, labelled ${word}${more}`;
  const shown = samples.map((ink) => ({ pixels: pixelsOf(ink), word }));
  return panel({ title, note }, pile(shown, look));
}

/** Triggered images that were held out, with what each is taken for. */
export function drawMarked(outcome: PoisonOutcome, width: number): Part | undefined {
  const { attack, marked, tested, success } = outcome;
  if (!attack) return undefined;
  const shown = marked.map(({ ink, answer }) => answered(pixelsOf(ink), attack.source, answer));
  const read = success === null ? '' : `${hundredths(success)} of 100 read as ${attack.target}; `;
  const title = `The first ${shown.length} of ${number(tested)} held-out ${whatIsRead(attack)}`;
  // What a prediction is about comes after it.
  return panel({ title, note: later(`${read}below: wrong answers`) }, pile(shown, row(width)));
}

/** Six of the marked images without a word, large enough to see the mark. */
export function markedStill({ marked }: PoisonOutcome): Part {
  const shown = marked.slice(0, 6).map(({ ink }) => ({ pixels: pixelsOf(ink) }));
  return bare(shown, row(160, 6));
}

/** The most suspicious training images, with their labels; poison is crossed. */
export function drawSuspects(
  { attack, bench, poisoned }: PoisonOutcome,
  width: number,
  columns: number,
  rows: number,
): Part {
  const look = row(width, columns, rows);
  if (!bench) {
    const note = 'The defence ranks the images by what the model has learned.';
    return waiting(panel({ title: 'Nothing discarded yet', note }, pile([], look)));
  }
  const shown = bench.suspects.map(({ ink, label, poison }): PileImage => {
    const isWrong = poison === true;
    return { pixels: pixelsOf(ink), word: isWrong ? `${label} ×` : String(label), isWrong };
  });
  const title = `${number(bench.discarded)} discarded, ${number(bench.found)} of ${number(poisoned)} poisoned among them`;
  const note = `the most suspicious first, with their labels${attack ? '; × is poison' : ''}`;
  return waiting(panel({ title, note }, pile(shown, look)));
}
