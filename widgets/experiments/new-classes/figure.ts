/** The figure: digits as they arrive with what they are taken for, and how sure the network is; below, what can be asked of it. */
import { range, sum } from 'd3-array';
import type { View } from '#kit/contract';
import type { AskedChart, Drawing, Mark, Part, PileImage, PileLook, Step } from '#kit/draw';
import { answered, bare, bars, behind, below, beside, chart, chartSteps, drawing } from '#kit/draw';
import { hundredths, labelAt, later, line, nearly, number, panel, pile, rule } from '#kit/draw';
import { svg, toStep, words } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { inAll, mixed, readingOf, rightIn, type NewClassesOutcome } from './outcome.ts';
import type { NewClassesSettings } from './params.ts';
import { below as askedBelow, classOf, type Tally } from './reading.ts';

const TILES = { side: SIDE, single: true, crosses: true };
const LAY = {
  wide: { pile: { ...TILES, columns: 8, rows: 4, width: 400 }, width: 248, high: 84 },
  narrow: { pile: { ...TILES, columns: 10, rows: 2, width: 320 }, width: 320, high: 44 },
} as const;
/** Bars of so many per cent each. */
const WIDE = 5;
const NONE = 'No 8 or 9 arrives.';
type Seen = View<NewClassesSettings, NewClassesOutcome>;

/** One complete picture in one layout. */
export function draw(
  settings: NewClassesSettings,
  outcome: NewClassesOutcome,
  view: Seen,
): Drawing {
  const digits = drawDigits(outcome, LAY[view.layout].pile);
  const sure = drawSure(settings, outcome, view);
  const whole = view.layout === 'wide' ? beside(32, digits, sure) : below(8, digits, sure);
  const label =
    'Handwritten digits as they arrive, wrong answers marked; bars: how sure the network is of 0 to 7, and of 8 and 9.';
  const few = LAY.narrow.pile;
  const still = { body: bare(imagesOf(outcome, few), few).body, y: 0, width: 320, height: 96 };
  const charts = [askingOf(outcome), passByPass(outcome), yearOf(outcome)];
  return { ...drawing(whole, label, still), steps: [surest(outcome), ...chartSteps(charts)] };
}

/** Digits as they arrive: so many of the places, here and there, hold an 8 or a 9; more that arrive take further places. */
function imagesOf(outcome: NewClassesOutcome, { columns, rows }: PileLook): PileImage[] {
  const { samples, use } = outcome;
  const count = columns * rows;
  const reading = readingOf(outcome);
  const fresh = Math.round(count * use.arrived);
  const next = { old: 0, fresh: 0 };
  return range(count).flatMap((i) => {
    // 13 shares no factor with the number of places, so each has a rank of its own.
    const which = (13 * i + 11) % count < fresh ? 'fresh' : 'old';
    const at = next[which]++;
    const sample = samples[which][at];
    if (!sample) return [];
    const answer = reading?.answers[which][at]?.answer ?? sample.label;
    return [answered(pixelsOf(sample.ink), classOf(sample.label, use.merged), answer)];
  });
}

function drawDigits(outcome: NewClassesOutcome, look: PileLook): Part {
  const images = imagesOf(outcome, look);
  const right = images.filter(({ isWrong }) => !isWrong).length;
  const { done, planned } = outcome.epochs;
  const more =
    done < planned
      ? `, after ${number(done)} of ${number(planned)} passes`
      : later('; under a cross: what it took one for');
  const learned = svg`${later(`${number(right)} read right`)}${more}`;
  const note = outcome.readings ? learned : 'It has not learned yet.';
  const title = `${number(images.length)} digits as they arrive`;
  return panel({ title, note }, pile(images, look));
}

/** Two rows of bars over one axis: how many answers are how sure, the wrong ones at the foot. */
function drawSure(settings: NewClassesSettings, outcome: NewClassesOutcome, view: Seen): Part {
  const { width, high } = LAY[view.layout];
  // The upper row stands on this, in heights of a row.
  const upper = 1 + 30 / high;
  return chart<NewClassesSettings, NewClassesOutcome>({
    ...{ title: 'How sure it is', view, run: { settings, outcome }, keyBelow: true },
    ...{ width, height: 2 * high + 70, left: 0, right: 0, top: 20, foot: 20 },
    x: { extent: [0, 100], ticks: [0, 100], format: (at) => (at > 0 ? '100 % sure' : '0 %') },
    y: { extent: [0, 1 + upper], isHidden: true },
    marks: (run) => {
      const { old, fresh } = readingOf(run.outcome) ?? {};
      const { arrived, askBelow } = run.outcome.use;
      const asked = [0, 1, null, upper, upper + 1].map((y) => [askBelow, y] as const);
      const how = { look: 'run-line thin', twice: false, waits: true, say: 'run' };
      const none = arrived > 0 ? '' : ': none arrives';
      return [
        rule({ y: upper }),
        ...rowOf('0 to 7', old, upper, false),
        ...rowOf(`8 and 9${none}`, none ? undefined : fresh, 0, true),
        bars([], { look: 'answered-right', key: 'right answers' }),
        bars([], { look: 'answered-wrong', key: 'wrong answers' }),
        askBelow > 0 && line(asked, { ...how, words: 'to a person' }),
      ];
    },
  });
}

/** One group: its name, how many are right, how sure the network is, and the bars. What `waits` does so but for its name. */
function rowOf(name: string, tally: Tally | undefined, base: number, waits: boolean): Mark[] {
  const heading = words(name, ({ left, y }) => [labelAt(name, left, y(base + 1) - 8)], { say: '' });
  if (!tally) return [heading];
  const shares = (counts: readonly number[]): readonly number[] =>
    range(0, 100, WIDE).map((from) => base + sum(counts.slice(from, from + WIDE)) / tally.digits);
  const how = { by: WIDE, base, waits };
  const told = `${hundredths(rightIn(tally))} % right, ${hundredths(tally.sure)} % sure`;
  return [
    heading,
    words(told, ({ right, y }) => [labelAt(told, right, y(base + 1) - 8, 'end')], {
      say: 'run strong',
      waits,
    }),
    bars(shares(tally.bySure), { ...how, look: 'answered-right' }),
    bars(shares(tally.wrongBySure), { ...how, look: 'answered-wrong' }),
    { ...behind(bars(shares(tally.bySure), { ...how, look: 'run-line' })), waits },
  ];
}

/** The 8s and 9s of whose answers it is surest. */
function surest({ surest: all, use }: NewClassesOutcome): Step {
  // What does not arrive is not shown: a first state must not tell what it is taken for.
  const digits = use.arrived > 0 ? all : [];
  const images = digits.map(({ ink, label, answer, sure }) => ({
    pixels: pixelsOf(ink),
    word: `${answer}: ${nearly(sure, 1)}`,
    isWrong: answer !== classOf(label, use.merged),
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

/** New digits that go to a person against known ones that do, for every limit. */
function askingOf(outcome: NewClassesOutcome): AskedChart {
  const { askBelow, arrived } = outcome.use;
  const reading = arrived > 0 ? readingOf(outcome) : null;
  const at = (percent: number): readonly [number, number] =>
    reading ? [askedBelow(reading.old, percent), askedBelow(reading.fresh, percent)] : [0, 0];
  const [old, fresh] = at(90);
  return {
    name: 'asking',
    asks: 'Would it help to ask a person?',
    says: reading
      ? `It is less than 90 % sure of ${hundredths(fresh)} of 100 8s and 9s, and of ${hundredths(old)} of 100 digits that it knows.`
      : NONE,
    title: 'Sent to a person',
    note: '8s and 9s, upwards',
    x: { label: '0 to 7' },
    line: reading ? range(0, 101).map(at) : [],
    against: 'diagonal',
    here: reading !== null && askBelow > 0 && at(askBelow),
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
  const old = (start?.old ?? 0) / (reading?.old.digits ?? 1);
  const low = mixed(use.arrived, old, (start?.fresh ?? 0) / (reading?.fresh.digits ?? 1));
  const now = inAll(outcome, rightIn);
  const end = typeof now === 'number' ? now : low;
  // 8s and 9s begin to arrive in April, and in September something is done about them.
  const read = [old, old, low, low, end, end];
  return {
    name: 'year',
    asks: 'What is a year like, beside a benchmark?',
    says:
      use.arrived === 0
        ? NONE
        : `The benchmark says ${hundredths(old)} of 100 all year. In use it is ${hundredths(low)} from April on, and ${hundredths(end)} from September on.`,
    title: 'A made-up year',
    note: 'read right; grey: benchmark',
    x: { extent: [1, 13], low: 'Jan', high: 'Dec', label: 'months' },
    y: { high: '100 %' },
    line: [1, 4, 4, 9, 9, 13].map((month, i) => [month, read[i] ?? 0]),
    against: old,
  };
}
