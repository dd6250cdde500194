/**
 * Proves numbers in which earlier answers go on, by pretended students, each with variants of their own: who was right
 * before and who was wrong both get full points for going on rightly, and nobody gets a wrong answer for right.
 */
import { cited } from '../../../../../widgets/kit/contract/cited.ts';
import { JUDGE } from '../../../kinds/number/grade.ts';
import type { NumberItem, NumberItemKey } from '../../../kinds/number/item.ts';
import type { Key } from '../../pure/format/assignment.ts';
import { numbersFor, type Earlier } from '../../../grading/pure/grade/numbers.ts';
import type { Judged } from '../../../grading/pure/grade/judging.ts';
import { variantOf } from '../../pure/variants/variant.ts';

/** Pretended students; each has a variant of each item. */
const STUDENTS = 200;
/** How far beside the right number somebody may be who was wrong in a way that nobody knows. */
const ASTRAY = 1.37;

/** Sentences for the author, each about the item in that place. */
export function carriedFaults(
  key: Key,
): readonly { readonly at: number; readonly fault: string }[] {
  return key.assignment.items.flatMap((item, at) => {
    const own = key.items[item.id];
    if (item.kind !== 'number' || own?.kind !== 'number' || !item.carried) return [];
    const earlier = key.assignment.items.slice(0, at);
    const strange = Object.values(item.carried).filter(
      (id) => !earlier.some((one) => one.id === id && one.kind === 'number'),
    );
    if (strange.length > 0)
      return [{ at, fault: `carried: ${strange.join(', ')} is no number item before this one` }];
    const faults = new Set<string>();
    for (let i = 1; i <= STUDENTS && faults.size === 0; i += 1)
      for (const fault of faultsFor(key, item, own, `proof-${i}`)) faults.add(fault);
    return [...faults].map((fault) => ({ at, fault }));
  });
}

function faultsFor(
  key: Key,
  item: NumberItem,
  own: NumberItemKey,
  number: string,
): readonly string[] {
  const faults: string[] = [];
  const plain = numbersFor(key, item.id, number);
  if (!plain) return [`the answer has no value for the student "${number}"`];
  for (const before of earlierAnswers(key, item, number)) {
    const said = JSON.stringify(before);
    const earlier: Earlier = (id) => before[id];
    const ours = numbersFor(key, item.id, number, earlier);
    if (!ours) {
      faults.push(`with the earlier answers ${said} nothing comes out`);
      continue;
    }
    const judged = (value: number): Judged =>
      JUDGE.judge({
        item,
        key: own,
        seed: variantOf(key.assignment, item, number),
        handed: {
          version: 1,
          variant: 0,
          note: '',
          answer: String(value),
          runs: [],
          tries: 1,
          hints: 0,
        },
        reruns: new Map(),
        numbers: (by) => (by === 'own' ? ours : plain),
      });
    for (const value of [plain.right, ours.right])
      if (judged(cited(value)).credit !== 1)
        faults.push(`${value} follows from the earlier answers ${said} and is not accepted`);
    for (const [id, value] of Object.entries(plain.wrong)) {
      // By chance it may be what follows from somebody’s earlier answer.
      if (judged(value).credit === 1 && judged(value).says === judged(plain.right).says)
        faults.push(`the known wrong answer "${id}" (${value}) counts as right (${plain.right})`);
    }
  }
  return faults;
}

/** Right answers, each known wrong one, and one that nobody knows. */
function earlierAnswers(
  key: Key,
  { carried = {} }: NumberItem,
  number: string,
): readonly Readonly<Record<string, number>>[] {
  const ids = Object.values(carried);
  const rights = Object.fromEntries(
    ids.map((id) => [id, numbersFor(key, id, number)?.right ?? Number.NaN]),
  );
  return [
    rights,
    ...ids.flatMap((id) => {
      const { right = 1, wrong = {} } = numbersFor(key, id, number) ?? {};
      return [right * ASTRAY, ...Object.values(wrong)].map((value) => ({ ...rights, [id]: value }));
    }),
  ];
}
