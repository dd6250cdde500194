/** The figure: two equal districts with what is on record, the share of A day by day, and all cities as a heap over the same axis. */
import { mean, range } from 'd3-array';
import type { SeenRun, View } from '#kit/contract';
import type { BarRow, Drawing, Part, Point, Step } from '#kit/draw';
import { askedChart, band, barRows, behind, below, beside, byHandles, chart } from '#kit/draw';
import { clamped, dots, drawing, handle, line, number, ofWhole, panel } from '#kit/draw';
import { perCent, rule, series, short, special, specks, steps, svg, WIDTH } from '#kit/draw';
import { cameTrue, nearOf, predicted, shareAt } from './measures.ts';
import { BINS, CITIES, heapOf, isOff, type DistrictsOutcome } from './model.ts';
import { params, type DistrictSettings } from './params.ts';

type Ran = SeenRun<DistrictSettings, DistrictsOutcome>;
type Seen = View<DistrictSettings, DistrictsOutcome>;

const PERCENT = { extent: [0, 100] as const, ticks: 5 };
/** Of the lines and the heap, so that they stand side by side. */
const HIGH = { height: { wide: 196, narrow: 174 }, top: 24, keyBelow: true };

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: DistrictSettings, outcome: DistrictsOutcome, view: Seen): Drawing {
  const { layout, isInline, moment = outcome.moments.length - 1 } = view;
  const run = { settings, outcome };
  const label =
    'Two equal districts with their records as bars; below, the share of the records that district A has, day by day in one city and in some others, and all 500 cities as dots over the same axis.';
  const both = beside(10, linesOf(run, view, moment), heapsOf(run, view, moment));
  const one = drawing(below(8, districts(run, WIDTH[layout], moment), both), label);
  return isInline ? one : { ...one, steps: [testStep(outcome), perPatrolStep(outcome)] };
}

/** The first dot is taken up and down: A’s share of the first records, those of B as they are. */
export const edit = byHandles<typeof params, DistrictsOutcome>(
  params,
  'firstA',
  (at, { firstB }) => (Math.min(98, at) * firstB) / (100 - Math.min(98, at)),
);

/** A's share of the records, day by day, in the city that is seen and in some others. */
function linesOf(run: Ran, view: Seen, moment: number): Part {
  const { moments, others, crime } = run.outcome;
  const now = shareAt(run.outcome, moment);
  // Every second moment is enough.
  const seen = range(moment + 1).filter((i) => i % 2 === 0 || i === moment);
  const fan = others.flatMap((list): Point[] => [
    ...seen.map((i): Point => [moments[i]?.day ?? 0, 100 * (list[i] ?? 0)]),
    [0, null],
  ]);
  return chart<DistrictSettings, DistrictsOutcome>({
    title: 'A’s share of the records',
    note: `this city: ${perCent(now.a, 0)} on day ${number(now.day)}`,
    ...{ ...HIGH, view, run, width: { wide: 440, narrow: 196 } },
    x: { extent: [0, run.settings.days], label: 'days', ticks: { wide: 5, narrow: 3 } },
    y: { ...PERCENT, label: '%' },
    marks: ({ settings: { firstA, firstB }, outcome: its }) => [
      band({ y: nearOf(run.outcome) }),
      rule({ y: 100 * crime }, { look: 'sure-line thin', key: 'A’s share of the crime' }),
      line(fan, { look: 'seed-line', key: '16 others' }),
      line(
        its.moments
          .slice(0, its === run.outcome ? moment + 1 : Infinity)
          .map(({ day }, i) => [day, 100 * shareAt(its, i).a]),
        { key: 'this city' },
      ),
      dots([[now.day, 100 * now.a]], { r: 3.5, twice: false }),
      !view.isInline &&
        handle({
          ...{ sets: 'firstA', param: params.firstA, value: firstA, name: 'first records in A' },
          ...{ along: 'y', at: (100 * firstA) / (firstA + firstB), across: 0, dot: true },
          told: `${number(firstA)} of ${number(firstA + firstB)}`,
          ...{ hint: 'drag the first dot', keys: '↑ ↓ first records' },
        }),
    ],
  });
}

/** All cities as a heap over the same axis; of another run its outline. */
function heapsOf(run: Ran, view: Seen, moment: number): Part {
  const { heaps, crime, off } = run.outcome;
  const [low, high] = nearOf(run.outcome);
  const heap = heaps[moment] ?? [];
  const width = view.layout === 'wide' ? 230 : 114;
  // So far is a dot of the heap from the next one, unless too many lie in one bin.
  const pitch = Math.min(4.6, (width - 6) / Math.max(1, ...heap));
  const middle = (bin: number): number => (100 * (bin + 0.5)) / BINS;
  const rows = (isOutside: boolean) =>
    special(({ y }) => {
      const row = (count: number, bin: number): string =>
        count > 0 && isOff(middle(bin) / 100, crime) === isOutside
          ? `M4 ${short(y(middle(bin)))}h${short((count - 1) * pitch + 0.01)}`
          : '';
      return svg`<path class="${isOutside ? 'run' : 'before'}-line speck" stroke-dasharray="0 ${pitch}" d="${heap.map(row).join('')}"/>`;
    });
  const outline = ({ heaps: all }: DistrictsOutcome): Point[] =>
    (all.at(-1) ?? []).map((count, bin) => [count, middle(bin)]);
  return chart<DistrictSettings, DistrictsOutcome>({
    title: `${number(off[moment] ?? 0)} of ${number(CITIES)} cities`,
    note: `outside ${low}–${high} %`,
    ...{ ...HIGH, view, run, width, left: 1, right: 0 },
    x: { extent: [0, (width - 1) / pitch], ticks: [], label: 'a dot: one city' },
    y: { ...PERCENT, isBare: true },
    marks: ({ outcome: its }) => [
      band({ y: [low, high] }),
      rows(false),
      rows(true),
      clamped(behind(line(outline(its), { look: 'run-line thin' }))),
    ],
  });
}

/** Both districts at a moment, as far as all that may come would go: what is on record, and where the patrol is. */
function districts({ settings, outcome }: Ran, width: number, moment: number): Part {
  const { firstA, firstB, days, rateA, rateB } = settings;
  const most = Math.max(firstA + days * rateA, firstB + days * rateB);
  const { patrol, records = [], patrols = [] } = outcome.moments[moment] ?? {};
  const rows = ['A', 'B'].map((name, i): BarRow => {
    const [made = 0, sent = 0] = [records[i], patrols[i]];
    const here = patrol === name && svg`<tspan class="run" dx="8">the patrol is here</tspan>`;
    return {
      name: svg`<tspan class="strong">District ${name}</tspan>${here}`,
      bars: ofWhole(made / most, 'run-fill'),
      told: `${number(made)} in ${number(sent)} days`,
      say: 'soft',
    };
  });
  const title = 'Records in so many days of patrol';
  return panel({ title }, barRows(rows, { width, most: 1, pitch: 36 }));
}

/** Each city as a dot: what its records said at half time, and what the records made since say. */
function testStep(outcome: DistrictsOutcome): Step {
  const { cities, half } = outcome;
  const points = cities.map(({ early, late }): Point => [100 * early, late && 100 * late]);
  const came = mean(cities, cameTrue);
  return askedChart({
    name: 'test',
    asks: 'Do the predictions come true?',
    label: 'Each city as a dot: the share predicted for A against the share recorded later.',
    says: `On day ${number(half)}, the district that leads has ${perCent(mean(cities, predicted) ?? 0, 0)} of the records on average. Of the records made after that day, ${came === undefined ? 'nothing' : perCent(came, 0)} come from it.`,
    ...{ title: 'A dot for each city', height: 240, right: 10 },
    x: { ...PERCENT, label: `predicted on day ${number(half)}: A’s %` },
    y: { ...PERCENT, label: 'recorded since: A’s %' },
    marks: [
      line(series([0, 100], 0, 100), { look: 'hair' }),
      specks(points, { look: 'run-line speck' }),
    ],
  });
}

/** The cities over A’s share: by records, and by what is seen on a day of patrol. */
function perPatrolStep(outcome: DistrictsOutcome): Step {
  const { cities, crime, heaps, off } = outcome;
  const [low, high] = nearOf(outcome);
  const byRecords = heaps.at(-1) ?? [];
  const byDay = heapOf(cities.map(({ perPatrol }) => perPatrol));
  const away = cities.filter(({ perPatrol }) => isOff(perPatrol, crime)).length;
  const edges = range(BINS + 1).map((edge) => (100 * edge) / BINS);
  return askedChart({
    name: 'perPatrol',
    asks: 'What if records are divided by the days of patrol?',
    label: 'All cities over the share of A: by records, and by records per day of patrol.',
    says: `By their records, ${number(off.at(-1) ?? 0)} of ${number(CITIES)} cities lie outside ${low} to ${high} %; by records per day of patrol, ${number(away)} do.`,
    x: { ...PERCENT, label: 'A’s share, %' },
    y: { extent: [0, Math.max(...byRecords, ...byDay)], label: 'cities', ticks: 4 },
    marks: [
      band({ x: [low, high] }),
      steps(edges, byDay, { isFilled: true, key: 'by records per day of patrol' }),
      steps(edges, byRecords, { look: 'sure-line thin', key: 'by records' }),
    ],
  });
}
