/**
 * What crosses the border between experiments and the rest of the page: attributes that may be read from outside, and
 * events. Names and plain shapes only: neither side imports the other's classes. Both sides take the names from here, and
 * `tests/architecture.test.ts` holds them to it.
 */
import type { RunRecord } from '../record/run-record.ts';
import type { SpreadAsk } from '../spread/spread.ts';
import type { AnySettings } from './params.ts';

/** How an experiment's last run stands: `partial` was stopped by the reader. */
export type RunState = 'idle' | 'running' | 'partial' | 'done' | 'failed';

/** The attributes of an experiment's element that others may read: `veil` is `data-veil`. Both sides read its `dataset` as these. */
export interface ExperimentAttributes {
  /** Absent before the first run. */
  state?: RunState;
  /** Why its last run has failed and what to do, in words; absent unless it has. */
  fault?: string;
  /** How much is done of what is on its way, 0 to 1. */
  share?: string;
  /** The id of the prediction that it waits for; gone once that is made. Whoever cannot ask for it any more may take it away. */
  veil?: string;
  /** What waits: everything, only the answer in the first state, or only what comes after the first state. */
  hides?: 'all' | 'answer' | 'more';
  /** What the model in the figure was trained on: `webgpu`, `webgl`, `wasm`, `cpu`. */
  backend?: string;
  /** Every setting it starts with, as JSON. */
  start?: string;
  /** There once a script runs: without one, nothing would ever lift the veil, so nothing is hidden. */
  awake?: '';
}

/** The attributes of a question's element that others may read: a number in the text waits for its prediction. */
export interface QuestionAttributes {
  /** There once its prediction is made or skipped. */
  committed?: '';
  /** Its code could not be fetched: nothing waits for it. */
  failed?: '';
}

/** The attributes of words in the text that set an experiment up. */
interface SetUpAttributes {
  /** The experiment’s id. */
  'sets-up'?: string;
}

/** The names of all, for selectors and tests. */
export const ATTRIBUTES = [
  'state',
  'fault',
  'share',
  'veil',
  'hides',
  'backend',
  'start',
  'awake',
  'committed',
  'failed',
  'sets-up',
] as const satisfies readonly (
  keyof ExperimentAttributes | keyof QuestionAttributes | keyof SetUpAttributes
)[];

/** Who has asked for a run: the reader on the page, a question's proposal, or the address that the page was opened with. */
export type RunBy = 'reader' | 'question' | 'address';

/** From an experiment, bubbling, when a run has an outcome that may be cited. */
export const OUTCOME = 'outcome';
export interface OutcomeDetail {
  /** The id of the widget's instance, unique in the book. */
  readonly id: string;
  readonly run: RunRecord;
  /** Why a measure has no value, by its name. */
  readonly why: Readonly<Record<string, string>>;
  /** A partial run (stopped by the reader) meets no goal. */
  readonly state: 'done' | 'partial';
  readonly by: RunBy;
}

/** From an experiment, bubbling, when the reader has pinned a run. */
export const PINNED = 'pinned';
export type PinnedDetail = Pick<OutcomeDetail, 'id' | 'run'>;

/** From an experiment, bubbling, when a spread is complete: one measure over one parameter. */
export const SPREAD = 'spread';
export interface SpreadDetail {
  readonly id: string;
  readonly param: string;
  readonly measure: string;
  readonly settings: AnySettings;
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
}

/** How one condition of a goal stands, in words. */
export interface GoalCondition {
  readonly measure: string;
  readonly label: string;
  /** `at most 35 ms` */
  readonly limit: string;
  /** `29 ms, met`; empty where no run says anything. */
  readonly now: string;
  readonly met: boolean;
}

/** A goal that is worked on with an experiment: the experiment carries it until it is reset, left or given another. */
export interface GoalDetail {
  /** The id of the element in the question that says how it stands: the way back leads there, with the focus. */
  readonly from: string;
  /** The settings that may be moved, when the work begins; without them, how the goal that is carried stands now. */
  readonly vary?: readonly string[];
  readonly conditions: readonly GoalCondition[];
  /** Why the run in view says nothing to the goal, as a sentence. */
  readonly note?: string;
}

/** To an experiment, dispatched on its element: take these settings, and run or spread. */
export const PROPOSE = 'propose';
export interface ProposeDetail {
  /** Only what changes; the rest returns to the instance's start when `fresh`. */
  readonly settings: AnySettings;
  readonly fresh?: boolean;
  readonly run?: boolean;
  readonly spread?: SpreadAsk;
  /** The reader's drawn prediction, shown dotted over the spread that answers it. */
  readonly prediction?: readonly { readonly x: number; readonly y: number }[];
  /** The prediction was made earlier: keep it for when its spread is shown, and change nothing now. */
  readonly remember?: boolean;
  /** Lifts the veil over an answer that the reader has just predicted. */
  readonly reveal?: boolean;
  /** True once the reader has moved on: then it only reveals. Asked when the experiment takes it, which may be later. */
  readonly isOff?: () => boolean;
  readonly goal?: GoalDetail;
  /** What could not be taken of what was asked for, as sentences that the reader should know. */
  readonly notices?: readonly string[];
}

/** From a question, bubbling, when its prediction is made or skipped. */
export const PREDICTED = 'predicted';
