/** What a viva sheet says: to be read aloud by whoever examines, in the page’s own labels. */
import { listed } from '#words/src/tasks/judge/lists';

/** A label and its value. */
type Pair = readonly [label: string, value: string];
const pairs = (all: readonly Pair[], between: string): string =>
  listed(all.map(([label, value]) => `“${label}”${between}${value}`));

interface Changed {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

type Moved = Changed & { readonly way: number };

const WAYS = { past: ['fell', 'rose', 'stayed'], would: ['fall', 'rise', 'stay'] } as const;

/** `rose from 4 ms to 9 ms`. */
function moved(tense: keyof typeof WAYS, { from, to, way }: Moved): string {
  const [down, up, same] = WAYS[tense];
  if (way === 0) return `${same} at ${from}`;
  return `${way < 0 ? down : up} from ${from} to ${to}`;
}

/** A quotation; one that stands in it has single marks. */
const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

const aim = (about: string): string => (about === '' ? '' : ` (${about})`);
const few = (names: readonly string[]): string =>
  listed(names.length > 12 ? [...names.slice(0, 11), `${names.length - 11} others`] : names);

export const VIVA = {
  quoted,
  settings: (all: readonly Pair[]) => pairs(all, ' at '),
  measures: (all: readonly Pair[]) => `Repeated here, it gave ${pairs(all, ': ')}.`,
  /** An item as it is called in a question; `about` without its final dot. */
  item: (place: number, about: string) => `Item ${place}${aim(about)}.`,
  asked: (place: number, text: string) => `Item ${place} asked: ${quoted(text)}`,
  answered: (given: string) => `You answered: ${quoted(given)}`,
  paired: (from: string, to: string) => `To ${quoted(from)} you answered: ${quoted(to)}`,
  right: (all: readonly string[]) => `Right: ${all.join(' / ')}.`,
  images: (numbers: string) => `the images ${numbers}`,
  rows: (numbers: string) => `the rows ${numbers}`,
  heads: {
    came: 'What you found',
    changed: 'What you changed',
    if: 'What would happen if',
    own: 'In your own words',
  },
  /** A number that was answered. */
  how: 'How did you come to that, and do you still hold it to be right?',
  other: (value: string, belief: string) =>
    `Another student has ${value}. Which mistake leads there? (This belief: ${quoted(belief)})`,
  noOther: 'Which of the numbers in the question matters most to your answer, and why?',
  /** A run that was cited. */
  claimed: (text: string, settings: string, label: string) =>
    `You write: ${quoted(text)} One of your runs has ${settings}. What did that run give for “${label}”, and does it bear out what you write?`,
  reached: (settings: string, label: string) =>
    `You handed in a run with ${settings}. What did it give for “${label}”, and is that what was asked for?`,
  cited: (found: string, solution: string) => `${found} ${solution}`,
  whichSetting: 'Which of these settings matters most, and how would you find out?',
  /** What was changed from the start. */
  changed: (all: readonly Changed[], label: string) =>
    `In your run you set ${listed(all.map((one) => `“${one.label}” from ${one.from} to ${one.to}`))}. Why? And what did ${all.length === 1 ? 'it' : 'that together'} do to “${label}”?`,
  was: (one: Moved) => `“${one.label}” ${moved('past', one)}.`,
  second: (one: Moved) => `And “${one.label}”: up, down or the same? (It ${moved('past', one)}.)`,
  whichOne: 'Which of these changes did most of it, and how would you find out?',
  whyThat: 'What in the system makes it so?',
  /** What was not tried. */
  suppose: (settings: string, { label, from, to }: Changed, measure: string, now: string) =>
    `Take your run with ${settings}. Suppose you set “${label}” to ${to} instead of ${from}, and left all the rest. What would “${measure}” do: rise, fall, or stay at ${now}? About how far would it go?`,
  would: (one: Moved) => `“${one.label}” would ${moved('would', one)}.`,
  further: (to: string, one: Moved) =>
    `And with ${to}? (From there it would ${moved('would', one)}.)`,
  /** Any answer. */
  why: 'Why? Say it in other words, as you would to somebody who has not read it.',
  program: (call: string) =>
    `You wrote a program. Lead me through it, line by line: what does it do with ${call}?`,
  gives: (call: string, gives: string) => `${call} gives ${gives}.`,
  belief: (belief: string, told: string) =>
    `Another student thinks: ${quoted(belief)} What do you tell them? (${told})`,
  /** What is missing on a sheet. */
  missing: {
    empty: 'Nothing that can be asked about was handed in: no answer and no run.',
    fewer: (n: number) =>
      `Only ${n === 1 ? 'one question' : 'two questions'}: so little was handed in.`,
    runs: 'No run is cited that counts, so nothing is asked about settings.',
    slow: 'No experiment whose runs are cited answers at once, so nothing is asked about settings that were not tried.',
    unmoved:
      'No cited run can be compared with its start, so nothing is asked about what was changed.',
    unclear: 'No setting that was not tried makes a clear difference, so none is asked about.',
  },
} as const;

/** Around the questions. */
export const SHEET = {
  language: 'en',
  title: (title: string) => `Viva: ${title}`,
  who: ({ name, number }: Readonly<Record<'name' | 'number', string>>) =>
    name === '' ? number : `${name} (${number})`,
  set: (title: string, made: string) => `${title}. Handed in ${made}, by the student’s own clock.`,
  made: (day: string, time: string) => `${day} at ${time} UTC`,
  same: (names: readonly string[], isWork: boolean) =>
    `The same sheet as ${few(names)}${isWork ? ': the same answers and the same runs' : ', though not all of their work is the same'}. Ask them one directly after the other.`,
  answer: 'Answer',
  next: 'If right, ask',
  note: 'Note',
} as const;
