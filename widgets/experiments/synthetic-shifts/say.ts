/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { hundredths, number, perCent } from '#kit/draw';
import { DAYS, type ShiftedOutcome } from './outcome.ts';
import type { Shift, ShiftedSettings } from './params.ts';
import { FARTHEST } from './shifts.ts';

const WORDS: Readonly<Record<Shift, (share: number, percent: string) => string>> = {
  turn: (share) => `turned by ${number(180 * share)}°`,
  move: (share) => `moved by ${number(FARTHEST * share, 1)} pixels`,
  invert: (share, percent) => (share === 1 ? 'inverted' : `inverted by ${percent}`),
  noise: (_, percent) => `noise of ${percent}`,
  dim: (_, percent) => `dimmed by ${percent}`,
  arrivals: (share, percent) =>
    share === 1 ? 'only 0s and 6s' : `${percent} of 1s to 5s, 7s to 9s gone`,
  labels: (share, percent) =>
    share === 1 ? '1s and 7s swapped' : `${percent} of 1s and 7s swapped`,
};

/** How far that is, in words; where they begin a sentence, with a capital. */
export function inWords(shift: Shift, share: number, begins = false): string {
  const words = share === 0 ? 'as at home' : WORDS[shift](share, perCent(share, 0));
  return begins ? words.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : words;
}

/** The takeaway; given the run before, how many were right then. */
export function say(
  settings: ShiftedSettings,
  { curve, alarm }: ShiftedOutcome,
  before?: ShiftedOutcome,
): string {
  const now = curve.at(-1);
  if (!now || !alarm) return 'The model is still learning; then it reads these digits.';
  const { shift, amount, digits } = settings;
  const was = before?.curve.at(-1);
  const change =
    was && was.accuracy !== now.accuracy ? ` (before: ${hundredths(was.accuracy)})` : '';
  const read = `${inWords(shift, amount / 100, true)}: the model reads ${hundredths(now.accuracy)} of 100 digits right${change} and is ${perCent(now.confidence, 0)} sure on average.`;
  const { ordinary, these } = alarm;
  const many = `With ${number(digits)} digits a day`;
  return amount === 0
    ? `${read} ${many}, the alarm rings on ${number(ordinary.rang)} of ${number(DAYS)} ordinary days.`
    : `${read} ${many}, the alarm rings on ${number(these.rang)} of ${number(DAYS)} such days, and on ${number(ordinary.rang)} of ${number(DAYS)} ordinary ones.`;
}

/** The way there, amount by amount; then the alarm. */
export function tabulate({ shift }: ShiftedSettings, { curve, alarm }: ShiftedOutcome): Rows {
  const row = (name: string, of: 'ordinary' | 'these') => {
    const rung = alarm?.[of];
    const cells = rung ? [rung.rang, number(rung.psi, 3), number(rung.ks, 3)] : [null, null, null];
    return [name, null, null, ...cells];
  };
  const way = curve.map(({ amount, accuracy, confidence }) => [
    inWords(shift, amount / 100),
    perCent(accuracy),
    perCent(confidence),
    null,
    null,
    null,
  ]);
  return {
    caption: `What the model reads right, and what the alarm does on ${number(DAYS)} days`,
    head: ['what', 'right', 'mean confidence', 'days it rings', 'mean PSI', 'mean KS distance'],
    rows: [...way, row('ordinary days', 'ordinary'), row('days like these', 'these')],
  };
}
