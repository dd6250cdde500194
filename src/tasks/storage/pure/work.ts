/** A reader's work as data: answers, a log that only grows, and what was run. What each part may hold is said in `shapes.ts`. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { RunRecord } from '../../../../widgets/kit/record/run-record.ts';
import type { Point } from '../../judge/answers.ts';

/** Entered, but neither checked nor committed: a typed text, picked options, a drawn line. */
export type Draft = string | readonly string[] | readonly Point[];

/** What a reader gave: a typed number, picked options, a drawn line, settings that met a goal, or `null` for a skip. */
export type GivenAnswer = Draft | AnySettings | null;

/** A number for each point or number that a prediction asks for, `null` where the run has none. */
export type Found = readonly (number | null)[];

/** One thing that happened; entries are never changed. */
export interface LogEntry {
  readonly id: string;
  readonly question: string;
  readonly version: number;
  readonly kind: 'prediction' | 'answer' | 'hint' | 'solution' | 'reach';
  readonly answer?: GivenAnswer;
  readonly correct?: boolean;
  readonly credit?: number;
  readonly settings?: AnySettings;
  readonly seed?: number | string;
  readonly backend?: string;
  /** ISO 8601, in UTC, to the millisecond. */
  readonly time: string;
}

/** The last answer to one version of a question. */
export interface KeptAnswer {
  readonly question: string;
  readonly version: number;
  readonly answer: GivenAnswer;
  readonly correct?: boolean;
  /** What the run that answered a prediction said, in words. */
  readonly saw?: string;
  /** What it found, in the question's units, for its picture. */
  readonly found?: Found;
  readonly time: string;
  /** What the clock said, where `time` had to be later than it: see `stamp.ts`. */
  readonly clock?: string;
}

/** A run that a reader settled on; a `partial` one was stopped on the way. */
export interface WorkRun {
  readonly run: RunRecord;
  readonly state: 'done' | 'partial';
  readonly time: string;
}

/** What was run in one experiment of the book: how often, and the latest different runs, the last one last. */
export interface InstanceRuns {
  readonly count: number;
  readonly recent: readonly WorkRun[];
}
/** By the id of the experiment. */
export type Runs = Readonly<Record<string, InstanceRuns>>;

/** A stretch of a lesson's text that a reader has marked: its words and those round it, by which it is found again. */
export interface Mark {
  /** The lesson's address, from the book's root. */
  readonly lesson: string;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** The id of the heading that it stands under; empty before the first. */
  readonly section?: string;
  readonly note?: string;
  readonly isGone?: boolean;
  readonly time: string;
}
/** By ids of their own. */
export type Marks = Readonly<Record<string, Mark>>;
/** A question that the reader has asked to be brought back: another one of its idea is asked from time to time. */
export interface Brought {
  readonly question: string;
  /** The question may be withdrawn; its idea stays. */
  readonly idea: string;
  /** The day from which its steps are counted, in days of the reader's calendar since 1970; and how many are behind it. */
  readonly from: number;
  readonly step: number;
  readonly isStopped?: boolean;
  /** It was missed by a reader who was certain. */
  readonly wasCertain?: boolean;
  readonly time: string;
}
/** By the id of the question. */
export type Review = Readonly<Record<string, Brought>>;

/** All work on one edition of the book, as a file holds it. */
export interface Work {
  readonly format: number;
  readonly book: string;
  readonly edition: string;
  /** By `question@version`. */
  readonly answers: Readonly<Record<string, KeptAnswer>>;
  /** Oldest first. */
  readonly log: readonly LogEntry[];
  readonly runs: Runs;
  readonly marks: Marks;
  readonly review: Review;
  /** Texts that could not be read, for whoever can. */
  readonly aside?: readonly string[];
  /** Fields that this edition does not know: they go into the file again, beside the others. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The format of a file that is saved today. */
export const FORMAT = 2;

/** When an answer was given, by the reader's own clock. */
export const givenAt = ({ clock, time }: KeptAnswer): string => clock ?? time;

/** The key of an answer. */
export const keyOf = (question: string, version: number): string => `${question}@${version}`;

/** Work in which nothing has been done. */
export function emptyWork(book: string, edition: string): Work {
  return { format: FORMAT, book, edition, answers: {}, log: [], runs: {}, marks: {}, review: {} };
}
