/** The figure: two equal districts with what is on record, the share of A day by day, and all cities as a heap over the same axis. */
import type { Drawing, Markup, Part, Plot, PlotScales } from '#kit/draw';
import { below, beside, drawing, ghost, ghostLine, legend, linePath, number } from '#kit/draw';
import { panel, part, perCent, plot, scalesOf, short, svg, TITLE_AND_NOTE } from '#kit/draw';
import type { Edit, Layout, View } from '#kit/contract';
import { drawFields, FIELDS } from './figure-fields.ts';
import { stepsOf } from './figure-steps.ts';
import { nearOf } from './measures.ts';
import { BINS, CITIES, isOff, type DistrictsOutcome } from './model.ts';
import { params, type DistrictSettings } from './params.ts';
import { lastOf, shareAt } from './say.ts';

type Seen = View<DistrictSettings, DistrictsOutcome>;

/** Widths of the lines and of the heap, the gap between, and the height of both. */
const LOOK = {
  wide: { lines: 430, gap: 20, heap: 230, height: 206 },
  narrow: { lines: 196, gap: 10, heap: 114, height: 174 },
} as const;
const KEY = 24;
const GAP = 8;
/** A dot of the heap is so far from the next one, unless too many lie in one bin. */
const PITCH = 4.6;

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: DistrictSettings, outcome: DistrictsOutcome, view: Seen): Drawing {
  const { layout, isInline, moment = lastOf(outcome) } = view;
  const { lines, gap, heap, height } = LOOK[layout];
  const spec = specOf(settings, layout);
  const drawn = linesAt(outcome, moment, scalesOf(spec), view);
  const { a, day } = shareAt(outcome, moment);
  const near = nearOf(outcome);
  const [low, high] = near.map((end) => number(end));
  const left = panel(
    {
      title: 'A’s share of the records',
      note: `this city: ${perCent(a, 0)} on day ${number(day)}`,
      behind: view.ghost,
    },
    plot(
      spec,
      (at) =>
        svg`${bandIn(at, near, lines)}${drawn.behind}${drawn.body}${!isInline && handle(settings, at)}`,
    ),
  );
  const right = panel(
    {
      title: `${number(outcome.off[moment] ?? 0)} of ${number(CITIES)}`,
      note:
        layout === 'wide' ? `cities are outside ${low} to ${high} %` : `outside ${low}–${high} %`,
    },
    heapAt(outcome, moment, spec, part(heap, height, svg``), view),
  );
  const whole = below(
    GAP,
    drawFields(settings, outcome, moment, layout),
    below(0, keyOf(lines + gap + heap, layout), beside(gap, left, right)),
  );
  const label =
    'Two equal districts with their records as squares; below, the share of the records that district A has, day by day in one city and in some others, and all 500 cities as dots over the same axis.';
  const still = { body: drawn.body, x: 0, y: 10, width: lines, height: height - 50 };
  const one = drawing(whole, label, still);
  return isInline ? one : { ...one, steps: stepsOf(outcome) };
}

function specOf({ days }: DistrictSettings, layout: Layout): Plot {
  const { lines, height } = LOOK[layout];
  return {
    width: lines,
    height,
    top: 24,
    right: 8,
    x: { extent: [0, days], label: 'days', ticks: layout === 'wide' ? 5 : 3 },
    y: { extent: [0, 100], label: '%', ticks: 5 },
  };
}

/** The stretch that is near the truth. */
function bandIn(
  { y }: PlotScales,
  [low, high]: readonly [number, number],
  right: number,
  left = 46,
): Markup {
  return svg`<path class="band" d="M${left} ${y(high)}H${right}V${y(low)}H${left}Z"/>`;
}

/** What all lines are. */
function keyOf(width: number, layout: Layout): Part {
  const line = (look: string) => (x: number, y: number) =>
    svg`<path class="${look}" d="M${x - 5} ${y}h10"/>`;
  const key = legend(
    [
      { words: 'this city', swatch: line('run-line') },
      { words: '16 others', swatch: line('seed-line') },
      {
        words: layout === 'wide' ? 'A’s share of the crime' : 'share of crime',
        swatch: line('sure-line thin'),
      },
    ],
    width,
  );
  return { ...key, height: KEY };
}

function linesAt(
  outcome: DistrictsOutcome,
  moment: number,
  { x, y }: PlotScales,
  { ghost: other }: Seen,
): { body: Markup; behind: Markup | '' | false | undefined } {
  const { moments, others, crime } = outcome;
  const [last] = [x.domain[1]];
  const path = (list: readonly (readonly [number, number])[]): string => linePath(list, x, y);
  const cityLine = (of: DistrictsOutcome, upTo: number): string =>
    path(
      of.moments
        .slice(0, upTo + 1)
        .map(({ day }, i) => [day, 100 * shareAt(of, i).a] as const)
        .filter(([day]) => day <= last),
    );
  // Of the others every second moment is enough, at whole units.
  const fan = others.map((list) => {
    const points = list
      .map((share, i) => [moments[i]?.day ?? 0, share] as const)
      .filter((_, i) => i <= moment && (i % 2 === 0 || i === moment));
    return points
      .map(
        ([day, share], i) => `${i ? 'L' : 'M'}${Math.round(x(day))} ${Math.round(y(100 * share))}`,
      )
      .join('');
  });
  const now = shareAt(outcome, moment);
  const truth = svg`<path class="sure-line thin" d="M${x.range[0]} ${y(100 * crime)}H${x.range[1]}"/>`;
  const body = svg`<path class="seed-line" d="${fan.join('')}"/>${truth}<path class="run-line" d="${cityLine(outcome, moment)}"/><circle class="run-fill" cx="${x(now.day)}" cy="${y(100 * now.a)}" r="3.5"/>`;
  const behind = ghostLine(other, (run) => cityLine(run.outcome, lastOf(run.outcome)));
  return { body, behind };
}

/** All cities at a moment, as dots over the same axis, from the left; those outside the stretch are filled. */
function heapAt(
  outcome: DistrictsOutcome,
  moment: number,
  spec: Plot,
  room: Part,
  { ghost: other }: Seen,
): Part {
  const at = scalesOf(spec);
  const { y, floor } = at;
  const { heaps, crime } = outcome;
  const heap = heaps[moment] ?? [];
  const otherHeap = other?.outcome.heaps.at(-1) ?? [];
  const pitch = Math.min(PITCH, (room.width - 6) / Math.max(1, ...heap));
  const middle = (bin: number): number => y((100 * (bin + 0.5)) / BINS);
  const isOut = (bin: number): boolean => isOff((bin + 0.5) / BINS, crime);
  const rows = (isOutside: boolean): string =>
    heap
      .map((count, bin) =>
        count > 0 && isOut(bin) === isOutside
          ? `M4 ${short(middle(bin))}h${short((count - 1) * pitch + 0.01)}`
          : '',
      )
      .join('');
  const dashes = `0 ${short(pitch)}`;
  const outline = otherHeap
    .map((count, bin) => {
      const [low, high] = [y((100 * bin) / BINS), y((100 * (bin + 1)) / BINS)];
      return `${bin ? 'L' : 'M'}${short(Math.min(room.width, 2 + count * pitch))} ${short(low)}V${short(high)}`;
    })
    .join('');
  const behind =
    other && ghost(other, (look) => svg`<path class="${look}-line thin" d="${outline}"/>`);
  const axis = svg`<g class="axis"><path d="M1 ${floor}V${y(100)}"/><text class="axis-label" x="${room.width}" y="${floor + 17}" text-anchor="end">a dot: one city</text></g>`;
  const body = svg`${bandIn(at, nearOf(outcome), room.width, 1)}${behind}${axis}<path class="city-dots inside" stroke-dasharray="${dashes}" d="${rows(false)}"/><path class="city-dots" stroke-dasharray="${dashes}" d="${rows(true)}"/>`;
  return part(room.width, room.height, body);
}

/** A dot to take hold of, where the first records stand. */
function handle(settings: DistrictSettings, { x, y, floor }: PlotScales): Markup {
  const { firstA, firstB } = settings;
  const share = firstA / (firstA + firstB);
  const told = `${number(firstA)} of ${number(firstA + firstB)}`;
  const hint = svg`<text class="soft" x="${x.range[0]}" y="${floor + 34}"><tspan class="edit-hint">drag the first dot</tspan><tspan class="key-hint">↑ ↓ first records</tspan></text>`;
  return svg`<circle class="run-fill" cx="${x(0)}" cy="${y(100 * share)}" r="5"/>${hint}<circle data-handle="first" role="slider" tabindex="0" aria-label="first records in A" aria-orientation="vertical" aria-valuemin="${params.firstA.min}" aria-valuemax="${params.firstA.max}" aria-valuenow="${String(firstA)}" aria-valuetext="${told}" cx="${x(0)}" cy="${y(100 * share)}" r="15.2"/>`;
}

/** The first dot is taken up and down: A's share of the first records, those of B as they are. */
export const edit: Edit<typeof params, DistrictsOutcome> = {
  param: 'firstA',
  move: (settings, _, { y: to }, { layout }) => {
    const { firstA, firstB } = settings;
    const { y } = scalesOf(specOf(settings, layout));
    const top = FIELDS[layout] + GAP + KEY + TITLE_AND_NOTE;
    const { min, max } = params.firstA;
    const share = Math.min(0.98, Math.max(0.01, y.invert(to - top) / 100));
    const now = firstA / (firstA + firstB);
    if (Math.abs(share - now) < 0.004) return undefined;
    const wanted = Math.round((share * firstB) / (1 - share));
    // A key moves it by one at least.
    const next = wanted === firstA ? firstA + Math.sign(share - now) : wanted;
    return String(Math.min(max, Math.max(min, next)));
  },
};
