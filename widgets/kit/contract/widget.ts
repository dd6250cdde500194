/** The contract of every widget: short facts, and no word about the page. */
import { cited } from './cited.ts';
import type { Drawing } from '../draw/drawing.ts';
import type { Extents } from '../draw/extent.ts';
import type { Ghost } from '../draw/markup.ts';
import type { Action } from '../views/actions.ts';
import type { Board } from '../views/board.ts';
import type { NamedRun } from './run-name.ts';
import type { AnySettings, Query, Settings, Table } from './params.ts';
import type { Cell, Missing } from './values.ts';
import { NOT_FINITE } from '#words/widgets/kit/words/words';

/** A figure that questions, hand-ins and the text may cite. */
export interface Measure<Outcome> {
  readonly label: string;
  /** `share` is shown in per cent and cited from 0 to 1; others follow the number. */
  readonly unit?: string;
  /** A share that is the difference of two others: shown in points. */
  readonly isDifference?: true;
  /** Decimals on screen. A cited value keeps nine significant digits. */
  readonly digits: number;
  /** No more significant figures than these on screen: 3,140 for 3,144. */
  readonly figures?: number;
  readonly better?: 'more' | 'less';
  /** What is said for 0 and for 1, of what holds or does not. */
  readonly says?: readonly [string, string];
  readonly of: (outcome: Outcome) => number | Missing;
}

/** Rows of a table. */
export interface Rows {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Columns of a table that tell what the figure does not tell at first: they stand apart, and can wait for a prediction. */
export interface Later {
  /** What an author calls them who has them wait; of a step that tells the same, its name. */
  readonly name: string;
  /** The first of them. */
  readonly from: number;
  /** Where the table's caption goes on about them. */
  readonly cut: string;
}

/** A named situation the text talks about. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  /** Only what differs from the defaults. */
  readonly settings: AnySettings;
}

/** `wide`: about 680 units across; `narrow`: about 320, for a phone. */
export type Layout = 'wide' | 'narrow';

/** A run as a drawing may be given it. */
export interface SeenRun<S = AnySettings, Outcome = unknown> {
  readonly settings: S;
  readonly outcome: Outcome;
}

/** Another run to be drawn behind: the one before, or the one that the reader has pinned. */
export interface GhostRun<S = AnySettings, Outcome = unknown> extends SeenRun<S, Outcome>, Ghost {}

/** How a run is looked at. None of it is a setting: it stands in no link and no record, nor on paper. */
export interface View<S = AnySettings, Outcome = unknown> {
  readonly layout: Layout;
  /** While a mark is dragged: the settings it was taken from, so that axes stay, and the mark under the hand. */
  readonly held?: S | undefined;
  /** The axes that the run before stood on: kept as long as this run's values fit in them. */
  readonly axes?: Extents | undefined;
  /** A run to compare with, drawn faintly behind. */
  readonly ghost?: GhostRun<S, Outcome> | undefined;
  /** Which moment of the outcome is seen; absent: the last. */
  readonly moment?: number | undefined;
  /** The tag of the language that words and numbers are in; absent: `en`. */
  readonly locale?: string | undefined;
  /** It stands in the flow of the text: the main panel alone is enough, so that number, figure and sentence are seen at once. */
  readonly isInline?: boolean | undefined;
}

/** A place in a figure, in the units of its drawing. */
export interface At {
  readonly x: number;
  readonly y: number;
}

/** What a reader can change in the figure itself, by hand or by key; a control does the same. */
export interface Edit<T extends Table, Outcome = unknown> {
  /** The text or number setting that is changed. */
  readonly param: string;
  /** Where marks change different settings: that of the mark with this `data-handle`. */
  readonly paramOf?: (handle: string) => string;
  /**
   * Marks that are pressed and not moved, in rows of so many: the arrow keys lead from one to the next, and Space and Enter
   * do what Delete does.
   */
  readonly columns?: number;
  /** How far an arrow key moves a mark, in units of the drawing, where a few of them would change nothing. */
  readonly step?: (settings: Settings<T>, layout: Layout) => number;
  /**
   * The setting's new value when the mark with this `data-handle` is taken to a place, or when the ground is pressed
   * (handle ''); nothing when it stays as it is. While a mark is dragged settings and outcome are those it was taken
   * from, so its key and the axes hold. A mark thrown away by key is taken to y = Infinity. `slid` is the value of its axis that
   * a mark of `kit/draw/handle.ts` has come to; `byKey`: it must not stay where it is.
   */
  readonly move: (
    settings: Settings<T>,
    handle: string,
    to: At,
    view: Pick<View, 'layout' | 'axes'> & {
      readonly outcome?: Outcome | undefined;
      readonly slid?: number | undefined;
      readonly byKey?: boolean;
    },
  ) => string | undefined;
}

/** How a moment before the last is shown, where that is code of its own. */
export interface Played<Outcome, S = never> {
  /** Draws the moment `view.moment`. */
  readonly draw: (settings: S, outcome: Outcome, view: View<S, Outcome>) => Drawing;
  /** The sentence in the takeaway's place. */
  readonly say: (settings: S, outcome: Outcome, moment: number) => string;
}

/** Moments that are computed from the outcome: `draw` is given one of them as `view.moment`. */
export interface Moments<Outcome, S = never> {
  readonly kind: 'moments';
  /** How many an outcome has; fewer than two are no timeline. The last is what stands on paper. */
  readonly count: (outcome: Outcome) => number;
  /** A moment in words, from 0 on: `0.4 s`. */
  readonly label: (outcome: Outcome, moment: number) => string;
  /** How long it takes to play all of them, in seconds. */
  readonly seconds: (outcome: Outcome) => number;
  /** What is said in place of a moment while an outcome has fewer than two: why there is nothing to play, and what to do. */
  readonly none?: string;
  /** The drawing knows places between two moments, too: it is played by fractions, and glides to the moment that its label and sentence tell of. */
  readonly glides?: boolean;
  /** Brings what draws and tells the moments before the last: fetched when a run is played. Absent: the widget's own `draw` does, and its sentence stays. */
  readonly played?: () => Promise<Played<Outcome, S>>;
}

/** The outcomes that a run has shown on its way, epoch after epoch: the page keeps those of the present run. */
export interface Stages<Outcome> {
  readonly kind: 'stages';
  /** A stage in words; of a training how many epochs are done, and how many there are. */
  readonly label: (outcome: Outcome) => string | Epochs;
}

/** How far a training is. */
export interface Epochs {
  readonly done: number;
  readonly planned: number;
}

/** What an author says of a timeline: a run has moments, and the page can play them. */
export type Timeline<Outcome, S = never> = Moments<Outcome, S> | Stages<Outcome>;

export interface Widget<T extends Table, Outcome> {
  /** Folder, element, link prefix and picture all have this name. */
  readonly tag: string;
  /** Rises when old settings would give another outcome. */
  readonly version: number;
  readonly title: string;
  readonly params: T;
  readonly presets: readonly Preset[];
  /** Which worker runs it, and the run's name there: `sim/NAME` (no TF.js) or `lab/NAME`. */
  readonly runner: `${WorkerName}/${string}`;
  /** Whether it runs whenever a setting changes, or waits for the button. Absent: the lab waits, simulations do not. */
  readonly answers?: 'at once' | 'when asked';
  /** Whether it computes on a back end. The reader may choose it; the last digits depend on it. Absent: the lab does. */
  readonly onBackend?: boolean;
  readonly measures: Readonly<Record<string, Measure<Outcome>>>;
  /** The measure that a spread draws unless the reader chooses another. */
  readonly spreadMeasure: string;
  /** Rewrites the settings of an older version's link or hand-in. */
  readonly migrate?: (query: Query, from: number) => Query;
  /**
   * The outcome for settings that train the same model as a run at hand and only use it otherwise; nothing when they ask for
   * another model. So a threshold answers while it is dragged, and nobody trains for it.
   */
  readonly reuse?: (
    settings: Settings<T>,
    ran: { readonly settings: Settings<T>; readonly outcome: Outcome },
  ) => Outcome | undefined;
  /** With `reuse`: names the model that settings train, so that a spread tells how many there are to train. */
  readonly modelOf?: (settings: Settings<T>) => string;
  /** Whose models its run may ask for, by the names of their widgets. */
  readonly models?: readonly string[];
  /** What else follows when a reader changes one setting by its control or in the figure. */
  readonly follow?: (settings: Settings<T>, changed: string) => Settings<T>;
  readonly edit?: Edit<T, Outcome>;
  readonly draw: (
    settings: Settings<T>,
    outcome: Outcome,
    view: View<Settings<T>, Outcome>,
  ) => Drawing;
  /** The same as rows of words, or nothing where an instance has none; `view` says which moment is looked at. A widget that has one has a timeline. */
  readonly board?: (
    settings: Settings<T>,
    outcome: Outcome,
    view: Pick<View, 'moment' | 'locale'>,
  ) => Board | undefined;
  /** What can be done next, or nothing where an instance has no such buttons. A press is answered before the next one is looked at. */
  readonly actions?: (settings: Settings<T>, outcome: Outcome) => readonly Action[] | undefined;
  /** A run has moments that can be played; absent: it has only an end. */
  readonly timeline?: Timeline<Outcome, Settings<T>>;
  /** The takeaway and, given the run before, what changed; two sentences at most. */
  readonly say: (
    settings: Settings<T>,
    outcome: Outcome,
    before?: Outcome,
    locale?: string,
  ) => string;
  readonly tabulate: (settings: Settings<T>, outcome: Outcome, locale?: string) => Rows;
  /** Single cases that the figure has room only to begin (messages, names): each whole, in the figure's order, below the table. */
  readonly cases?: (outcome: Outcome) => Rows;
  /** Columns of the table that can wait for a prediction. */
  readonly later?: Later;
}
// Widgets of every table and outcome, as the kit and the tools handle them.
// Typed `any` here and nowhere else: a function of one outcome's type cannot accept `unknown`.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyWidget = Widget<any, any>;

/** The workers: `sim` is small and has no TF.js, `lab` has. */
export type WorkerName = 'sim' | 'lab';
type Runs = Pick<AnyWidget, 'runner' | 'answers' | 'onBackend'>;

/** The worker that runs a widget. */
export function workerOf({ runner }: Pick<AnyWidget, 'runner'>): WorkerName {
  return runner.startsWith('lab/') ? 'lab' : 'sim';
}

/** Whether a widget runs whenever a setting changes; if not, it waits for the button. */
export function answersAtOnce(widget: Runs): boolean {
  const { answers } = widget;
  return answers ? answers === 'at once' : workerOf(widget) !== 'lab';
}

/** Whether a widget computes on a back end that the reader may choose. */
export function runsOnBackend(widget: Runs): boolean {
  return widget.onBackend ?? workerOf(widget) === 'lab';
}

/** Whether its button trains: what uses a model at once has trained it before, if at all. */
export function trainsWhenAsked(widget: Runs): boolean {
  return runsOnBackend(widget) && !answersAtOnce(widget);
}

/** A model that a run has trained and left for others: whatever can be asked of it. */
export interface KeptModel {
  /** Gives back what it takes up. */
  free(): void;
}

/** What a run is given: how data reach it, what it runs on, and the models that others have left. */
export interface Env {
  /** The bytes of a data set by file name, verified against their published hash. */
  readonly readData: (name: string) => Promise<Uint8Array>;
  /** The back end in use, by name: environment, never a setting. */
  readonly backend: string;
  /** Milliseconds since an arbitrary start, for progress only. */
  readonly clock: () => number;
  /** Leaves a model that this run has trained to any run that names this one; it is freed when others need its place. */
  readonly keep: (model: KeptModel) => void;
  /**
   * Gives `use` the model of another run, whole for as long as `use` takes. One that is not kept is trained first: `onShare`
   * is told how much of that is done, 0 to 1, and may throw to end it.
   */
  readonly model: <M extends KeptModel, R>(
    named: NamedRun,
    onShare: (share: number) => Promise<void>,
    use: (model: M) => Promise<R>,
  ) => Promise<R>;
}

/**
 * Puts an outcome on the page; `share` is how much of the work is done, 0 to 1.
 * Resolves when the one before can be seen (one animation frame), the last when it can be seen itself, and throws when nobody
 * wants it any more.
 */
export type Show<Outcome> = (outcome: Outcome, share: number) => Promise<void>;
export type Run<T extends Table, Outcome> = (
  settings: Settings<T>,
  show: Show<Outcome>,
  env: Env,
) => Promise<void>;
/** A run whose settings and outcome are not known more closely. */
export type AnyRun = (settings: never, show: never, env: Env) => Promise<void>;

/**
 * The runs of a spread as one computation. `show` gets every outcome in the list's order, at each look, and how much of the
 * work is done, 0 to 1; until the sweep resolves an outcome is provisional. The last ones equal those of single runs.
 */
export type Sweep<T extends Table, Outcome> = (
  list: readonly Settings<T>[],
  show: (outcomes: readonly Outcome[], share: number) => Promise<void>,
  env: Env,
) => Promise<void>;
/** A sweep whose settings and outcomes are not known more closely. */
export type AnySweep = (list: never, show: never, env: Env) => Promise<void>;

/** What computes a widget: its run, and its sweep where many runs are cheaper at once than in turn. */
export interface Learner {
  readonly run: AnyRun;
  readonly sweep?: AnySweep;
}

/** One run, written as a sweep over a single value: so that both give the same outcome. */
export function runOf<T extends Table, Outcome>(sweep: Sweep<T, Outcome>): Run<T, Outcome> {
  return (settings, show, env) =>
    sweep([settings], ([outcome], share) => show(outcome as Outcome, share), env);
}

/** A bare run as a learner without a sweep. */
export function learnerOf(given: AnyRun | Learner): Learner {
  return typeof given === 'function' ? { run: given } : given;
}

/** Measures by name: the cited value, or `null`. */
export type Measured = Readonly<Record<string, number | null>>;

/** Every measure of an outcome, rounded to nine significant digits, and why some have none. */
export function measureAll(
  widget: AnyWidget,
  outcome: unknown,
): { measures: Measured; why: Readonly<Record<string, string>> } {
  const measures: Record<string, number | null> = {};
  const why: Record<string, string> = {};
  for (const [name, measure] of Object.entries(widget.measures)) {
    const value = measure.of(outcome);
    if (typeof value === 'number' && Number.isFinite(value)) {
      measures[name] = cited(value);
    } else {
      measures[name] = null;
      why[name] = typeof value === 'number' ? NOT_FINITE : value.why;
    }
  }
  return { measures, why };
}
