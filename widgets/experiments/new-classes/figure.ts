/** The figure: digits as they arrive with what they are taken for, and how sure the network is; below, what can be asked of it. */
import { range, sum } from 'd3-array';
import type { SeenRun, View } from '#kit/contract';
import type { Chart, ChartAxis, Drawing, Mark, Part, PileImage } from '#kit/draw';
import type { PileLook, Point, Step } from '#kit/draw';
import { answered, bare, bars, behind, below, beside, chart, dots, drawing } from '#kit/draw';
import { hundredths, labelAt, later, line, nearly, number, panel, pile, rule } from '#kit/draw';
import { series, toStep, words } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { readingOf, rightIn, type NewClassesOutcome as Outcome } from './outcome.ts';
import type { NewClassesSettings as Settings } from './params.ts';
import { below as askedBelow, classOf } from './reading.ts';
import { arriving, yearOf } from './seen.ts';

const TILES = { side: SIDE, single: true, crosses: true };
const LAY = {
  wide: { pile: { ...TILES, columns: 8, rows: 4, width: 400 }, width: 248, high: 84 },
  narrow: { pile: { ...TILES, columns: 10, rows: 2, width: 320 }, width: 320, high: 44 },
} as const;
/** Bars of so many per cent each. */
const WIDE = 5;
const NONE = 'No 8 or 9 arrives.';
const MONTHS: Readonly<Record<number, string>> = { 1: 'Jan', 4: 'Apr', 9: 'Sep' };
type Seen = View<Settings, Outcome>;
type Run = SeenRun<Settings, Outcome>;

/** One complete picture in one layout. */
export function draw(settings: Settings, outcome: Outcome, view: Seen): Drawing {
  const run = { settings, outcome };
  const digits = drawDigits(outcome, LAY[view.layout].pile);
  const bars = below(4, drawSure('old', run, view), drawSure('fresh', run, view));
  const sure = panel({ title: 'How sure it is', behind: view.ghost }, bars);
  const few = LAY.narrow.pile;
  const still = { body: bare(imagesOf(outcome, few), few).body, y: 0, width: 320, height: 96 };
  const drawn = drawing(
    view.layout === 'wide' ? beside(32, digits, sure) : below(8, digits, sure),
    'Handwritten digits as they arrive, wrong answers marked; bars: how sure the network is of 0 to 7, and of 8 and 9.',
    still,
  );
  const steps = [surest(outcome), asking(outcome), passByPass(outcome), year(outcome)];
  return { ...drawn, steps };
}

function imagesOf(outcome: Outcome, { columns, rows }: PileLook): PileImage[] {
  return arriving(outcome, columns * rows).map(({ ink, label, answer }) =>
    answered(pixelsOf(ink), classOf(label, outcome.use.merged), answer),
  );
}

function drawDigits(outcome: Outcome, look: PileLook): Part {
  const images = imagesOf(outcome, look);
  const right = images.filter(({ isWrong }) => !isWrong).length;
  const { done, planned } = outcome.epochs;
  const title = `${number(images.length)} digits as they arrive`;
  const aside = done < planned ? `after ${number(done)} of ${number(planned)} passes` : '';
  const learned = later(`${number(right)} read right; under a cross: what it took one for`);
  const note = outcome.readings ? learned : 'It has not learned yet.';
  return panel({ title, aside, note }, pile(images, look));
}

/** How sure it is of a group: its name, how many are right, and bars, the wrong answers at the foot. What waits does so but for the name. */
function drawSure(which: 'old' | 'fresh', run: Run, view: Seen): Part {
  const { width, high } = LAY[view.layout];
  const waits = which === 'fresh';
  const isNone = waits && run.outcome.use.arrived === 0;
  const name = waits ? `8 and 9${isNone ? ': none arrives' : ''}` : '0 to 7';
  return chart<Settings, Outcome>({
    ...{ view, run, width, height: high + 42, left: 0, right: 0, top: 20, foot: 22 },
    x: { extent: [0, 100], ticks: [0, 100], format: (at) => (at > 0 ? '100 % sure' : '0 %') },
    marks: ({ outcome }) => {
      const tally = readingOf(outcome)?.[which];
      const heading = words(name, ({ left }) => [labelAt(name, left, 12)], { say: '' });
      if (!tally || isNone) return [heading];
      const { askBelow } = outcome.use;
      const told = `${hundredths(rightIn(tally))} % right, ${hundredths(tally.sure)} % sure`;
      const barsOf = (counts: readonly number[], look: string, key?: string): Mark => {
        const froms = range(0, 100, WIDE);
        const shares = froms.map((at) => sum(counts.slice(at, at + WIDE)) / tally.digits);
        return bars(shares, { by: WIDE, waits, look, ...(key && !waits && { key }) });
      };
      const person = { look: 'run-line thin', twice: false, waits: true, say: 'run' };
      return [
        heading,
        words(told, ({ right }) => [labelAt(told, right, 12, 'end')], { say: 'run strong', waits }),
        barsOf(tally.bySure, 'right', 'right answers'),
        barsOf(tally.wrongBySure, 'wrong', 'wrong answers'),
        { ...behind(barsOf(tally.bySure, 'run-line')), waits },
        askBelow > 0 && rule({ x: askBelow }, { ...person, words: !waits && 'to a person' }),
      ];
    },
  });
}

/** The 8s and 9s of whose answers it is surest. */
function surest({ surest: all, use }: Outcome): Step {
  // What does not arrive is not shown: a first state must not tell what it is taken for.
  const digits = use.arrived > 0 ? all : [];
  const images = digits.map(({ ink, label, answer, sure }) => ({
    ...answered(pixelsOf(ink), classOf(label, use.merged), answer),
    word: `${answer}: ${nearly(sure, 1)}`,
  }));
  const [first] = digits;
  const drawn = pile(images, { width: 240, columns: 3, rows: 2, side: SIDE });
  return toStep(panel({ title: 'Surest of 8s and 9s' }, drawn), {
    name: 'surest',
    asks: 'Which 8s and 9s is it surest of?',
    label: 'Six 8s and 9s with their answers.',
    says: first
      ? `Of ${first.label === 8 ? 'an 8' : 'a 9'} it says “${first.answer}”, and is ${nearly(first.sure, 1)} sure.`
      : NONE,
  });
}

/** An axis of shares, in per cent. */
const OF_ALL = { extent: [0, 1], ticks: 4, format: hundredths } as const;
const shares = (label: string): ChartAxis => ({ ...OF_ALL, label });

type Asked = Pick<Step, 'name' | 'asks' | 'says'> &
  Pick<Required<Chart<never, never>>, 'x' | 'y' | 'marks'>;

/** A chart as a step. */
function asked(title: string, { x, y, marks, ...words }: Asked): Step {
  return toStep(chart({ title, x, y, marks, width: 240, height: 200, right: 10 }), words);
}

/** New digits that go to a person against known ones that do, for every limit. */
function asking(outcome: Outcome): Step {
  const { askBelow, arrived } = outcome.use;
  const reading = arrived > 0 ? readingOf(outcome) : null;
  const at = (percent: number): readonly [number, number] =>
    reading ? [askedBelow(reading.old, percent), askedBelow(reading.fresh, percent)] : [0, 0];
  const [old, fresh] = at(90);
  const marks = [
    line(series([0, 1]), { look: 'hair' }),
    reading && line(range(0, 101).map(at)),
    reading && askBelow > 0 && dots([at(askBelow)]),
  ];
  return asked('Sent to a person', {
    ...{ x: shares('% of 0 to 7'), y: shares('% of 8s and 9s'), marks },
    name: 'asking',
    asks: 'Would it help to ask a person?',
    says: reading
      ? `It is less than 90 % sure of ${hundredths(fresh)} of 100 8s and 9s, and of ${hundredths(old)} of 100 digits that it knows.`
      : NONE,
  });
}

/** Right answers in both groups after each pass. */
function passByPass({ course, use, firstPasses, readings, epochs }: Outcome): Step {
  const reading = readings?.[use.merged];
  const [old = [], fresh = []] = (['old', 'fresh'] as const).map((which) =>
    course.map((one) => one[use.merged][which] / (reading?.[which].digits ?? 1)),
  );
  const x = { extent: [0, epochs.planned], ticks: 4, label: 'passes' } as const;
  const marks = [
    line(series(old), { key: '0 to 7' }),
    line(series(fresh), { look: 'sure-line', key: '8 and 9' }),
  ];
  const said = (pass: number): string => hundredths(old[pass] ?? 0);
  return asked('Read right, pass by pass', {
    ...{ x, y: shares('%'), marks },
    name: 'passes',
    asks: 'What does it learn, and what does it forget?',
    says:
      epochs.done > firstPasses
        ? `After ${number(firstPasses)} passes come the new labels. One pass later it reads ${said(firstPasses + 1)} of 100 digits from 0 to 7, and in the end ${said(old.length - 1)}.`
        : 'There are no new labels to learn from.',
  });
}

/** A benchmark that stands still, and a year of use that does not: made up, with the shares of this run. */
function year(outcome: Outcome): Step {
  const { old, low, end } = yearOf(outcome);
  // 8s and 9s begin to arrive in April, and in September something is done about them.
  const read = [old, old, low, low, end, end];
  const points = [1, 4, 4, 9, 9, 13].map((month, i): Point => [month, read[i] ?? 0]);
  const x: ChartAxis = { extent: [1, 13], ticks: [1, 4, 9], format: (at) => MONTHS[at] ?? '' };
  const marks = [
    rule({ y: old }, { look: 'sure-line', key: 'benchmark' }),
    line(points, { key: 'in use' }),
  ];
  return asked('A made-up year', {
    ...{ x, y: shares('read right, %'), marks },
    name: 'year',
    asks: 'What is a year like, beside a benchmark?',
    says:
      outcome.use.arrived === 0
        ? NONE
        : `The benchmark says ${hundredths(old)} of 100 all year. In use it is ${hundredths(low)} from April on, and ${hundredths(end)} from September on.`,
  });
}
