/** What widgets and the page say to each other. Names and shapes only: neither side imports the other's classes. */
import type { AnySettings } from './params.ts';
import type { RunRecord } from '../record/run-record.ts';
import type { SpreadAsk } from '../spread/spread.ts';

/** From a widget, bubbling, when a run has an outcome that may be cited. */
export const OUTCOME = 'outcome';
export interface OutcomeDetail {
  /** The id of the widget's instance, unique in the book. */
  readonly id: string;
  readonly run: RunRecord;
  /** Why a measure has no value, by its name. */
  readonly why: Readonly<Record<string, string>>;
  /** A partial run (stopped by the reader) meets no goal. */
  readonly state: 'done' | 'partial';
}

/** From a widget, bubbling, when a spread is complete: one measure over one parameter. */
export const SPREAD = 'spread';
export interface SpreadDetail {
  readonly id: string;
  readonly param: string;
  readonly measure: string;
  readonly settings: AnySettings;
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
}

/** To a widget, dispatched on its element: take these settings, and run or spread. */
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
}
