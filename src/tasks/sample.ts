/** Answers that a kind of task makes itself, by which page, prover and grader are held to each other. */
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import type { Judged } from './grading/pure/grade/judging.ts';
import { inVariant } from './sets/author/prove/proof.ts';
import type { Variant } from './sets/author/prove/variants.ts';
import type { Answer } from './judge/answers.ts';
import type { Verdict } from './judge/verdict.ts';

export interface Sample {
  readonly right: readonly Answer[];
  /** For each known misconception what it makes one answer. */
  readonly wrong: readonly { readonly id: string; readonly answer: Answer }[];
  /** What no judge may take for an answer, whatever else is handed in. */
  readonly invalid: readonly Answer[];
  /** The settings of runs that go with a right answer. */
  readonly runs?: readonly AnySettings[];
}

/** A question of a lesson has one variant, in which nothing is drawn. */
export const PRACTICE: readonly Variant[] = [{ seed: 0, values: {} }];

/** Takes down what is wrong with a variant. */
export const saysIn =
  (variant: Variant, faults: string[]) =>
  (fault: string): void => {
    faults.push(variant.seed === 0 ? fault : `${inVariant(variant)}: ${fault}`);
  };

/** What a judge made of an answer. */
export type Seen = Pick<Verdict, 'readable' | 'correct' | 'about'>;

/** The same of a judge of sets. */
export const seenIn = ({ state, credit, wrong }: Judged): Seen => ({
  readable: state !== 'unreadable' && state !== 'missing',
  correct: credit === 1,
  about: wrong === undefined ? [] : [wrong],
});

/** What is wrong with how such answers are judged, for the author. */
export function sampleFaults(
  { right, wrong, invalid }: Sample,
  judge: (answer: Answer) => Seen,
): readonly string[] {
  return [
    ...right.flatMap((answer) =>
      judge(answer).correct ? [] : [`its own answer, ${told(answer)}, does not earn full credit`],
    ),
    ...wrong.flatMap(({ id, answer }) => {
      const { correct, about } = judge(answer);
      if (correct) return [`the known wrong answer "${id}" (${told(answer)}) counts as right`];
      const [first = 'nobody'] = about;
      return first === id ? [] : [`"${id}" (${told(answer)}) is told what "${first}" is told`];
    }),
    ...invalid.flatMap((answer) =>
      judge(answer).readable ? [`“${told(answer)}” is taken for an answer`] : [],
    ),
  ];
}

const told = (answer: Answer): string =>
  typeof answer === 'string' ? answer : Array.isArray(answer) ? answer.join(', ') : 'a run';
