/** The places of the machine as lanes: who is in which; and, hanging from their edge, how many wait for one. */
import type { Markup, Part, Scale } from '#kit/draw';
import { axisX, below, later, legend, linear, panel, part, short, svg, TITLE } from '#kit/draw';
import { TITLE_AND_NOTE, WIDTH } from '#kit/draw';
import type { Layout } from '#kit/contract';
import type { Job, TokenOutcome } from './model.ts';
import { params, SPAN, type TokenSettings } from './params.ts';
import { standing } from './say.ts';

/** The height of a lane, which is also that of a person who waits. */
const LANE = { wide: 4, narrow: 3 } as const;
/** Lanes and people who wait have so many rows; more people are only counted. */
const ROWS = params.slots.max + 4;
/** Room above the lanes for the marks of halts; and below them for the axis. */
const TOP = 5;
const FOOT = 40;

/** All lanes, at `now` in ms since the moments that are drawn began; `still` is what is seen of it small, so high. */
export function lanesPanel(
  settings: TokenSettings,
  outcome: TokenOutcome,
  layout: Layout,
  now: number,
): { readonly part: Part; readonly still: Markup; readonly high: number } {
  const width = WIDTH[layout];
  const pitch = LANE[layout];
  const floor = TOP + ROWS * pitch;
  const x = linear([0, SPAN / 1000], [1, width - 1], layout === 'wide' ? 7 : 4);
  const at = (time: number): number => x(Math.max(0, Math.min(time, now, SPAN)) / 1000);
  const edge = TOP + settings.slots * pitch;
  const blocks = (from: keyof Job, to: keyof Job): string =>
    outcome.jobs
      .filter((job) => job[from] < Math.min(now, SPAN) && job[to] > 0 && job[to] > job[from])
      .map((job) => {
        const [left, right] = [at(job[from]), at(job[to])];
        return `M${short(left)} ${TOP + job.slot * pitch}h${short(Math.max(0.6, right - left))}v${pitch - 1}H${short(left)}z`;
      })
      .join('');
  const halts = outcome.halts.filter(([from]) => from < Math.min(now, SPAN));
  const bars = (y: number, height: number): string =>
    halts
      .map(
        ([from, to]) => `M${short(at(from))} ${y}H${short(at(to))}v${height}H${short(at(from))}z`,
      )
      .join('');
  const still = svg`<path class="band" d="M0 ${TOP - 1}H${width}V${edge}H0z"/><path class="before" fill-opacity="0.5" d="${blocks('end', 'until')}"/><path class="run-fill" fill-opacity="0.8" d="${blocks('first', 'end')}"/><path class="halts" d="${bars(TOP, edge - TOP)}"/><path class="wrong" d="${bars(0, 3)}"/><path class="cat-1" d="${blocks('start', 'first')}"/><path class="before" fill-opacity="0.75" d="${waitPath(outcome, now, x, edge, floor, pitch)}"/>`;
  const body = svg`${still}${later(grip(settings, width, edge, floor + 34))}${axisX(x, floor, { label: 'seconds' })}`;
  const lanes = part(width, floor + FOOT, body);
  // On a phone the words below the title may be long or short, and nothing moves.
  const words = {
    title: 'The places of the machine',
    [layout === 'wide' ? 'aside' : 'note']: standing(settings, outcome, now),
  };
  return { part: panel(words, below(0, lanes, keyOf(width))), still, high: floor };
}

/** How many wait, as an area that hangs from the edge of the places. */
function waitPath(
  { waiting, come, jobs }: TokenOutcome,
  now: number,
  x: Scale,
  edge: number,
  floor: number,
  pitch: number,
): string {
  const changes = [
    ...come.map((time) => [time, 1] as const),
    ...jobs.filter(({ start }) => start >= 0).map(({ start }) => [start, -1] as const),
  ]
    .filter(([time]) => time <= Math.min(now, SPAN))
    .sort(([one], [other]) => one - other);
  const down = (count: number): string => short(Math.min(floor, edge + pitch * count));
  let count = waiting;
  let path = `M${x(0)} ${edge}V${down(count)}`;
  for (const [time, by] of changes) {
    count += by;
    path += `H${short(x(time / 1000))}V${down(count)}`;
  }
  return `${path}H${short(x(Math.min(now, SPAN) / 1000))}V${edge}z`;
}

/** The lower edge of the lanes, to be taken up and down. */
function grip({ slots }: TokenSettings, width: number, y: number, hintAt: number): Markup {
  const told = `${slots} ${slots === 1 ? 'place' : 'places'}`;
  return svg`<path class="run-line thin" d="M0 ${y}H${width}"/><text class="soft" y="${hintAt}"><tspan class="edit-hint places-hint">drag the edge of the places</tspan><tspan class="key-hint">↑ ↓ places</tspan></text><rect data-handle="slots" role="slider" tabindex="0" aria-label="places" aria-valuemin="1" aria-valuemax="${params.slots.max}" aria-valuenow="${slots}" aria-valuetext="${told}" x="${width - 60}" y="${y - 14}" width="60" height="28" rx="8"/>`;
}

/** The number of places when their edge is taken to this height of the figure. */
export function slotsAt(y: number, layout: Layout): number {
  const { min, max } = params.slots;
  const top = TOP + (layout === 'wide' ? TITLE : TITLE_AND_NOTE);
  return Math.min(max, Math.max(min, Math.round((y - top) / LANE[layout])));
}

/** How far a key moves the edge: one place. */
export function laneOf(layout: Layout): number {
  return LANE[layout];
}

/** What the blocks of a lane are. */
function keyOf(width: number): Part {
  const block =
    (look: string, high = 8, opacity = '1') =>
    (x: number, y: number) =>
      svg`<path class="${look}" fill-opacity="${opacity}" d="M${x - 5} ${y - high / 2}h10v${high}h-10z"/>`;
  return legend(
    [
      { words: 'prompt is read', swatch: block('cat-1') },
      { words: 'text is written', swatch: block('run-fill', 8, '0.8') },
      { words: 'all texts halt', swatch: block('wrong', 3) },
      { words: 'complete, place kept', swatch: block('before', 8, '0.5') },
      { words: 'people who wait', swatch: block('before', 8, '0.75') },
    ],
    width,
  );
}
