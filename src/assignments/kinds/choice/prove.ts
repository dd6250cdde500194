/** Proves a choice in every variant: something is right and something wrong, and the right options earn full credit. */
import { checkChoice } from '../../../questions/kinds/choice/judge/check.ts';
import type { ChoiceItemKey } from '../../pure/format/assignment.ts';
import { wilson } from '../../pure/stats/numbers.ts';
import { valueIn } from '../../pure/variants/variant.ts';
import type { ChoiceSource } from './schema.ts';
import { inVariant, type Proof } from '../../author/prove/proof.ts';
import type { Variant } from '../../author/prove/variants.ts';

export function proveChoice(
  item: ChoiceSource,
  variants: readonly Variant[],
): Proof<ChoiceItemKey> {
  const faults: string[] = [];
  const answers: Record<string, readonly string[]> = {};
  const passed: number[] = [];
  const ids = item.options.map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('two options have the same id');
  for (const variant of variants) {
    const right = item.options
      .filter(({ correct }) =>
        typeof correct === 'boolean' ? correct : valueIn(correct, variant.values) === 1,
      )
      .map(({ id }) => id);
    answers[variant.seed] = right;
    const say = (fault: string): unknown => faults.push(`${inVariant(variant)}: ${fault}`);
    if (right.length === 0) say('no option is correct');
    if (right.length === ids.length) say('every option is correct');
    if (!item.many && right.length > 1)
      say(`${right.join(' and ')} are both correct; say many: true`);
    const key = {
      kind: 'choice' as const,
      many: item.many,
      options: item.options.map(({ id, feedback }) => ({
        id,
        feedback,
        correct: right.includes(id),
      })),
    };
    if (!checkChoice(key, right).correct) say('the right options together do not earn full credit');
    if (checkChoice(key, []).readable || checkChoice(key, ['none-of-these']).readable)
      say('nonsense is judged');
    const whole = item.many ? subsets(ids) : ids.map((id) => [id]);
    passed.push(...whole.map((picked) => Number(checkChoice(key, picked).correct)));
  }
  const wrong = item.options.flatMap(({ id, misconception, feedback }) =>
    misconception === undefined || feedback === undefined ? [] : [{ id, misconception, feedback }],
  );
  const luck = wilson(passed);
  return {
    key: { kind: 'choice', solution: item.solution, wrong, answers },
    faults,
    ...(luck && { luck }),
  };
}

/** Every way to pick something. */
function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  const all = ids.reduce<readonly (readonly string[])[]>(
    (some, id) => [...some, ...some.map((one) => [...one, id])],
    [[]],
  );
  return all.filter(({ length }) => length > 0);
}
