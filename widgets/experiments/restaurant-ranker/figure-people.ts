/** What each of the five has of a setting: a bar from 0, and the stretch in which they are content. */
import type { Markup, Part } from '#kit/draw';
import { below, ghost, later, number, panel, part, svg, waiting } from '#kit/draw';
import type { GhostRun, Layout } from '#kit/contract';
import { PEOPLE, type Person, type RankerOutcome, type Standing } from './outcome.ts';
import type { RankerSettings } from './params.ts';
import { dollars } from './say.ts';

type Other = GhostRun<RankerSettings, RankerOutcome>;

const LOOK = {
  wide: { width: 350, pitch: 46, bar: 12 },
  narrow: { width: 320, pitch: 30, bar: 7 },
} as const;

interface Track {
  readonly who: string;
  readonly what: string;
  /** The right end of the bar; its left end is 0. */
  readonly most: number;
  readonly of: (standing: Standing) => number;
  readonly written: (value: number) => string;
  /** What is asked for is this much at least; else at most. */
  readonly isLeast: boolean;
}

const TRACKS: Readonly<Record<Person, Track>> = {
  engineers: {
    who: 'Engineers',
    what: 'orders in 1,000 visits',
    most: 600,
    of: ({ orders }) => orders,
    written: (value) => number(value),
    isLeast: true,
  },
  sales: {
    who: 'Sales',
    what: 'fees for 1,000 visits',
    most: 1000,
    of: ({ fees }) => fees,
    written: dollars,
    isLeast: true,
  },
  product: {
    who: 'Product',
    what: 'latency',
    most: 150,
    of: ({ latency }) => latency,
    written: (value) => `${number(value)} ms`,
    isLeast: false,
  },
  infrastructure: {
    who: 'Infrastructure',
    what: 'new models a year',
    most: 52,
    of: ({ updates }) => updates,
    written: (value) => number(value),
    isLeast: false,
  },
  manager: {
    who: 'Manager',
    what: 'margin of 1,000 visits',
    most: 1800,
    of: ({ margin }) => margin,
    written: dollars,
    isLeast: true,
  },
};

/** The bars of the five; those of the last three, and what is asked for, wait for the prediction. */
export function drawPeople(outcome: RankerOutcome, layout: Layout, other?: Other): Part {
  const rows = PEOPLE.map((person, i) => {
    const row = drawRow(person, outcome, layout, other);
    return i < 2 ? row : waiting(row);
  });
  return panel({ title: 'Who gets what', behind: other }, below(0, ...rows));
}

function drawRow(
  person: Person,
  { demands, unmet, now }: RankerOutcome,
  layout: Layout,
  other?: Other,
): Part {
  const { width, pitch, bar } = LOOK[layout];
  const { who, what, most, of, written, isLeast } = TRACKS[person];
  const x = (value: number): number => (width * Math.min(most, Math.max(0, value))) / most;
  // Sales ask for times of what they get without a say: in dollars here.
  const unit = person === 'sales' ? now.fees / now.feesTimes : 1;
  const asked = x(demands[person] * unit);
  const [from, to] = isLeast ? [asked, width] : [0, asked];
  const top = 18;

  const behind =
    other &&
    ghost(
      other,
      (look) =>
        svg`<path class="${look}" d="M0 ${top + bar}h${x(of(other.outcome.now))}v3h${-x(of(other.outcome.now))}z"/>`,
    );
  const wish = later(
    svg`<path class="band" d="M${from} ${top - 2}H${to}V${top + bar + 4}H${from}Z"/><path class="sure-line thin" d="M${asked} ${top - 2}V${top + bar + 4}"/>`,
  );
  const words = svg`<text class="words" y="13"><tspan class="strong">${who}</tspan><tspan class="soft" dx="6">${what}</tspan></text><text class="run strong" x="${width - 18}" y="13" text-anchor="end">${written(of(now))}</text>`;
  return part(
    width,
    pitch,
    svg`${wish}<path class="hair" d="M0 ${top + bar}H${width}"/><path class="run-fill" d="M0 ${top}H${x(of(now))}v${bar}H0z"/>${behind}${words}${later(lampAt(width - 6, !unmet.includes(person)))}`,
  );
}

/** Filled where somebody is content, else a ring. */
function lampAt(x: number, isMet: boolean): Markup {
  return svg`<circle class="${isMet ? 'run-fill' : 'run-line'}" cx="${x}" cy="8.5" r="4.5"/>`;
}
