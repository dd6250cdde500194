/** The runs that a hand-in cites as a viva speaks of them: in labels and units of the page, with what else could have been set. */
import { withUnit } from '../../../../../widgets/kit/draw/format.ts';
import { chosen, measured } from '../../../../../widgets/kit/draw/run-markup.ts';
import { positionOf, valueAt } from '../../../../../widgets/kit/controls/slider.ts';
import { ownUnit } from '../../../../../widgets/kit/contract/own-unit.ts';
import {
  spreadValues,
  type AnySettings,
  type Param,
  type Table,
} from '../../../../../widgets/kit/contract/params.ts';
import {
  answersAtOnce,
  workerOf,
  type AnyWidget,
  type Measured,
} from '../../../../../widgets/kit/contract/widget.ts';
import { runKey, type Runnable } from '../../../../../widgets/kit/record/run-key.ts';
import { VIVA } from '#words/src/tasks/grading/pure/viva/words';
import { CHANCE, differing } from '../../../judge/differing.ts';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { HandedItem } from '../../../sets/pure/submission/submission.ts';
import { drawn, settingsIn } from '../../../sets/pure/variants/variant.ts';
import type { Item } from '../../../tables/item.ts';
import { refusalOf } from '../grade/refusal.ts';
import { RUN_RULES } from '../grade/reruns.ts';
import type { VivaHand } from './hand.ts';

/** An item that was handed in as it is asked today, with its place on the page, from 1 on. */
export interface Handed {
  readonly item: Item;
  readonly place: number;
  readonly handed: HandedItem;
}

/** A run that counts in an item. */
export interface Cited extends Handed {
  readonly widget: AnyWidget;
  readonly run: Runnable;
  /** What the experiment began with, on the seed of the run. */
  readonly start: AnySettings;
  /** What the student might set. */
  readonly vary: readonly string[];
  /** What the item asks about, by the names of measures. */
  readonly measures: readonly string[];
}

/** What was handed in, by the variant that the file says was on the screen: so a copied file is asked what the first one is. */
export function handedIn({ assignment }: Key, { items }: VivaHand): readonly Handed[] {
  return assignment.items.flatMap((item, i) => {
    const handed = Object.hasOwn(items, item.id) ? items[item.id] : undefined;
    const isAsked = handed?.version === item.version && item.seeds.includes(handed.variant);
    return handed && isAsked ? [{ item, place: i + 1, handed }] : [];
  });
}

/** The runs of an item that count, each once. */
export function citedIn(
  widgets: Readonly<Record<string, AnyWidget>>,
  one: Handed,
): readonly Cited[] {
  const { item, handed } = one;
  const widget = 'widget' in item ? widgets[item.widget] : undefined;
  if (!widget || !('widget' in item)) return [];
  const values = drawn(item, handed.variant);
  const fit = handed.runs.filter(
    (run) => RUN_RULES.unfit(item, values, run) === undefined && !refusalOf(widget, run),
  );
  return [...new Map(fit.map((run) => [runKey(run), run])).values()].map((cited) => {
    const { version, settings, widget: tag } = cited;
    const chance = Object.entries(settings).filter(([name]) => CHANCE.includes(name));
    return {
      ...one,
      widget,
      run: { widget: tag, version, settings },
      start: { ...settingsIn(item.start, values), ...Object.fromEntries(chance) },
      vary: item.vary,
      // What only holds or does not can neither rise nor fall.
      measures: Object.keys('goal' in item ? item.goal : item.measures).filter(
        (name) => widget.measures[name]?.says === undefined,
      ),
    };
  });
}

/** Whether a run that nobody has made yet may be asked for: what trains a model takes too long for a class. */
export const isCheap = ({ widget }: Pick<Cited, 'widget'>): boolean =>
  workerOf(widget) === 'sim' && answersAtOnce(widget);

/** The run with some settings changed. */
export const runWith = ({ run }: Pick<Cited, 'run'>, changes: AnySettings): Runnable => ({
  ...run,
  settings: { ...run.settings, ...changes },
});

const paramOf = ({ widget }: Pick<Cited, 'widget'>, name: string): Param =>
  (widget.params as Table)[name] as Param;

/** A value as its control shows it, with its unit; the words of a menu in quotation marks. */
export function valueWords(cited: Cited, name: string, value: number | string): string {
  const param = paramOf(cited, name);
  if (param.kind === 'number') return withUnit(chosen(param, value), ownUnit(param));
  return VIVA.quoted(chosen(param, value));
}

/** A change as it is said: of which control, from what it shows, to what. */
export const changeOf = (
  cited: Cited,
  name: string,
  from: number | string = '',
  to: number | string = '',
) => ({
  label: paramOf(cited, name).label,
  from: valueWords(cited, name, from),
  to: valueWords(cited, name, to),
});

/** What may be set, with the values that a run has. */
export const settingWords = (cited: Cited): string =>
  VIVA.settings(
    cited.vary
      .filter((name) => isSaid(paramOf(cited, name)) && isInUse(cited, name))
      .map((name) => [
        paramOf(cited, name).label,
        valueWords(cited, name, cited.run.settings[name] ?? ''),
      ]),
  );

const isSaid = (param: Param): boolean => param.kind !== 'text' || param.say !== undefined;

/** Whether a control does anything, as the menu stands that it depends on. */
function isInUse(cited: Cited, name: string): boolean {
  const param = paramOf(cited, name);
  const counts = param.kind === 'number' ? param.counts : undefined;
  if (!counts) return true;
  const now = String(cited.run.settings[counts.with]);
  return 'at' in counts ? [counts.at].flat().includes(now) : counts.butAt !== now;
}

/** What was moved from the start, by name; nothing where nothing was, or something that cannot be said in words. */
export function movedIn(cited: Cited): readonly string[] {
  const names = differing(cited.start, cited.run.settings, CHANCE);
  return names.every((name) => isSaid(paramOf(cited, name))) ? names : [];
}

/** A setting and a value of it. */
export interface Change {
  readonly name: string;
  readonly value: number | string;
}

/** Settings of a run that could have been otherwise: on a stop of the control, at no value that the student has handed in with it. */
export function untriedIn(cited: Cited, all: readonly Cited[]): readonly Change[] {
  const own = all.filter(({ widget }) => widget === cited.widget);
  return cited.vary.flatMap((name) => {
    const param = paramOf(cited, name);
    if (param.place === 'none' || param.stays || !isInUse(cited, name)) return [];
    const tried = own.flatMap(({ run, start }) => [run.settings[name], start[name]]);
    return stopsOf(param, cited.run.settings[name] ?? '')
      .filter((value) => !tried.includes(value))
      .map((value) => ({ name, value }));
  });
}

/** Twice and half as much, and what a curve over the setting would show; of a menu every entry. */
function stopsOf(param: Param, now: number | string): readonly (number | string)[] {
  if (param.kind === 'choice') return param.options.map(({ value }) => value);
  if (param.kind === 'text') return [];
  const value = Number(now);
  const all = [2 * value, value / 2, ...spreadValues(param)];
  return [...new Set(all)].filter((one) => valueAt(param, positionOf(param, one)) === one);
}

/** A measure in two runs. */
export interface Compared {
  readonly measure: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** −1, 0 or 1, as it is shown. */
  readonly way: number;
  /** It differs so much that nobody would call it the same. */
  readonly isClear: boolean;
  /** It is the same to the last digit that is kept. */
  readonly isSame: boolean;
}

/** By how much, of the larger value, two must differ that are called different. */
const CLEAR = 0.1;

/** What became of a measure; nothing where a run has none. */
export function compared(
  { widget }: Pick<Cited, 'widget'>,
  name: string,
  before: Measured | undefined,
  after: Measured | undefined,
): Compared | undefined {
  const [a, b] = [before?.[name], after?.[name]];
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  const [from, to] = [measured(widget, name, a), measured(widget, name, b)];
  const isShown = from !== to;
  return {
    ...{ measure: name, label: widget.measures[name]?.label ?? '', from, to },
    way: isShown ? Math.sign(b - a) : 0,
    isClear: isShown && Math.abs(b - a) >= CLEAR * Math.max(Math.abs(a), Math.abs(b)),
    isSame: a === b,
  };
}

/** The measures of a run as a list; those without a value are left out. */
export const measureWords = ({ widget, measures }: Cited, found: Measured): string =>
  VIVA.measures(
    measures.flatMap((name) => {
      const value = found[name];
      const label = widget.measures[name]?.label ?? '';
      return typeof value === 'number' ? [[label, measured(widget, name, value)] as const] : [];
    }),
  );
