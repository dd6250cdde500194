/** What the placed checks see: a lane for each in the future that is drawn, or a row for each fault in all futures. */
import type { Part } from '#kit/draw';
import { below, ghost, nearly, number, panel, part, short, svg, WIDTH } from '#kit/draw';
import type { GhostRun, Layout } from '#kit/contract';
import { DAYS } from './hours.ts';
import type { Fault } from './faults.ts';
import { CALLED, WRONG } from './names.ts';
import type { GreenOutcome, Harm, Lane } from './outcome.ts';
import type { GreenSettings } from './params.ts';

const LANE = { wide: 46, narrow: 44 } as const;
const STRIP = 22;

/** A lane for each check: a dot a day, and the line above which it rings. */
export function lanesPart(
  { threshold }: GreenSettings,
  { shown }: GreenOutcome,
  layout: Layout,
  moment: number,
): Part | false {
  if (shown.lanes.length === 0) return false;
  return below(
    0,
    ...shown.lanes.map((lane) => laneOf(lane, threshold, shown.start, layout, moment)),
  );
}

function laneOf(
  { check, far }: Lane,
  threshold: number,
  start: number,
  layout: Layout,
  moment: number,
): Part {
  const width = WIDTH[layout];
  const x = (day: number): number => 4 + ((width - 8) * (day + 0.5)) / DAYS;
  // The line lies in the middle of the strip; what is twice as far as that, or more, lies at its top.
  const floor = LANE[layout] - 4;
  const y = (value: number): number => floor - STRIP * Math.min(1, value / (2 * threshold));
  const dots = (isAbove: boolean): string =>
    far
      .map((value, day) =>
        value === null || day >= moment || value > threshold !== isAbove
          ? ''
          : `M${short(x(day))} ${short(y(value))}h0`,
      )
      .join('');
  const line = y(threshold);
  const name = `${CALLED[check]}`;
  return part(
    width,
    LANE[layout],
    svg`<text class="soft" x="0" y="13">${name}</text><path class="hair" d="M0 ${floor}H${width}"/><path class="wrong-line thin" d="M${x(start) - 2} ${floor - STRIP}V${floor}"/><path class="sure-line thin" d="M0 ${line}H${width}"/><path class="lane-dots" d="${dots(false)}"/><path class="lane-dots above" d="${dots(true)}"/>`,
  );
}

const ROW = { wide: 34, narrow: 38 } as const;
/** Bikes an hour at the end of a bar. */
const MOST = 300;

/** A row for each fault: a bar for what it costs, how often it is noticed, and after how many days. */
export function harmsPanel(
  outcome: GreenOutcome,
  layout: Layout,
  behind: GhostRun<GreenSettings, GreenOutcome> | undefined,
): Part {
  const { harms, errorBefore, falseAlarms } = outcome;
  const rows = harms.map((harm) =>
    rowOf(harm, errorBefore, layout, behind && ghostOf(behind, harm.fault)),
  );
  const title =
    layout === 'wide'
      ? 'Seven faults: bikes an hour the model is off'
      : 'Seven faults, bikes an hour off';
  const note = `pale: ${number(errorBefore)} without a fault; ${number(falseAlarms, 1)} false alarms a year`;
  return panel({ title, note, behind }, below(0, ...rows));
}

type Other = { readonly run: GhostRun<GreenSettings, GreenOutcome>; readonly error: number };

/** What the other run has for a fault; where nothing went wrong in it, its own error. */
function ghostOf(run: GhostRun<GreenSettings, GreenOutcome>, fault: Fault): Other | undefined {
  const { harms, errorAfter } = run.outcome;
  const error = harms.length === 0 ? errorAfter : harms.find((one) => one.fault === fault)?.error;
  return error === undefined ? undefined : { run, error };
}

function rowOf(
  { fault, error, caught, delay }: Harm,
  before: number,
  layout: Layout,
  other?: Other,
): Part {
  const isWide = layout === 'wide';
  const width = WIDTH[layout];
  const left = isWide ? 130 : 0;
  const room = isWide ? 330 : 320;
  const top = isWide ? 6 : 20;
  const x = (value: number): number => left + (room * Math.min(MOST, value)) / MOST;
  const bar = (from: number, to: number): string =>
    `M${short(x(from))} ${top}H${short(x(to))}v12H${short(x(from))}z`;
  const base = Math.min(before, error);
  const told =
    caught > 0 ? `noticed in ${nearly(caught)}, day ${number((delay ?? 0) + 1)}` : 'not noticed';
  const behind =
    other &&
    ghost(
      other.run,
      (look) =>
        svg`<path class="${look}" d="M${left} ${top + 12}H${short(x(other.error))}v3H${left}z"/>`,
    );
  const cost = svg`<tspan class="run strong">${number(error)}</tspan>`;
  const words = isWide
    ? svg`<text x="0" y="16">${WRONG[fault]}</text><text x="${left + room + 8}" y="16">${cost}<tspan dx="12" class="soft">${told}</tspan></text>`
    : svg`<text x="0" y="14">${WRONG[fault]} ${cost}</text><text class="soft" x="${width}" y="14" text-anchor="end">${told}</text>`;
  return part(
    width,
    ROW[layout],
    svg`<path class="harm-base" d="${bar(0, base)}"/><path class="run-fill" d="${bar(base, error)}"/>${behind}${words}`,
  );
}
