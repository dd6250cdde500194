/** Judges a program by running it on the cases of the student’s own variant. What a file says that it gave is not even in it. */
import { CODE } from '#words/src/tasks/kinds/code/pure/words';
import type { CodeItem, CodeItemKey } from './item.ts';
import { done, unsure, type ItemJudge, type Judged } from '../../grading/pure/grade/judging.ts';
import { canonical } from '../../sets/pure/submission/digest.ts';
import { drawn } from '../../sets/pure/variants/variant.ts';
import {
  LONGEST_CODE,
  faultSaid,
  isAlike,
  passes,
  runCases,
  saidOf,
  withValues,
  type Cases,
  type Result,
} from './pure/cases.ts';

/** The cases of a variant: first those that are shown. */
export function casesOf(item: CodeItem, key: CodeItemKey, seed: number): Cases {
  const values = drawn(item, seed);
  const own = (text: string): string => withValues(text, values);
  const shown = item.shown.map(({ call }) => ({ call: own(call) }));
  const hidden = key.hidden.flatMap(({ call, times }, i) =>
    Array.from({ length: times }, (_, n) => ({
      call: own(call),
      chance: { seed, stream: `${item.id}/hidden/${i}/${n}` },
    })),
  );
  return { entry: item.entry, calls: [...shown, ...hidden], given: own(key.given) };
}

/** What was run before, by program and cases: a regrade runs nothing again. */
const known = new Map<string, Result>();
const MOST_KNOWN = 4_000;

function remembered(source: string, cases: Cases): Result {
  const name = canonical([source, cases]);
  const before = known.get(name);
  if (before) return before;
  const result = runCases(source, cases);
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(name, result);
  return result;
}

export const JUDGE: ItemJudge<CodeItem, CodeItemKey> = {
  judge({ item, key, seed, handed }): Judged {
    const { answer } = handed;
    if (typeof answer !== 'string') return { state: 'unreadable', credit: 0, says: CODE.notText };
    if (answer.length > LONGEST_CODE)
      return { state: 'unreadable', credit: 0, says: CODE.long(LONGEST_CODE) };
    const values = drawn(item, seed);
    const cases = casesOf(item, key, seed);
    const right = remembered(withValues(key.solve, values), cases);
    if (right.problem) return unsure(CODE.noSolution);
    const given = remembered(answer, cases);
    if (given.problem) return done(0, faultSaid(given.problem));
    const { near } = item;
    const isRight = given.outcomes.map((one, i) => passes(one, right.outcomes[i], near));
    const from = item.shown.length;
    const hidden = isRight.slice(from);
    const passed = hidden.filter(Boolean).length;
    if (isRight.every(Boolean)) return done(1, CODE.all(isRight.length));
    // Who passes all that is hidden and fails what is shown has not read the task: all but one of the cases.
    const credit = Math.min(passed, hidden.length - 1) / hidden.length;
    const wrong = key.wrong.find(({ code }) =>
      isAlike(given, remembered(withValues(code, values), cases), near),
    );
    const at = isRight.indexOf(false);
    const [one, other] = [given.outcomes[at], right.outcomes[at]];
    const first =
      one && other ? CODE.fails(one.asked, saidOf(other), saidOf(one), 'fault' in one) : '';
    const says = [CODE.some(passed, hidden.length), wrong?.feedback, first];
    return done(credit, says.filter(Boolean).join(' '), wrong?.id);
  },
  decides: (item, { solve, given, hidden, wrong }, seed) => ({
    answer: [solve, given, hidden, item.shown.map(({ call }) => call), seed],
    tolerance: item.near,
    wrong,
  }),
};
