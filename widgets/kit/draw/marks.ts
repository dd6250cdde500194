/** Marks over a plot: labelled vertical ones, whose words lean where there is room. */
import type { Scale } from './axes.ts';
import { later, short, svg, type Markup } from './markup.ts';
import { widthOf } from './text-width.ts';

/** A value to point out on a horizontal axis. */
export interface NamedValue {
  readonly value: number;
  readonly text: string;
  readonly look?: 'plain' | 'dashed' | 'run';
  /** Carries the class `later`: a style sheet may keep it back until the reader has met the first idea. */
  readonly later?: boolean;
}

/** Height of one row of words. */
export const ROW = 17;

interface MarkAt extends NamedValue {
  readonly at: number;
  /** Base line of the words. */
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly beyond: boolean;
  readonly leansLeft: boolean;
}

/**
 * Words lean left of their lines where they find room, the right-most on the top row; below them those that lean right, the
 * left-most first. So hardly any line crosses words; one that must leaves a gap. A value beyond the axis is named at its end
 * with an arrow.
 */
export function marks(list: readonly NamedValue[], x: Scale, top: number, base: number): Markup {
  const all = list.map((mark) => place(mark, x)).sort((a, b) => b.value - a.value);
  const right = all.filter(({ leansLeft }) => !leansLeft).reverse();
  const rows = [...all.filter(({ leansLeft }) => leansLeft), ...right];
  const placed = rows.map((mark, i): MarkAt => ({ ...mark, y: top + 13 + i * ROW }));
  return svg`${placed.map((mark) => {
    const drawn = svg`${line(mark, placed, base)}${words(mark)}`;
    return mark.later ? later(drawn) : drawn;
  })}`;
}

function words(mark: MarkAt): Markup {
  const look = mark.beyond ? ' class="soft"' : mark.look === 'run' ? ' class="run"' : '';
  const anchor = mark.leansLeft ? svg`x="${mark.to}" text-anchor="end"` : svg`x="${mark.from}"`;
  return svg`<text ${anchor} y="${mark.y}"${{ markup: look }}>${mark.text}${mark.beyond ? ' →' : ''}</text>`;
}

function place(mark: NamedValue, x: Scale): Omit<MarkAt, 'y'> {
  // Above the plot there is room as far as the figure's edge; on a phone letters are a little smaller than measured.
  const [low, high] = [-3, x.range[1]];
  const beyond = mark.value > x.domain[1];
  const at = Math.min(high, x(mark.value));
  const width = widthOf(mark.text) + (beyond ? 16 : 0);
  const leansLeft = at - 6 - width >= low;
  const wanted = leansLeft ? at - 6 - width : at + 6;
  const from = Math.max(low, Math.min(wanted, high - width));
  return { ...mark, at, from, to: from + width, beyond, leansLeft };
}

function line(mark: MarkAt, all: readonly MarkAt[], base: number): Markup | false {
  if (mark.beyond) return false;
  let path = '';
  // Words that had to be pushed over their own line: it begins below them.
  let y = mark.from < mark.at && mark.at < mark.to ? mark.y + 4 : mark.y - 11;
  for (const other of all) {
    const covers = other.from - 3 < mark.at && mark.at < other.to + 3;
    if (other.y <= mark.y || !covers) continue;
    path += `M${short(mark.at)} ${short(y)}V${short(other.y - 13)}`;
    y = other.y + 4;
  }
  path += `M${short(mark.at)} ${short(y)}V${short(base)}`;
  if (mark.look === 'run') return svg`<path class="run-line" d="${path}"/>`;
  return svg`<g class="axis"><path d="${path}"${mark.look === 'dashed' && svg` stroke-dasharray="4 3"`}/></g>`;
}
