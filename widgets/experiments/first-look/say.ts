/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { hundredths, number, perCent } from '#kit/draw';
import type { FirstLookOutcome } from './outcome.ts';
import type { FirstLookSettings, Move } from './params.ts';
import { SEVEN, WHOLE } from './sizes.ts';

const COUNTED = ['', 'one', 'two', 'three'];

/** How far digits are moved, in words: "two columns to the right, one row up"; empty where they stand in place. */
function off({ columns, rows }: Move, to = 'to the '): string {
  const counted = (by: number, what: string, way: string): string =>
    by === 0 ? '' : `${COUNTED[Math.abs(by)] ?? ''} ${what}${Math.abs(by) === 1 ? '' : 's'} ${way}`;
  const across = counted(columns, 'column', `${to}${columns > 0 ? 'right' : 'left'}`);
  const down = counted(rows, 'row', rows > 0 ? 'down' : 'up');
  return [across, down].filter((words) => words !== '').join(', ');
}

/** What a run is called beside its bar, where there is room for little. */
export function called(settings: FirstLookSettings): string {
  const { units, columns, rows } = settings;
  const isBoth = columns !== 0 && rows !== 0;
  const across = `${number(Math.abs(columns))} ${columns > 0 ? 'right' : 'left'}`;
  const down = `${number(Math.abs(rows))} ${rows > 0 ? 'down' : 'up'}`;
  const size = units === WHOLE ? '' : `${number(units)} hidden units`;
  const move = isBoth ? `${across}, ${down}` : off(settings, '');
  const words = [size, move].filter((one) => one !== '').join('; ');
  return words === '' ? 'this run: the same' : words;
}

/** The takeaway; given the run before, how many were right then. */
export function say(
  settings: FirstLookSettings,
  outcome: FirstLookOutcome,
  before?: FirstLookOutcome,
): string {
  const { counts, whole, tested, pad } = outcome;
  if (!counts || whole === null) return 'The network has not learned yet.';
  const now = hundredths(counts.right / tested);
  const first = takeaway(settings, now, hundredths(whole / tested));
  const place = off(settings) !== '' && pad ? `, in place as ${number(pad.inPlace)}` : '';
  if (pad && !pad.isOurs) return `${first} Your digit is read as ${number(pad.answer)}${place}.`;
  return before?.counts && before.counts.right !== counts.right
    ? `${first} The run before read ${hundredths(before.counts.right / before.tested)}.`
    : first;
}

function takeaway(settings: FirstLookSettings, now: string, all: string): string {
  const [moved, units] = [off(settings), number(settings.units)];
  const isWhole = settings.units === WHOLE;
  // Beside a larger one it is no longer the whole.
  const other = settings.units > WHOLE ? `the one with ${number(WHOLE)}` : 'the whole one';
  if (moved !== '')
    return isWhole
      ? `With every digit ${moved}, the network reads ${now} of 100 right; in place it reads ${all}.`
      : `With every digit ${moved}, a network with ${units} hidden units reads ${now} of 100 right; ${other}, in place, reads ${all}.`;
  return isWhole
    ? `The whole network reads ${all} of 100 digits right, none of which it has seen before.`
    : `With ${units} hidden units the network reads ${now} of 100 digits right; ${settings.units > WHOLE ? other : `${other}, with ${number(WHOLE)},`} reads ${all}.`;
}

/** How many held-out digits are read right, how many answers the move has changed, and what the digit on the pad is read as. */
export function tabulate(
  settings: FirstLookSettings,
  { counts, whole, tested, pad }: FirstLookOutcome,
): Rows {
  const row = (what: string, digits: number | null = null) => [
    what,
    digits,
    digits === null ? null : perCent(digits / tested),
  ];
  const { drawing } = settings;
  const drawn = drawing === SEVEN ? 'our seven is read as' : 'your digit is read as';
  const onPad = drawing === '' ? 'nothing is on the pad' : drawn;
  return {
    caption: `Of ${number(tested)} digits that the network has not learned from`,
    head: ['what', 'digits', 'share'],
    rows: [
      row('read right by the whole network, digits in place', whole),
      row(`read right: ${called(settings)}`, counts?.right),
      row('answers changed by the move', counts?.changed),
      [onPad, pad?.answer ?? null, null],
    ],
  };
}
