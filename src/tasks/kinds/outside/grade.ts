/** Judges the numbers that were found outside; the script is read by somebody, and never run. */
import { check as checkNumber } from '../number/check.ts';
import { OUTSIDE } from '#words/src/tasks/kinds/outside/pure/words';
import type { OutsideItem, OutsideItemKey } from './item.ts';
import {
  done,
  unsure,
  type Beside,
  type ItemJudge,
  type Judged,
  type Judging,
} from '../../grading/pure/grade/judging.ts';
import { GRADES } from '#words/src/tasks/grading/pure/grade/words';

type Of = Judging<OutsideItem, OutsideItemKey>;

/** The numbers in the order in which they are asked for, then the script. */
const partsOf = ({ item: { asks }, handed: { answer } }: Of): readonly string[] | undefined =>
  Array.isArray(answer) && answer.length === asks.length + 1
    ? (answer as readonly string[])
    : undefined;

interface Found {
  readonly label: string;
  readonly isOpen: boolean;
  readonly isRight: boolean;
  readonly says: string;
  readonly wrong: string | undefined;
}

function foundIn({ item, key, seed }: Of, parts: readonly string[]): readonly Found[] | undefined {
  const own = key.answers[seed];
  if (!own) return undefined;
  return item.asks.map(({ id, label, unit }, i) => {
    const answer = own.right[id] ?? Number.NaN;
    const tolerance = key.tolerances[id] ?? { absolute: 0 };
    const wrong = key.wrong.flatMap((one) => {
      const value = own.wrong[one.id]?.[id];
      return value === undefined ? [] : [{ ...one, value }];
    });
    const text = parts[i] ?? '';
    const verdict = checkNumber({ kind: 'number', answer, unit, tolerance, wrong }, text);
    const isRight = verdict.readable && verdict.correct;
    return { label, isOpen: text === '', isRight, says: verdict.feedback, wrong: verdict.about[0] };
  });
}

/** How many of the item’s points go to the numbers. */
const numberPoints = ({ item, key }: Of): number =>
  Math.max(0, item.points - key.rubric.reduce((sum, { points }) => sum + points, 0));

export const JUDGE: ItemJudge<OutsideItem, OutsideItemKey> = {
  judge(of): Judged {
    const parts = partsOf(of);
    if (!parts) return { state: 'unreadable', credit: 0, says: OUTSIDE.notList };
    const found = foundIn(of, parts);
    if (!found) return unsure(GRADES.noKey);
    const right = found.filter(({ isRight }) => isRight).length;
    const open = found.filter(({ isOpen }) => isOpen).map(({ label }) => label);
    const wrong = found.filter(({ isRight, isOpen }) => !isRight && !isOpen);
    const toRead = of.key.rubric.length > 0;
    const script = parts.at(-1)?.trim() ?? '';
    const says = [
      right === found.length ? OUTSIDE.right(right) : OUTSIDE.some(right, found.length),
      ...wrong.map((one) => OUTSIDE.about(one.label, one.says)),
      ...(open.length > 0 ? [OUTSIDE.open(open)] : []),
      ...(toRead ? [script === '' ? OUTSIDE.noScript : OUTSIDE.toRead] : []),
    ].join(' ');
    const credit = ((right / found.length) * numberPoints(of)) / of.item.points;
    const known = wrong.find((one) => one.wrong !== undefined)?.wrong;
    if (!toRead || script === '') return done(credit, says, known);
    return { state: 'unverified', credit, says, ...(known !== undefined && { wrong: known }) };
  },
  beside(of): Beside {
    const found = foundIn(of, partsOf(of) ?? []) ?? [];
    const { rubric, wrong } = of.key;
    const isGiven = found.length > 0 && found.every(({ isRight }) => isRight);
    const numbers = { id: 'numbers', text: OUTSIDE.points, points: numberPoints(of), isGiven };
    return {
      runs: [],
      findings: found.map(({ label, isOpen, isRight, says }) =>
        OUTSIDE.about(label, isOpen ? OUTSIDE.nothing : isRight ? OUTSIDE.isRight : says),
      ),
      rubric: [numbers, ...rubric],
      remarks: wrong,
    };
  },
  decides: ({ asks }, { answers, tolerances, wrong, rubric }, seed) => ({
    answer: [answers[seed]?.right, rubric, asks.map(({ id }) => id)],
    tolerance: tolerances,
    wrong: [wrong, answers[seed]?.wrong],
  }),
};
