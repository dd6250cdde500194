/** The judge of each kind of question: pure, for page, proof and grader. */
import type { Answer } from '../judge/answers.ts';
import type { Verdict } from '../judge/verdict.ts';
import * as CHECKS from '../tables/check.ts';
import { having } from '../tables/having.ts';

/** A judge takes keys of its own kind, hence `never`. */
type Judge = (key: never, answer: Answer) => Verdict;

/** The judges by kind. */
export const JUDGES = having<Judge>(CHECKS, 'check');
