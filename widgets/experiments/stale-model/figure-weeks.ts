/** Two lines by weeks: bikes hired, and what the model said. */
import type { Layout, View } from '#kit/contract';
import type { Markup, Part, Scale } from '#kit/draw';
import { axisY, below, ghostLine, later, legend, linear, linePath, number, panel } from '#kit/draw';
import { part, short, svg, TITLE, WIDTH } from '#kit/draw';
import type { StaleOutcome, Weeks } from './model.ts';
import type { StaleSettings } from './params.ts';

type Seen = View<StaleSettings, StaleOutcome>;

const LOOK = { wide: { floor: 190, left: 46 }, narrow: { floor: 122, left: 42 } } as const;
/** Between it and the alarm. */
export const GAP = { wide: 12, narrow: 6 } as const;
const TOP = 26;
/** Bikes in an hour that have room. */
const MOST = 400;
const DAYS = [365, 366] as const;

/** Days from 1 January 2011 on, over both years: the alarm below stands on the same. */
export function daysAcross({ layout }: Seen): Scale {
  return linear([0, DAYS[0] + DAYS[1]], [LOOK[layout].left, WIDTH[layout] - 8]);
}

/** Where what stands below it begins. */
export function weeksTop(layout: Layout): number {
  return TITLE + 20 + LOOK[layout].floor + 28 + GAP[layout];
}

/** How many weeks of the second year are seen. */
export function weeksSeen({ seen }: StaleOutcome, { moment }: Seen): number {
  return moment === undefined ? seen.was.length : Math.min(seen.was.length, moment + 1);
}

/** The panel, and its lines alone. */
interface WeeksPart extends Part {
  readonly lines: Markup;
}

/** Draws it; the second year waits for the prediction. */
export function drawWeeks(outcome: StaleOutcome, view: Seen): WeeksPart {
  const { layout, ghost: other } = view;
  const { floor, left } = LOOK[layout];
  const { past, seen, heldOut, years } = outcome;
  const x = daysAcross(view);
  const y = linear([0, MOST], [floor, TOP], 4);
  const weeks = weeksSeen(outcome, view);
  const path = (list: readonly number[], from: number): string =>
    linePath(
      list.map((value, week) => [from + 7 * (week + 0.5), Math.min(MOST, value)] as const),
      x,
      y,
    );
  const lines = (of: Pick<Weeks, 'was' | 'said'>, from: number): Markup =>
    svg`<path class="sure-line" d="${path(of.was, from)}"/><path class="run-line" d="${path(of.said, from)}"/>`;
  const first = lines(past, 0);
  const second = lines({ was: seen.was.slice(0, weeks), said: seen.said.slice(0, weeks) }, DAYS[0]);
  const behind = ghostLine(other, (run) => path(run.outcome.seen.said, DAYS[0]));
  const updates = seen.updates.filter((day) => day < 7 * weeks);
  const marks =
    updates.length > 0 &&
    svg`<path class="run" d="${updates.map((day) => `M${short(x(DAYS[0] + day))} ${floor}l-4 7h8z`).join('')}"/>`;
  const isDrawn = outcome.calm !== null;
  const told = (error: number): string => `off by ${number(error)}`;
  const words = later(
    svg`<text class="run strong" x="${x(DAYS[0]) + 8}" y="${TOP + 12}">${weeks < seen.was.length ? '' : `${isDrawn ? 'this one is ' : ''}${told(years.errors[0] ?? 0)}`}</text>`,
  );
  const turn = svg`<path class="hair" d="M${short(x(DAYS[0]))} ${TOP}V${floor}"/>`;
  const halves = [0, 1].map((year) => {
    const name = year === 0 ? '2011' : isDrawn ? 'a second year' : '2012';
    return svg`<text class="soft" x="${x(year === 0 ? 0 : DAYS[0]) + 8}" y="${floor + 22}">${name}</text>`;
  });
  const base = svg`<g class="axis"><path d="M${left} ${floor}H${short(x(DAYS[0] + DAYS[1]))}"/></g>`;
  const body = svg`${turn}${base}${axisY(y, left, { label: 'bikes an hour' })}${first}<text class="run strong" x="${left + 8}" y="${TOP + 12}">${told(heldOut)}</text>${later(svg`${behind}${second}${marks}`)}${words}${halves}`;
  const line = (look: string) => (at: number, up: number) =>
    svg`<path class="${look}" d="M${at - 5} ${up}h10"/>`;
  const key = legend(
    [
      { words: 'hired', swatch: line('sure-line') },
      { words: 'said by the model', swatch: line('run-line') },
      {
        words: 'updated',
        swatch: (at, up) => svg`<path class="run" d="M${at} ${up - 4}l-4 7h8z"/>`,
      },
    ],
    WIDTH[layout],
  );
  const title = 'Bikes hired in an hour, by weeks';
  const whole = panel(
    { title, behind: other },
    below(4, key, part(WIDTH[layout], floor + 28, body)),
  );
  // What comes of the second year is asked.
  return { ...whole, lines: svg`${turn}${first}` };
}
