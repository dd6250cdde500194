/** What the page on which a class is graded and its worker say to each other. Shapes only. */
import type { Runnable } from '../../../../widgets/kit/record/run-key.ts';
import type { Rule } from '../pure/grade/class.ts';
import type { Rerun } from '../pure/grade/reruns.ts';
import type { Lateness } from './grading.ts';
import type { Shown } from '../pure/grade/shown.ts';
import type { Decision } from '../pure/grade/verdict.ts';
import type { VivaHand } from '../pure/viva/hand.ts';
import type { Page, View } from '../pure/out/view.ts';
import type { Estimate } from '../pure/stats/numbers.ts';
import type { Head } from './rows.ts';
import type { Student } from '../../sets/pure/variants/student.ts';

/** A grading as it stands, in short: what is long is asked for a page at a time. */
export interface Standing {
  readonly students: number;
  readonly refused: number;
  /** Marks that another key, or a decision, has changed since the standing before. */
  readonly changes: number;
  /** That hand-ins are of a later revision than the key, if any are. */
  readonly later: readonly string[];
  /** With a class list: who has handed in nothing, who nothing that can be graded, and who is on no list. */
  /** Whether it is known whose each file is that is not graded: then who is missing has handed in nothing. */
  readonly isSure: boolean;
  readonly missing: readonly Student[];
  readonly unreadable: readonly Student[];
  readonly strangers: readonly Student[];
  /** How many answers somebody has to read. */
  readonly toRead: number;
  /** What there is to earn, and the maxima of lists in which it is something else. */
  readonly of: number;
  readonly maxima: readonly number[];
}

/** The tables, by name. */
export type TableName = 'grades' | 'flags' | 'refused' | 'changes' | 'items' | 'together';

export interface TablePage extends Page {
  readonly head: readonly Head[];
}

/** One answer as it is read, with what is left besides. */
export interface ReadNow {
  readonly left: number;
  readonly answer?: {
    readonly who: string;
    readonly number: string;
    readonly item: string;
    /** The item's place in the assignment, from 1 on; 0 where nothing tells it. */
    readonly at: number;
    readonly of: number;
    /** What it has now, where it was opened once more. */
    readonly now?: number;
    readonly says: string;
    readonly shown: Shown;
    /** It was opened once more, and with what was decided of it before. */
    readonly isAgain?: boolean;
    readonly decided?: Pick<Decision, 'points' | 'note' | 'met'>;
    /** Notes given for this item before, to be given again. */
    readonly notes: readonly string[];
  };
}

/** What can be taken away. */
export type Saving = 'csv' | 'json' | 'feedback' | 'memory';

/** Contents by their names. The page makes one ZIP of several: what does that need not be in the worker. */
export type Files = readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[];

/** Files that go back, and what is to be said of them. */
export interface GivenFiles {
  readonly files: Files;
  readonly says: readonly string[];
}

/** How far those who read twice agree, and what came of it. */
export interface MergeReport {
  readonly files: number;
  /** Files that are none of this assignment, by name. */
  readonly strangers: readonly string[];
  readonly decisions: number;
  readonly open: number;
  readonly strange: number;
  readonly twice: number;
  readonly same: Estimate | undefined;
  readonly kappa: Estimate | undefined;
}

/** The worker’s half. It keeps files, runs and the key; nothing of it leaves the machine. */
export interface GradeSide {
  /** Takes the engine in which students’ programs are run, compiled; before anything else. */
  engine(wasm: WebAssembly.Module): Promise<void>;
  /** Takes a key; says why not where it is none. */
  key(text: string): Promise<string | undefined>;
  /** Reads files, each once by its name; resolves with how many there are. `names`: with where each lay, if it lay in a folder. */
  add(files: readonly Blob[], names: readonly string[]): Promise<number>;
  /** Which of a student’s files counts; whether names are hidden; by when all of it is to be deleted. */
  choose(choices: {
    readonly rule: Rule;
    readonly isPseudonymous: boolean;
    readonly deleteBy: string;
    readonly course: string;
    readonly late: Lateness;
    /** The column of marks by its head, empty where the title tells; whether marks are in proportion to a file’s maximum. */
    readonly column: string;
    readonly isScaled: boolean;
    readonly withSolutions: boolean;
  }): void;
  /** The runs that are still to be repeated. */
  wanted(): readonly Runnable[];
  ran(done: readonly (readonly [string, Rerun])[]): void;
  decide(decision: Decision): void;
  /** The assignments that the files say they answer, by their ids. */
  answered(): readonly string[];
  /** Takes decisions from a file that was saved before, and the marks in it to compare with; resolves with how many decisions there are now, or with why nothing of it is taken. */
  saved(text: string): number | string;
  grade(): Standing;
  table(name: TableName, view: View): TablePage;
  /** The answer to be read now: the first of the queue, or one behind it. */
  reading(skip: number): ReadNow;
  /** Puts one answer in front of the queue, decided or not; says why not. */
  again(number: string, item: string, appeal: string): string | undefined;
  /** The work of a few students, from this place on, for their viva sheets; none behind the last. */
  vivaHands(from: number): readonly VivaHand[];
  /** Closes what was opened once more. */
  close(): void;
  /** Takes class lists and worksheets; says what each was taken for, or what is wrong with it. Resolves with all heads, too, and how many there are. */
  classLists(files: readonly File[]): Promise<{
    readonly says: readonly string[];
    readonly heads: readonly string[];
    readonly count: number;
  }>;
  /** Each list with the marks in it. */
  giveBack(): GivenFiles;
  /** Takes saved gradings of the class’s other sets; resolves with how many there are. */
  otherSets(texts: readonly string[]): number;
  /** The best so many of those sets, as a table. */
  bestOf(count: number): GivenFiles;
  /** Forgets the class: files, lists, marks, decisions. The key stays. */
  forget(): void;
  /** Takes what earlier courses have left; says why not. */
  memory(text: string): string | undefined;
  save(what: Saving): string | Files;
  /** The queue as files for assistants. */
  split(assistants: readonly string[], twice: number, isPseudonymous: boolean): Files;
  merge(texts: readonly (readonly [name: string, text: string])[]): MergeReport;
}
