/** Two more looks at the same records: a test of the predictions, and what is seen on a day of patrol. */
import type { Part, Step } from '#kit/draw';
import { below, legend, number, panel, perCent, plot, svg } from '#kit/draw';
import { meanOf, measures, nearOf, outsidePerPatrol } from './measures.ts';
import { CITIES, type City, type DistrictsOutcome } from './model.ts';

/** Steps are shown as wide as this. */
const WIDE = 240;
const PERCENT = { extent: [0, 100] as const, ticks: 5 };

/** Both, in the order in which the text asks for them. */
export function stepsOf(outcome: DistrictsOutcome): readonly Step[] {
  return [testStep(outcome), perPatrolStep(outcome)];
}

function asStep({ width, height, body }: Part): Pick<Step, 'width' | 'height' | 'body'> {
  return { width, height: Math.ceil(height), body };
}

/** Each city as a dot: what its records said at half time, and what the records made since say. */
function testStep(outcome: DistrictsOutcome): Step {
  const { cities, half } = outcome;
  const drawn = plot(
    {
      width: WIDE,
      height: 240,
      right: 10,
      x: { ...PERCENT, label: `predicted on day ${number(half)}: A’s %` },
      y: { ...PERCENT, label: 'recorded since: A’s %' },
    },
    ({ x, y }) => {
      const places = cities.map(({ early, late }) =>
        late === null ? '' : `M${Math.round(x(100 * early))} ${Math.round(y(100 * late))}h0`,
      );
      return svg`<path class="hair" d="M${x(0)} ${y(0)}L${x(100)} ${y(100)}"/><path class="city-dots faint" d="${[...new Set(places)].join('')}"/>`;
    },
  );
  const [predicted, came] = ['predicted', 'cameTrue'].map((name) => measures[name]?.of(outcome));
  const said = (value: typeof came): string =>
    typeof value === 'number' ? perCent(value, 0) : 'nothing';
  return {
    ...asStep(panel({ title: 'A dot for each city' }, drawn)),
    name: 'test',
    asks: 'Do the predictions come true?',
    label: 'Each city as a dot: the share predicted for A against the share recorded later.',
    says: `On day ${number(half)}, the district that leads has ${said(predicted)} of the records on average. Of the records made after that day, ${said(came)} come from it.`,
  };
}

/** The cities over A's share: by records, and by what is seen on a day of patrol. */
function perPatrolStep(outcome: DistrictsOutcome): Step {
  const { cities } = outcome;
  const bins = 40;
  const heapOf = (shares: readonly number[]): number[] => {
    const heap = Array.from({ length: bins }, () => 0);
    for (const share of shares) {
      const bin = Math.min(bins - 1, Math.floor(share * bins + 1e-9));
      heap[bin] = (heap[bin] as number) + 1;
    }
    return heap;
  };
  const byRecords = heapOf(cities.map(({ records }) => records));
  const byDay = heapOf(cities.map(({ perPatrol }) => perPatrol));
  const most = Math.max(...byRecords, ...byDay);
  const drawn = plot(
    { width: WIDE, height: 150, right: 10, x: { ...PERCENT, label: 'A’s share, %' } },
    ({ x, floor }) => {
      const up = (count: number): number => floor - ((floor - 6) * count) / most;
      const outline = (heap: readonly number[]): string =>
        `M${x(0)} ${floor}${heap.map((count, i) => `V${Math.round(up(count))}H${Math.round(x((100 * (i + 1)) / bins))}`).join('')}V${floor}`;
      const [low, high] = nearOf(outcome);
      return svg`<path class="band" d="M${x(low)} 0V${floor}H${x(high)}V0Z"/><path class="run-fill" d="${outline(byDay)}Z"/><path class="sure-line thin" d="${outline(byRecords)}"/>`;
    },
  );
  const key = legend(
    [
      {
        words: 'by records',
        swatch: (x, y) => svg`<path class="sure-line thin" d="M${x - 5} ${y}h10"/>`,
      },
      {
        words: 'by records per day of patrol',
        swatch: (x, y) => svg`<path class="run-fill" d="M${x - 5} ${y - 4}h9v9h-9Z"/>`,
      },
    ],
    0,
  );
  return {
    ...asStep(panel({ title: 'Divided by the patrols' }, below(4, key, drawn))),
    name: 'perPatrol',
    asks: 'What if records are divided by the days of patrol?',
    label: 'All cities over the share of A: by records, and by records per day of patrol.',
    says: saysOf(outcome),
  };
}

/** Where crime is equal, how many cities are lopsided; else how far A's share is from the truth, for more than 60 % may be right. */
function saysOf(outcome: DistrictsOutcome): string {
  const { cities, crime, outside } = outcome;
  if (crime === 0.5)
    return `By their records, ${number(outside.at(-1) ?? 0)} of ${number(CITIES)} cities lie outside 40 to 60 %; by records per day of patrol, ${number(outsidePerPatrol(outcome))} do.`;
  const away = (share: (city: City) => number): string =>
    number(100 * meanOf(outcome, (city) => Math.abs(share(city) - crime)), 0);
  return `A has ${perCent(crime, 0)} of the crime. In the ${number(cities.length)} cities, its share of the records is ${away(({ records }) => records)} points away from that on average; by records per day of patrol, ${away(({ perPatrol }) => perPatrol)} points.`;
}
