/** A mark to take hold of: it carries the setting that it changes, its slider for ears, and how far a hand moves it. */
import { inOwnUnit } from '../contract/own-unit.ts';
import { clamp, type NumberParam, type Settings, type Table } from '../contract/params.ts';
import { svg, type Markup } from './markup.ts';
import type { Ground, Mark } from './mark.ts';
import type { Scale } from './axes.ts';
import type { At, Edit } from '../contract/widget.ts';

/** As wide as a finger needs, and somewhat more: a drawing may be shown at less than its size. */
const GRIP = 30;
/** Radius of the ring round a dot. */
const RING = 15.2;

/** What a handle changes, and where it stands. */
export interface Grip {
  /** The setting, by name: also what the handle is known by. */
  readonly sets: string;
  readonly param: Pick<NumberParam, 'min' | 'max' | 'isShare'>;
  /** The setting as it stands. */
  readonly value: number;
  /** The way that it moves, and where it stands on that axis. */
  readonly along: 'x' | 'y';
  readonly at: number;
  /** Where it stands on the other axis: it is taken by a ring round that dot; else by a strip over the whole chart. */
  readonly across?: number;
  /** Its strip goes over this stretch of the other axis. */
  readonly over?: readonly [number, number];
  /** A dot is drawn under the ring. */
  readonly dot?: boolean;
  /** What it is called, and what its value is called, for ears. */
  readonly name: string;
  readonly told: string;
  /** Words at the foot: for a hand, and while a key would move it. */
  readonly hint?: string;
  readonly keys: string;
  /** These words stand at the top of the chart: below it there is no room for them. */
  readonly isHintOnTop?: boolean;
  readonly waits?: boolean;
  /** Not the first of several: the Tab key does not stop at it. */
  readonly isOther?: boolean;
}

/** How a mark moves, as its attribute says: the axis, where it stands there, and how much a unit of the drawing is. */
function slideOf(scale: Scale, along: 'x' | 'y', at: number): string {
  const [from, to] = scale.domain;
  const [start, end] = scale.range;
  // A scale is straight where the middle of its range is that of its domain.
  const isLog =
    Math.abs(scale.invert((start + end) / 2) - (from + to) / 2) > 1e-6 * Math.abs(to - from);
  const whole = isLog ? Math.log(to / from) : to - from;
  return `${along} ${at} ${whole / (end - start)}${isLog ? ' log' : ''}`;
}

/** Where a hand has taken a mark on its axis that says so, by so many units of the drawing. */
export function slid(slide: string, by: At): number {
  const [along, at, per, isLog] = slide.split(' ');
  const moved = Number(per) * (along === 'x' ? by.x : by.y);
  return isLog ? Number(at) * Math.exp(moved) : Number(at) + moved;
}

function grip(on: Ground, { along, at, across, over, dot }: Grip, is: Markup): Markup {
  const { x, y } = on;
  if (across !== undefined) {
    const [cx, cy] = along === 'x' ? [x(at), y(across)] : [x(across), y(at)];
    return svg`${dot && svg`<circle class="run-fill" cx="${cx}" cy="${cy}" r="5"/>`}<circle ${is} cx="${cx}" cy="${cy}" r="${RING}"/>`;
  }
  const ends = along === 'x' ? [on.top, on.floor] : [on.left, on.right];
  const stretch = over?.map(along === 'x' ? y : x) ?? ends;
  const [from, to] = [Math.min(...stretch), Math.max(...stretch)];
  if (along === 'x') {
    const middle = x(at);
    return svg`<rect ${is} x="${middle - GRIP / 2}" y="${from}" width="${GRIP}" height="${to - from}"/><path class="run-line edit-hint" d="M${middle - 5} ${to - 17}l-5 5l5 5m10 -10l5 5l-5 5"/>`;
  }
  const middle = y(at);
  return svg`<rect ${is} x="${from}" y="${middle - GRIP / 2}" width="${to - from}" height="${GRIP}"/><path class="run-line edit-hint" d="M${to - 13} ${middle - 6}l5 -5l5 5m-10 12l5 5l5 -5"/>`;
}

/** The handle as a mark. */
export function handle(one: Grip): Mark {
  const { sets, param, value, along, at, name, told, hint, keys, waits, isOther } = one;
  const written = (value: number): string => String(inOwnUnit(value, param));
  return {
    ...(waits && { waits }),
    still: false,
    draw: (on) => {
      const slide = slideOf(along === 'x' ? on.x : on.y, along, at);
      const is = svg`data-handle="${sets}" data-slide="${slide}" role="slider" tabindex="${isOther ? -1 : 0}" aria-label="${name}"${along === 'y' && svg` aria-orientation="vertical"`} aria-valuemin="${written(param.min)}" aria-valuemax="${written(param.max)}" aria-valuenow="${written(value)}" aria-valuetext="${told}"`;
      const foot = one.isHintOnTop ? on.top + 8 : on.floor + 34;
      const hints = svg`<text class="soft" x="${on.left}" y="${foot}">${hint !== undefined && svg`<tspan class="edit-hint">${hint}</tspan>`}<tspan class="key-hint">${keys}</tspan></text>`;
      return svg`${grip(on, one, is)}${!isOther && hints}`;
    },
  };
}

/**
 * Editing by handles that are known by their settings' names. `from` says which value a place of the axis means where that is not
 * the value itself; it may hang on the outcome. A hand sets whole steps of the control, a key one step at least.
 */
export function byHandles<T extends Table, Outcome = unknown>(
  table: T,
  first: keyof T & string,
  from: (
    at: number,
    settings: Settings<T>,
    name: string,
    outcome: Outcome | undefined,
  ) => number = (at) => at,
): Edit<T, Outcome> {
  return {
    param: first,
    paramOf: (name) => name,
    move: (settings, name, to, { slid: at, byKey, outcome }) => {
      const param = table[name];
      // What is thrown away by a key stays.
      if (at === undefined || to.y === Infinity || param?.kind !== 'number') return undefined;
      const before = Number((settings as Record<string, unknown>)[name]);
      const wanted = from(at, settings, name, outcome);
      const { step } = param;
      const stepped = Math.round(wanted / step) * step;
      const way = byKey ? Math.sign(wanted - before) : 0;
      const moved = (stepped - before) * way > 0 || way === 0 ? stepped : before + way * step;
      return String(clamp(param, Number(moved.toPrecision(12))));
    },
  };
}
