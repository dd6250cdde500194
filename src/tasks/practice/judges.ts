/** The judge of each kind of question: pure, for page, proof and grader. */
import type { Answer } from '../judge/answers.ts';
import type { Verdict } from '../judge/verdict.ts';
import * as CHECKS from '../tables/check.ts';
import { having } from '../tables/having.ts';

/** A judge takes keys of its own kind, hence `never`. */
type Judge = (key: never, answer: Answer) => Verdict;
export type Judges = Readonly<Record<string, Judge>>;

/** The judges by kind. */
export const JUDGES: Judges = having<Judge>(CHECKS, 'check');
