/** What questions, answers and verdicts look like, for the build, the page and a grader alike. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { Measured } from '../../../widgets/kit/contract/widget.ts';

/** How far from the answer still counts; a relative one is a share of the answer. The wider of the two holds. */
export interface Tolerance {
  readonly absolute?: number | undefined;
  readonly relative?: number | undefined;
}

/** A wrong number that betrays a known misconception. */
interface KnownWrong {
  readonly id: string;
  readonly value: number;
  /** Absent: the question's own. */
  readonly tolerance?: Tolerance | undefined;
  readonly misconception: string;
  readonly feedback: string;
}

export interface Option {
  readonly id: string;
  readonly text: string;
  readonly correct: boolean;
  readonly feedback?: string | undefined;
  readonly misconception?: string | undefined;
}

/** Bounds of one measure; those given must all hold. */
export interface Limit {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}
/** Measures by name, each with its bounds. */
export type Goal = Readonly<Record<string, Limit>>;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface NumberAsked {
  readonly kind: 'number';
  readonly answer: number;
  readonly unit?: string | undefined;
  readonly tolerance: Tolerance;
  readonly wrong: readonly KnownWrong[];
}
export interface ChoiceAsked {
  readonly kind: 'choice';
  readonly many: boolean;
  readonly options: readonly Option[];
}
/** A wrong order that betrays a known misconception: these items, one before the other, whatever stands between. */
interface KnownOrder {
  readonly id: string;
  readonly order: readonly string[];
  readonly misconception: string;
  readonly feedback: string;
}
export interface OrderAsked {
  readonly kind: 'order';
  /** Ids of the items in the right order. */
  readonly order: readonly string[];
  readonly wrong: readonly KnownOrder[];
}
export interface ReachAsked {
  readonly kind: 'reach';
  readonly goal: Goal;
}
export interface PredictionAsked {
  readonly kind: 'prediction';
  readonly form: 'number' | 'curve';
  readonly unit?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}
/** As much of a question as a check needs. */
export type Asked = NumberAsked | ChoiceAsked | OrderAsked | ReachAsked | PredictionAsked;

/** A run as a widget reports it. */
export interface Attempt {
  readonly state: 'done' | 'partial';
  readonly measures: Measured;
  readonly why: Readonly<Record<string, string>>;
  readonly settings?: AnySettings;
}
/** A typed number, the ids of picked options or of items in their order, a drawn line, or a run. */
export type Answer = string | readonly string[] | readonly Point[] | Attempt;

export interface Verdict {
  /** False: nothing was judged (the field is empty, the number unreadable), and it counts as no try. */
  readonly readable: boolean;
  readonly correct: boolean;
  /** 0 to 1. */
  readonly credit: number;
  readonly feedback: string;
  /** Ids of the options or known wrong answers that the feedback speaks of. */
  readonly about: readonly string[];
}
