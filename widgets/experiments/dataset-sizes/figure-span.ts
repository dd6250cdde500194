/** The span that the line rests on: a bar on the axis, whose ends a hand can take hold of. */
import type { Edit, View } from '#kit/contract';
import { clamp } from '#kit/contract';
import type { Markup, Scale } from '#kit/draw';
import { scalesOf, short, svg } from '#kit/draw';
import { specOf, type Chart } from './figure-chart.ts';
import type { SizesOutcome } from './model.ts';
import { LAST_YEAR, params, type SizesSettings } from './params.ts';

/** Half the width that a finger needs. */
const REACH = 16;

/** The bar from the first year to the end of the last, and the lines up from its ends. */
export function span({ x, y, floor, settings }: Chart): Markup | false {
  const { from, to } = settings;
  const top = y.range[1];
  return (
    from <= to &&
    svg`<path class="run-line span" d="M${x(from)} ${top}V${floor}H${x(to + 1)}V${top}"/>`
  );
}

/** What is taken hold of at the two ends. The first year is set after the prediction, and so is its end moved. */
export function spanEnds(chart: Chart): Markup | false {
  const { from, to } = chart.settings;
  if (from > to) return false;
  const last = end(chart, 'to', chart.x(to + 1), 'last year of the span', [from, LAST_YEAR]);
  const first = end(chart, 'from', chart.x(from), 'first year of the span', [params.from.min, to]);
  return { ...svg`${last}${first}`, waits: true };
}

/** A knob on the axis, and the line above it to its whole height. */
function end(
  { settings, y, floor }: Chart,
  name: 'from' | 'to',
  at: number,
  label: string,
  [least, most]: readonly [number, number],
): Markup {
  const year = String(settings[name]);
  const [top, left, right] = [short(y.range[1]), short(at - REACH), short(at + REACH)];
  const d = `M${short(at)} ${top}V${short(floor)}m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M${left} ${top}h0M${right} ${top}h0`;
  const isFirst = name === 'from';
  return svg`<path class="span-end${isFirst && ' later'}" data-handle="${name}" role="slider" tabindex="${isFirst ? '-1' : '0'}" aria-label="${label}" aria-valuemin="${String(least)}" aria-valuemax="${String(most)}" aria-valuenow="${year}" aria-valuetext="${year}" d="${d}"/>`;
}

/** An end is taken to the nearest turn of a year, and never past the other one; by a key from one to the next. */
export const edit: Edit<typeof params, SizesOutcome> = {
  param: 'to',
  paramOf: (handle) => handle,
  step: (settings, layout) => {
    const x = yearsOf(settings, { layout });
    return x(LAST_YEAR) - x(LAST_YEAR - 1);
  },
  move: (settings, handle, { x: at, y }, view) => {
    // What is thrown away by a key stays.
    if (y === Infinity) return undefined;
    const turn = Math.round(yearsOf(settings, view).invert(at));
    const { from, to } = settings;
    return String(
      handle === 'to'
        ? clamp(params.to, Math.max(turn - 1, from))
        : clamp(params.from, Math.min(turn, to)),
    );
  },
};

function yearsOf(
  settings: SizesSettings,
  {
    outcome,
    ...view
  }: Pick<View, 'layout' | 'axes'> & { readonly outcome?: SizesOutcome | undefined },
): Scale {
  return scalesOf(specOf(settings, outcome, view)).x;
}
