/** Proves a matching in every variant: its own pairs are taken, each wrong one gets its own words, guessing passes hardly ever. */
import type { Proof } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import type { MatchItemKey } from './item.ts';
import type { KnownWrong } from '../../sets/pure/format/head.ts';
import { valueIn } from '../../sets/pure/variants/variant.ts';
import { PRACTICE, sampleFaults, saysIn } from '../../sample.ts';
import { checkMatching, pairOf, whyOf, type MatchingKey } from './check.ts';
import { sampleOf } from './sample.ts';
import type { MatchingQuestion, MatchSource } from './schema.ts';

/** The share of guesses that may be right throughout. */
const LUCKY = 0.05;

export function proveMatching(
  item: MatchSource | MatchingQuestion,
  variants: readonly Variant[],
): Proof<MatchItemKey> {
  const wrong: MatchItemKey['wrong'] = 'wrong' in item ? item.wrong : [];
  const faults = writtenFaults(item, wrong);
  const right = item.right.map(({ id }) => id);
  const answers: Record<string, MatchItemKey['answers'][string]> = {};
  const everWrong = new Set<string>();
  const luck = item.left.map((): number => 0);
  for (const variant of variants) {
    const say = saysIn(variant, faults);
    const own = item.left.map(({ id, right: written }) =>
      rightFor(written, id, right, variant, say),
    );
    if (own.some((one) => one === undefined)) continue;
    const left = item.left.map((one, i) => ({ ...one, right: own[i] ?? [] }));
    answers[variant.seed] = Object.fromEntries(
      left.map(({ id, right: [first = '', ...more] }) => [
        id,
        more.length > 0 ? [first, ...more] : first,
      ]),
    );
    const key: MatchingKey = { kind: 'match', left, right, wrong };
    for (const fault of sampleFaults(sampleOf(key), (answer) => checkMatching(key, answer)))
      say(fault);
    const firsts = left.map(({ right: [first = ''] }) => first);
    if (left.length > 2 && firsts.every((one, i) => one === right[i]))
      say('both lists stand in the same order, which tells the answer; mix one of them');
    if (new Set(firsts).size === 1 && left.every((one) => one.right.length === 1))
      say(`everything belongs to "${firsts[0] ?? ''}"; nothing is told apart`);
    luck.push(chance(right.length, left));
    for (const one of wrong)
      if (answers[variant.seed]?.[one.left] !== one.right) everWrong.add(one.id);
  }
  for (const { id } of wrong) {
    if (!everWrong.has(id)) faults.push(`the known wrong pair "${id}" is right in every variant`);
  }
  const most = Math.max(...luck);
  // In a lesson whoever guesses is told why, and may try again.
  if (most > LUCKY && variants !== PRACTICE)
    faults.push(
      `${(most * 100).toFixed(1)} % of guesses are right throughout; at most ${LUCKY * 100} % may: add an entry to a list`,
    );
  const otherwise = Object.fromEntries(item.left.map(({ id, feedback }) => [id, feedback]));
  const key: MatchItemKey = { kind: 'match', solution: item.solution, wrong, otherwise, answers };
  return { key, faults, luck: { value: most, low: most, high: most } };
}

/** How often all is right by guessing: where no entry comes twice, one who guesses gives none twice either. */
function chance(entries: number, left: MatchingKey['left']): number {
  const all = left.map(({ right }) => right);
  const isEachOnce =
    all.every(({ length }) => length === 1) && new Set(all.flat()).size === all.length;
  return all.reduce(
    (share, { length }, i) => (share * length) / (isEachOnce ? entries - i : entries),
    1,
  );
}

/** What no schema sees. */
function writtenFaults(
  { left, right }: MatchSource | MatchingQuestion,
  wrong: readonly (KnownWrong & { readonly left: string; readonly right: string })[],
): string[] {
  const [from, to] = [left, right].map((list) => list.map(({ id }) => id)) as [string[], string[]];
  const twice = (ids: readonly string[]): readonly string[] =>
    ids.filter((id, i) => ids.indexOf(id) !== i);
  const pairs = wrong.map((one) => pairOf(one.left, one.right));
  return [
    ...twice([...from, ...from.map(whyOf)]).map((id) => `left: "${id}" stands there twice`),
    ...twice(to).map((id) => `right: "${id}" stands there twice`),
    ...twice(pairs).map((pair) => `wrong: the pair ${pair} stands there twice`),
    ...twice(wrong.map(({ id }) => id)).map((id) => `wrong: "${id}" is the id of two`),
    ...wrong.flatMap((one) => [
      ...(from.includes(one.left)
        ? []
        : [`wrong: "${one.id}": nothing on the left is called "${one.left}"`]),
      ...(to.includes(one.right) ? [] : [`wrong: "${one.id}": no entry is called "${one.right}"`]),
    ]),
    ...left.flatMap((one) =>
      Array.isArray(one.right) && one.right.length > 1 && (!('why' in one) || one.why === undefined)
        ? [`"${one.id}" may get ${one.right.join(' or ')}; say why`]
        : [],
    ),
  ];
}

type Written = MatchSource['left'][number]['right'] | readonly string[];

/** What belongs to an entry on the left in a variant; nothing where there is none, which is said. */
function rightFor(
  written: Written,
  id: string,
  entries: readonly string[],
  { values }: Variant,
  say: (fault: string) => void,
): readonly string[] | undefined {
  const own = Array.isArray(written)
    ? (written as readonly string[])
    : typeof written === 'string'
      ? [String(valueIn(written, values))]
      : Object.entries(written as Readonly<Record<string, string>>)
          .filter(([, formula]) => valueIn(formula, values) === 1)
          .map(([entry]) => entry);
  const stray = own.filter((one) => !entries.includes(one));
  const isOne = Array.isArray(written) ? own.length > 0 : own.length === 1;
  if (!isOne) say(`"${id}" has ${own.length} right entries; it should have one`);
  else if (stray.length > 0)
    say(`"${id}" should get "${stray.join(', ')}", and no entry is called so`);
  else if (own.length === entries.length) say(`"${id}" is right with every entry; name fewer`);
  else return own;
  return undefined;
}
