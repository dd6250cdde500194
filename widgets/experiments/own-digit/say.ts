/** The run in a sentence, and as a table. */
import { nearly } from '#kit/draw';
import type { Rows } from '#kit/contract';
import { answerOf, type OwnDigitOutcome } from './outcome.ts';
import type { OwnDigitSettings } from './params.ts';

/** The takeaway; given the run before, what it was taken for then. */
export function say(
  _: OwnDigitSettings,
  outcome: OwnDigitOutcome,
  before?: OwnDigitOutcome,
): string {
  const read = answerOf(outcome);
  if (!read) return 'The model is still learning; then it reads this digit.';
  const sure = inWords(read.confidence);
  const { written } = outcome;
  const was = before && answerOf(before);
  const then = was ? ` Before, it was ${a(was.answer)}, ${inWords(was.confidence)} sure.` : '';
  if (written === null)
    return `The model takes your drawing for ${a(read.answer)} and is ${sure} sure; only you know whether that is right.${then}`;
  return read.answer === written
    ? `The model takes this ${written} for ${a(read.answer)} and is ${sure} sure.${then}`
    : `The model takes this ${written} for ${a(read.answer)}, which is wrong, and is ${sure} sure.${then}`;
}

/** How sure it is, in a sentence. */
function inWords(share: number): string {
  return nearly(share).replace('> ', 'over ');
}

/** A digit with its article. */
function a(digit: number): string {
  return `${digit === 8 ? 'an' : 'a'} ${digit}`;
}

/** One row for every digit that it could be. */
export function tabulate(_: OwnDigitSettings, { chances }: OwnDigitOutcome): Rows {
  return {
    caption: 'How sure the model is of each digit',
    head: ['digit', 'share'],
    rows: Array.from({ length: 10 }, (_, digit) => {
      const chance = chances?.[digit];
      return [String(digit), chance === undefined ? null : nearly(chance, 1)];
    }),
  };
}
