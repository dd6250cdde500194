/** What is asked for: its surest answers to what it does not know, what asking a person would bring, how it forgets, and a year of use. */
import { range } from 'd3-array';
import type { AskedChart, Step } from '#kit/draw';
import { chartSteps, hundredths, nearly, number, panel, pile } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { MEASURES, mixed, readingOf, type NewClassesOutcome } from './outcome.ts';
import { below, classOf } from './reading.ts';

/** As wide as the page shows a step. */
const WIDTH = 240;
const NONE = 'No 8 or 9 arrives.';
/** Months of the year that is made up: 8s and 9s begin to arrive, and something is done about them. */
const MONTHS = { all: 12, arrive: 4, act: 9 } as const;

/** All pictures, in the order in which they are asked for. */
export function stepsOf(outcome: NewClassesOutcome): readonly Step[] {
  const charts = [askingOf(outcome), passByPass(outcome), yearOf(outcome)];
  return [surest(outcome), ...chartSteps(charts)];
}

function surest({ surest: all, use }: NewClassesOutcome): Step {
  // What does not arrive is not shown: a first state must not tell what it is taken for.
  const digits = use.arrived > 0 ? all : [];
  const images = digits.map(({ ink, label, answer, sure }) => ({
    pixels: pixelsOf(ink),
    word: `${answer}: ${nearly(sure, 1)}`,
    isWrong: answer !== classOf(label, use.merged),
  }));
  const look = { width: WIDTH, columns: 3, rows: 2, side: SIDE };
  const [first] = digits;
  const drawn = panel({ title: 'Surest of 8s and 9s' }, pile(images, look));
  return {
    ...drawn,
    height: Math.ceil(drawn.height),
    name: 'surest',
    asks: 'Which 8s and 9s is it surest of?',
    label: 'Six 8s and 9s with their answers.',
    says: first
      ? `Of ${first.label === 8 ? 'an 8' : 'a 9'} it says “${first.answer}”, and is ${nearly(first.sure, 1)} sure.`
      : NONE,
  };
}

/** New digits that go to a person against known ones that do, for every limit. */
function askingOf(outcome: NewClassesOutcome): AskedChart {
  const { askBelow, arrived } = outcome.use;
  const reading = arrived > 0 ? readingOf(outcome) : null;
  const at = (percent: number) =>
    reading ? ([below(reading.old, percent), below(reading.fresh, percent)] as const) : null;
  const [old, fresh] = at(90) ?? [0, 0];
  return {
    name: 'asking',
    asks: 'Would it help to ask a person?',
    says: reading
      ? `It is less than 90 % sure of ${hundredths(fresh)} of 100 8s and 9s, and of ${hundredths(old)} of 100 digits that it knows.`
      : NONE,
    title: 'Sent to a person',
    note: '8s and 9s, upwards',
    x: { label: '0 to 7' },
    line: range(0, 101).flatMap((percent) => {
      const place = at(percent);
      return place ? [place] : [];
    }),
    against: 'diagonal',
    here: askBelow > 0 && (at(askBelow) ?? false),
  };
}

/** Right answers in both groups after each pass: two lines, a gap between them; the dot ends that of 0 to 7. */
function passByPass({ course, use, firstPasses, readings, epochs }: NewClassesOutcome): AskedChart {
  const reading = readings?.[use.merged];
  const line = (which: 'old' | 'fresh') =>
    course.map((one, i) => [i, one[use.merged][which] / (reading?.[which].digits ?? 1)] as const);
  const old = line('old');
  const said = (pass: number): string => hundredths(old[pass]?.[1] ?? 0);
  return {
    name: 'passes',
    asks: 'What does it learn, and what does it forget?',
    says:
      epochs.done > firstPasses
        ? `After ${number(firstPasses)} passes come the new labels. One pass later it reads ${said(firstPasses + 1)} of 100 digits from 0 to 7, and in the end ${said(old.length - 1)}.`
        : 'There are no new labels to learn from.',
    title: 'Read right, pass by pass',
    note: 'with the dot: 0 to 7; the other: 8 and 9',
    x: { extent: [0, epochs.planned], high: number(epochs.planned), label: 'passes' },
    y: { high: '100 %' },
    line: [...old, [0, null], ...line('fresh')],
    here: old.at(-1) ?? false,
  };
}

/** A benchmark that stands still, and a year of use that does not: made up, with the shares of this run. */
function yearOf(outcome: NewClassesOutcome): AskedChart {
  const { course, firstPasses, use } = outcome;
  const reading = readingOf(outcome);
  const start = course[Math.min(firstPasses, course.length - 1)]?.none;
  const [old, fresh] = [
    (start?.old ?? 0) / (reading?.old.digits ?? 1),
    (start?.fresh ?? 0) / (reading?.fresh.digits ?? 1),
  ];
  const low = mixed(use.arrived, old, fresh);
  const now = MEASURES.accuracy(outcome);
  const end = typeof now === 'number' ? now : low;
  return {
    name: 'year',
    asks: 'What is a year like, beside a benchmark?',
    says:
      use.arrived === 0
        ? NONE
        : `The benchmark says ${hundredths(old)} of 100 all year. In use it is ${hundredths(low)} from April on, and ${hundredths(end)} from September on.`,
    title: 'A made-up year',
    note: 'read right; grey: benchmark',
    x: { extent: [1, MONTHS.all + 1], low: 'Jan', high: 'Dec', label: 'months' },
    y: { high: '100 %' },
    line: [
      [1, old],
      [MONTHS.arrive, old],
      [MONTHS.arrive, low],
      [MONTHS.act, low],
      [MONTHS.act, end],
      [MONTHS.all + 1, end],
    ],
    against: old,
  };
}
