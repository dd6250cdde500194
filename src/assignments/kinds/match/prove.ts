/** Proves a match in every variant: its own pairs are taken, each known wrong one gets its own words, guessing passes hardly ever. */
import { judgePairs, pairOf } from './pure/judge.ts';
import type { MatchItemKey } from '../../pure/format/assignment.ts';
import type { Given } from '../../pure/hand-in/hand-in.ts';
import { valueIn } from '../../pure/variants/variant.ts';
import { inVariant, type Proof } from '../../author/prove/proof.ts';
import type { Variant } from '../../author/prove/variants.ts';
import type { MatchSource } from './schema.ts';

/** The share of guesses that may be right throughout. */
const LUCKY = 0.05;

export function proveMatch(item: MatchSource, variants: readonly Variant[]): Proof<MatchItemKey> {
  const faults = writtenFaults(item);
  const answers: Record<string, Readonly<Record<string, string>>> = {};
  const otherwise = Object.fromEntries(item.left.map(({ id, feedback }) => [id, feedback]));
  const key = (): MatchItemKey => ({
    kind: 'match',
    solution: item.solution,
    wrong: item.wrong,
    otherwise,
    answers,
  });
  const lists = {
    left: item.left.map(({ id }) => id),
    right: item.right.map(({ id }) => id),
  };
  const judged = ({ seed }: Variant, given: Given) => judgePairs(lists, key(), seed, given);
  const everWrong = new Set<string>();
  const luck = item.left.map((): number => 0);
  for (const variant of variants) {
    const say = (fault: string): unknown => faults.push(`${inVariant(variant)}: ${fault}`);
    const right = rightIn(item, variant, say);
    if (!right) continue;
    answers[variant.seed] = right;
    const all = Object.entries(right);
    const given = (change: Readonly<Record<string, string>> = {}): Given =>
      Object.entries({ ...right, ...change }).map(([from, to]) => pairOf(from, to));
    if (judged(variant, given()).state !== 'right') say('its own pairs are not accepted');
    if (all.length > 2 && all.every(([, to], i) => to === item.right[i]?.id))
      say('both lists stand in the same order, which tells the answer; mix one of them');
    luck.push(
      chance(
        item.right.length,
        all.map(([, to]) => to),
      ),
    );
    for (const { id, left, right: to, feedback } of item.wrong) {
      if (right[left] === to) continue;
      everWrong.add(id);
      const { state, says, wrong } = judged(variant, given({ [left]: to }));
      if (state === 'right' || wrong !== id || !says.includes(feedback))
        say(`the known wrong pair "${id}" is told what "${wrong ?? 'nobody'}" is told`);
    }
    for (const nonsense of ['x', [], ['x:y'], [`${item.left[0]?.id ?? ''}:`]]) {
      if (judged(variant, nonsense).state !== 'unreadable') say('nonsense is judged');
    }
  }
  for (const { id } of item.wrong) {
    if (!everWrong.has(id)) faults.push(`the known wrong pair "${id}" is right in every variant`);
  }
  const most = Math.max(...luck);
  if (most > LUCKY)
    faults.push(
      `${(most * 100).toFixed(1)} % of guesses are right throughout; at most ${LUCKY * 100} % may: add an entry to a list`,
    );
  return { key: key(), faults, luck: { value: most, low: most, high: most } };
}

/** How often all is right by guessing: where no entry comes twice, one who guesses gives none twice either. */
function chance(entries: number, right: readonly string[]): number {
  const isEachOnce = new Set(right).size === right.length;
  return right.reduce((share, _, i) => share / (isEachOnce ? entries - i : entries), 1);
}

/** What no schema sees. */
function writtenFaults({ left, right, wrong }: MatchSource): string[] {
  const [from, to] = [left, right].map((list) => list.map(({ id }) => id)) as [string[], string[]];
  const twice = (ids: readonly string[]): readonly string[] =>
    ids.filter((id, i) => ids.indexOf(id) !== i);
  const pairs = wrong.map((one) => pairOf(one.left, one.right));
  return [
    ...twice(from).map((id) => `left: "${id}" stands there twice`),
    ...twice(to).map((id) => `right: "${id}" stands there twice`),
    ...twice(pairs).map((pair) => `wrong: the pair ${pair} stands there twice`),
    ...twice(wrong.map(({ id }) => id)).map((id) => `wrong: "${id}" is the id of two`),
    ...wrong.flatMap((one) => [
      ...(from.includes(one.left)
        ? []
        : [`wrong: "${one.id}": nothing on the left is called "${one.left}"`]),
      ...(to.includes(one.right) ? [] : [`wrong: "${one.id}": no entry is called "${one.right}"`]),
    ]),
  ];
}

/** What belongs to each on the left in a variant; nothing where one of them has no entry, which is said. */
function rightIn(
  { left, right }: MatchSource,
  { values }: Variant,
  say: (fault: string) => unknown,
): Readonly<Record<string, string>> | undefined {
  const found = left.map(({ id, right: written }): [string, string] | undefined => {
    const held =
      typeof written === 'string'
        ? [String(valueIn(written, values))]
        : Object.entries(written)
            .filter(([, formula]) => valueIn(formula, values) === 1)
            .map(([entry]) => entry);
    const [only = ''] = held;
    if (held.length !== 1) say(`"${id}" has ${held.length} right entries; it should have one`);
    else if (!right.some((one) => one.id === only))
      say(`"${id}" should get "${only}", and no entry is called so`);
    else return [id, only];
    return undefined;
  });
  return found.every((one) => one !== undefined) ? Object.fromEntries(found) : undefined;
}
