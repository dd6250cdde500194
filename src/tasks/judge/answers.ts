/** Answers as a judge gets them, whatever was given: each kind takes the shape that is its own. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { Measured } from '../../../widgets/kit/contract/widget.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A run of an experiment, as a judge sees it. */
export interface JudgedRun {
  readonly state: 'done' | 'partial';
  readonly measures: Measured;
  /** Why a measure has no value, by its name. */
  readonly why: Readonly<Record<string, string>>;
  readonly settings?: AnySettings;
}

/** A typed text, the ids of picked options or of items in their order, a drawn line, or a run. */
export type Answer = string | readonly string[] | readonly Point[] | JudgedRun;

/** The typed text; empty when the answer is none. */
export const textIn = (answer: Answer): string => (typeof answer === 'string' ? answer : '');

/** The ids; none when the answer holds none. */
export const idsIn = (answer: Answer): readonly string[] =>
  Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : [];

/** The points of a drawn line; none when the answer is none. */
export const pointsIn = (answer: Answer): readonly Point[] =>
  Array.isArray(answer) ? answer.filter((one) => typeof one === 'object') : [];

/** The run; nothing when the answer is none. */
export const runIn = (answer: Answer): JudgedRun | undefined =>
  typeof answer === 'object' && !Array.isArray(answer) ? (answer as JudgedRun) : undefined;
