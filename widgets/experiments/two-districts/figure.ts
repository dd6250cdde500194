/** The figure: two equal districts with what is on record, the share of A day by day, and all cities as a heap over the same axis. */
import { max, range } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Part, Point, Step } from '#kit/draw';
import { band, behind, below, beside, byHandles, chart, clamped, dots, drawing } from '#kit/draw';
import { handle, labelAt, legend, line, number, panel, part, perCent, rule } from '#kit/draw';
import { series, short, special, specks, squares, steps, svg, toStep, WIDTH } from '#kit/draw';
import { words } from '#kit/draw';
import { lastOf, meanOf, measures, nearOf, outsidePerPatrol, shareAt } from './measures.ts';
import { BINS, CITIES, heapOf, isOff, type City, type DistrictsOutcome } from './model.ts';
import { params, type DistrictSettings } from './params.ts';

const DESCRIBED =
  'Two equal districts with their records as squares; below, the share of the records that district A has, day by day in one city and in some others, and all 500 cities as dots over the same axis.';
/** How a district is laid, how many squares it has, and how wide the heap is. */
const LOOK = {
  wide: { lay: { columns: 40, pitch: 8 }, count: 200, gap: 40, heap: 230 },
  narrow: { lay: { columns: 25, pitch: 6 }, count: 100, gap: 20, heap: 114 },
} as const;
const PERCENT = { extent: [0, 100] as const, ticks: 5 };

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(
  settings: DistrictSettings,
  outcome: DistrictsOutcome,
  view: View<DistrictSettings, DistrictsOutcome>,
): Drawing {
  const { layout, isInline, moment = lastOf(outcome) } = view;
  const isWide = layout === 'wide';
  const { moments, others, heaps, crime } = outcome;
  const { days } = settings;
  const now = shareAt(outcome, moment);
  const near = nearOf(outcome);
  const run = { settings, outcome };
  const shared = { view, run, height: { wide: 206, narrow: 174 }, top: 24 };
  const fan = others.flatMap((list): readonly Point[] => [
    // Every second moment is enough.
    ...list
      .map((share, i) => [moments[i]?.day ?? 0, 100 * share] as const)
      .filter((_, i) => i <= moment && (i % 2 === 0 || i === moment)),
    [days, null],
  ]);
  const lines = chart<DistrictSettings, DistrictsOutcome>({
    ...shared,
    title: 'A’s share of the records',
    note: `this city: ${perCent(now.a, 0)} on day ${number(now.day)}`,
    width: { wide: 430, narrow: 196 },
    x: { extent: [0, days], label: 'days', ticks: isWide ? 5 : 3 },
    y: { ...PERCENT, label: '%' },
    marks: ({ settings: { firstA, firstB }, outcome: its }) => {
      const city = its.moments.map(({ day }, i) => [day, 100 * shareAt(its, i).a] as const);
      const end = its === outcome ? moment : lastOf(its);
      return [
        band({ y: near }),
        line(fan, { look: 'seed-line' }),
        rule({ y: 100 * crime }, { look: 'sure-line thin' }),
        line(city.filter(([day], i) => i <= end && day <= days)),
        dots([[now.day, 100 * now.a]], { r: 3.5, twice: false }),
        !isInline &&
          handle({
            ...{ sets: 'firstA', param: params.firstA, value: firstA },
            ...{ along: 'y', at: (100 * firstA) / (firstA + firstB), across: 0, dot: true },
            ...{
              name: 'first records in A',
              told: `${number(firstA)} of ${number(firstA + firstB)}`,
            },
            ...{ hint: 'drag the first dot', keys: '↑ ↓ first records' },
          }),
      ];
    },
  });
  const [low, high] = near;
  const heap = heaps[moment] ?? [];
  const { heap: width } = LOOK[layout];
  // So far is a dot of the heap from the next one, unless too many lie in one bin.
  const pitch = Math.min(4.6, (width - 6) / Math.max(1, ...heap));
  const rows = (isOutside: boolean) =>
    special(({ y }) => {
      const row = (count: number, bin: number): string =>
        count > 0 && isOff((bin + 0.5) / BINS, crime) === isOutside
          ? `M4 ${short(y((100 * (bin + 0.5)) / BINS))}h${short((count - 1) * pitch + 0.01)}`
          : '';
      return svg`<path class="city-dots${!isOutside && ' inside'}" stroke-dasharray="0 ${pitch}" d="${heap.map(row).join('')}"/>`;
    });
  const cities = chart<DistrictSettings, DistrictsOutcome>({
    ...shared,
    title: `${number(outcome.off[moment] ?? 0)} of ${number(CITIES)}`,
    note: isWide ? `cities are outside ${low} to ${high} %` : `outside ${low}–${high} %`,
    ...{ width, left: 1, right: 0 },
    x: { extent: [0, (width - 1) / pitch], isHidden: true },
    y: { ...PERCENT, isBare: true },
    marks: ({ outcome: its }) => [
      band({ y: near }),
      rows(false),
      rows(true),
      clamped(behind(line(outlineOf(its.heaps.at(-1) ?? []), { look: 'run-line thin' }))),
      words('a dot: one city', ({ right, floor }, text) => [
        labelAt(text, right, floor + 17, 'end'),
      ]),
    ],
  });
  const key = legend(
    [
      ['this city', 'run-line'],
      ['16 others', 'seed-line'],
      [isWide ? 'A’s share of the crime' : 'share of crime', 'sure-line thin'],
    ].map(([told = '', look]) => ({
      words: told,
      swatch: (x, y) => svg`<path class="${look}" d="M${x - 5} ${y}h10"/>`,
    })),
    WIDTH[layout],
  );
  const both = beside(isWide ? 20 : 10, lines, cities);
  const whole = below(8, districts(settings, outcome, moment, layout), key, both);
  const one = drawing(whole, DESCRIBED);
  return isInline ? one : { ...one, steps: [testStep(outcome), perPatrolStep(outcome)] };
}

/** The end of each row of a heap, from the lowest up. */
const outlineOf = (heap: readonly number[]): readonly Point[] =>
  heap.flatMap((count, bin) => [bin, bin + 1].map((edge) => [count, (100 * edge) / BINS] as const));

/** The first dot is taken up and down: A’s share of the first records, those of B as they are. */
export const edit = byHandles<typeof params, DistrictsOutcome>(
  params,
  'firstA',
  (at, { firstB }) => (Math.min(98, at) * firstB) / (100 - Math.min(98, at)),
);

/** Both districts at a moment: equal fields of squares, filled by what is on record; the patrol’s place is framed. */
function districts(
  settings: DistrictSettings,
  { moments }: DistrictsOutcome,
  moment: number,
  layout: 'wide' | 'narrow',
): Part {
  const { lay, count, gap } = LOOK[layout];
  const isWide = layout === 'wide';
  const { firstA, firstB, days, rateA, rateB } = settings;
  const most = Math.max(firstA + days * rateA, firstB + days * rateB);
  // So many records are a square: enough that all that may come find room.
  const unit = [1, 2, 5, 10, 20, 50, 100].find((one) => one * count >= most) ?? 200;
  const { day = 0, patrol, records = [], patrols = [] } = moments[moment] ?? {};
  const fields = ['A', 'B'].map((name, i) => {
    const [made, spent] = [number(records[i] ?? 0), number(patrols[i] ?? 0)];
    const filled = Math.min(count, Math.round((records[i] ?? 0) / unit));
    const field = squares(lay, { 'cell-right': filled, 'cell-quiet': count - filled });
    const { width, height, body } = field;
    const frame =
      patrol === name && svg`<path class="run-line" d="M-3 -3H${width + 2}V${height + 2}H-3Z"/>`;
    const told = isWide
      ? { aside: `${made} records, ${spent} days of patrol` }
      : { note: `${made} in ${spent} days` };
    return panel({ title: `District ${name}`, ...told }, part(width, height, svg`${body}${frame}`));
  });
  const square = `a square: ${unit === 1 ? 'one record' : `${number(unit)} records`}`;
  const told = isWide ? `framed: the patrol on day ${number(day)}` : 'days of patrol, framed now';
  const foot = svg`<text class="soft" y="15">${square}; ${told}</text>`;
  return below(0, beside(gap, ...fields), part(WIDTH[layout], 20, foot));
}

/** Each city as a dot: what its records said at half time, and what the records made since say. */
function testStep(outcome: DistrictsOutcome): Step {
  const { cities, half } = outcome;
  const drawn = chart({
    title: 'A dot for each city',
    ...{ width: 240, height: 240, right: 10 },
    x: { ...PERCENT, label: `predicted on day ${number(half)}: A’s %` },
    y: { ...PERCENT, label: 'recorded since: A’s %' },
    marks: [
      line(series([0, 100], 0, 100), { look: 'hair' }),
      specks(
        cities.map(({ early, late }) => [100 * early, late && 100 * late]),
        { look: 'city-dots faint' },
      ),
    ],
  });
  const [predicted, came] = [measures['predicted'], measures['cameTrue']].map((one) => {
    const share = one?.of(outcome);
    return typeof share === 'number' ? perCent(share, 0) : 'nothing';
  });
  return toStep(drawn, {
    name: 'test',
    asks: 'Do the predictions come true?',
    label: 'Each city as a dot: the share predicted for A against the share recorded later.',
    says: `On day ${number(half)}, the district that leads has ${predicted} of the records on average. Of the records made after that day, ${came} come from it.`,
  });
}

/** The cities over A’s share: by records, and by what is seen on a day of patrol. */
function perPatrolStep(outcome: DistrictsOutcome): Step {
  const { cities, crime, outside } = outcome;
  const byRecords = heapOf(cities.map(({ records }) => records));
  const byDay = heapOf(cities.map(({ perPatrol }) => perPatrol));
  const most = max([...byRecords, ...byDay]) ?? 1;
  const edges = range(BINS + 1).map((edge) => (100 * edge) / BINS);
  const drawn = chart({
    title: 'Divided by the patrols',
    ...{ width: 240, height: 150, left: 1, right: 10, top: 6 },
    x: { ...PERCENT, label: 'A’s share, %' },
    y: { extent: [0, most], isHidden: true },
    marks: [
      band({ x: nearOf(outcome) }),
      steps(edges, byDay, { isFilled: true, key: 'by records per day of patrol' }),
      steps([0, ...edges, 100], [0, ...byRecords, 0], {
        look: 'sure-line thin',
        key: 'by records',
      }),
    ],
  });
  // Where crime is equal, how many cities are lopsided; else how far A’s share is from the truth, for more than 60 % may be right.
  const away = (share: (city: City) => number): string =>
    number(100 * meanOf(outcome, (city) => Math.abs(share(city) - crime)), 0);
  const says =
    crime === 0.5
      ? `By their records, ${number(outside.at(-1) ?? 0)} of ${number(CITIES)} cities lie outside 40 to 60 %; by records per day of patrol, ${number(outsidePerPatrol(outcome))} do.`
      : `A has ${perCent(crime, 0)} of the crime. In the ${number(cities.length)} cities, its share of the records is ${away(({ records }) => records)} points away from that on average; by records per day of patrol, ${away(({ perPatrol }) => perPatrol)} points.`;
  return toStep(drawn, {
    name: 'perPatrol',
    asks: 'What if records are divided by the days of patrol?',
    label: 'All cities over the share of A: by records, and by records per day of patrol.',
    says,
  });
}
