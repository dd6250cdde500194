/** What a student hands in: one JSON text. Its published schema is docs/hand-in.schema.json, made from `schema.ts`. */
import type { RunRecord } from '../../../../../widgets/kit/record/run-record.ts';
import type { Student } from '../variants/student.ts';

/** The format that this edition writes. Earlier ones are read for ever. */
export const FORMAT = 1;

/** The longest file, in bytes of UTF-8. */
export const LARGEST = 40_000;

/** What was given as an answer: a typed text, ids that were picked, or nothing where the runs answer. */
export type Given = string | readonly string[] | null;

export type Confidence = 'unsure' | 'fairly' | 'certain';

/** One item, as it was handed in. */
export interface HandedItem {
  readonly version: number;
  /** The seed of the variant that was on screen, and what stood in it. */
  readonly variant: number;
  readonly note: string;
  readonly answer: Given;
  /** The runs that the answer cites. */
  readonly runs: readonly RunRecord[];
  readonly tries: number;
  readonly hints: number;
  readonly confidence?: Confidence;
  /** Only where the student agreed to say. */
  readonly minutes?: number;
}

/** One thing that happened, in the order in which it did. */
export interface LogEntry {
  readonly item: string;
  readonly what: 'answer' | 'run' | 'hint';
  /** In a hand-in a hash of the answer or the run (`withoutValues`); in files of before, and as it is kept, that in short. */
  readonly value: string;
  /** Ties it to all that came before it: see `chain.ts`. */
  readonly link: string;
}

/** The log; what was cut off at its beginning is counted, and the chain goes on from its last link. */
export interface Log {
  readonly before: { readonly count: number; readonly link: string };
  readonly entries: readonly LogEntry[];
}

export interface Submission {
  readonly format: typeof FORMAT;
  readonly kind: 'hand-in';
  readonly book: string;
  readonly edition: string;
  readonly assignment: { readonly id: string; readonly version: number; readonly hash: string };
  readonly student: Student;
  /** The student’s ticket, made once when they began: every newer version of the same work has the same. */
  readonly session: string;
  /** By the student’s own clock, ISO 8601 in UTC. */
  readonly made: string;
  readonly items: Readonly<Record<string, HandedItem>>;
  readonly log: Log;
  /** The ids of the items without an answer. */
  readonly incomplete: readonly string[];
  /** Twelve signs that stand for all the rest: on the student’s screen and here. */
  readonly receipt: string;
}
