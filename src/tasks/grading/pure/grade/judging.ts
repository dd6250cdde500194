/** What a kind of item fulfils for the grader, and what it says. Each lies in its kind’s folder, in `grade.ts`. */
import type { RunRecord } from '../../../../../widgets/kit/record/run-record.ts';
import type { Verdict } from '../../../judge/verdict.ts';
import { GRADES } from '#words/src/tasks/grading/pure/grade/words';
import type { Numbers } from '../../../kinds/number/item.ts';
import type { Drawn, KnownWrong, RubricPoint } from '../../../sets/pure/format/head.ts';
import type { Item, ItemKey } from '../../../tables/item.ts';
import type { HandedItem } from '../../../sets/pure/submission/submission.ts';
import type { Reruns } from './reruns.ts';
import type { State } from './verdict.ts';

/** How an item was done, before points. */
export interface Judged {
  readonly state: State;
  readonly credit: number;
  /** The known wrong answer that was given. */
  readonly wrong?: string;
  readonly says: string;
}

/** What a judge goes by: all of it the grader’s own, but for what was handed in. */
export interface Judging<I extends Item = Item, K extends ItemKey = ItemKey> {
  readonly item: I;
  readonly key: K;
  /** The variant’s. */
  readonly seed: number;
  readonly handed: HandedItem;
  readonly reruns: Reruns;
  /** Where a number is asked: what is right, or what follows from the student’s own earlier answers. */
  readonly numbers?: (by: 'right' | 'own') => Numbers | undefined;
}

/** What decides an item, in parts that have names: a regrade says which of them has changed. */
export type Decides = Readonly<Partial<Record<'answer' | 'tolerance' | 'wrong' | 'goal', unknown>>>;

/** Methods, not function properties: so one table holds kinds whose items differ. */
export interface ItemJudge<I extends Item = Item, K extends ItemKey = ItemKey> {
  judge(of: Judging<I, K>): Judged;
  /** Where somebody reads it: what they are shown beside the answer. */
  beside?(of: Judging<I, K>): Beside;
  decides(item: I, key: K, seed: number): Decides;
  /** Where it cites runs: which of them count, and how near a file’s own numbers must be. */
  readonly runs?: RunRules<I>;
}

/** What whoever reads an answer is shown beside it: all of it the grader’s own. */
export interface Beside {
  /** The cited runs: why one does not count, or what came of repeating it. */
  readonly runs: readonly {
    readonly name: string;
    readonly settings: string;
    readonly measures: readonly { readonly label: string; readonly value: string }[];
    readonly why?: string;
  }[];
  /** What the grader has found in the text, in sentences. */
  readonly findings: readonly string[];
  /** What there are points for; `isGiven` where the grader knows already. */
  readonly rubric: readonly (RubricPoint & { readonly isGiven?: boolean })[];
  /** Known mistakes, each with what may be said to it. */
  readonly remarks: readonly KnownWrong[];
}

export interface RunRules<I extends Item = Item> {
  /** Why a cited run counts for nothing, in words; nothing where it does. */
  unfit(item: I, values: Drawn, run: RunRecord): string | undefined;
  /** How far what a file says of a measure may lie from what is found; nothing where it is not compared. */
  band(item: I, measure: string): number | undefined;
}

export const missing: Judged = { state: 'missing', credit: 0, says: GRADES.missing };

/** Somebody has to look at it. */
export const unsure = (says: string): Judged => ({ state: 'unverified', credit: 0, says });

/** So much of it was done. */
export function done(credit: number, says: string, wrong?: string): Judged {
  const state = credit === 1 ? 'right' : credit > 0 ? 'partly' : 'wrong';
  return { state, credit, says, ...(credit < 1 && wrong !== undefined && { wrong }) };
}

/** As a judge of the book’s questions has it; none where the key has no such variant. */
export function fromVerdict(verdict: Verdict | undefined): Judged {
  if (!verdict) return unsure(GRADES.noKey);
  const { readable, credit, feedback, about } = verdict;
  if (!readable) return { state: 'unreadable', credit: 0, says: feedback };
  return done(credit, feedback, about[0]);
}
