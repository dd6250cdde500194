/** Proves a choice in every variant: something is right and something wrong, and the right options earn full credit. */
import type { ChoiceItemKey } from './item.ts';
import { wilson } from '../../grading/pure/stats/numbers.ts';
import { valueIn } from '../../sets/pure/variants/variant.ts';
import type { Proof } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import { sampleFaults, saysIn } from '../../sample.ts';
import { check as checkChoice } from './check.ts';
import { choiceKey } from './grade.ts';
import { sampleOf } from './sample.ts';
import type { ChoiceQuestion, ChoiceSource } from './schema.ts';

export function proveChoice(
  { many, options, solution }: ChoiceSource | ChoiceQuestion,
  variants: readonly Variant[],
): Proof<ChoiceItemKey> {
  const ids = options.map(({ id }) => id);
  const faults = new Set(ids).size < ids.length ? ['two options have the same id'] : [];
  const wrong = options.flatMap(({ id, misconception, feedback }) =>
    misconception === undefined || feedback === undefined ? [] : [{ id, misconception, feedback }],
  );
  const answers: Record<string, readonly string[]> = {};
  const key: ChoiceItemKey = { kind: 'choice', solution, wrong, answers };
  const passed: number[] = [];
  for (const variant of variants) {
    const say = saysIn(variant, faults);
    const right = options
      .filter(({ correct }) =>
        typeof correct === 'boolean' ? correct : valueIn(correct, variant.values) === 1,
      )
      .map(({ id }) => id);
    answers[variant.seed] = right;
    if (right.length === 0) say('no option is correct; mark one with correct: true');
    else if (right.length === ids.length) say('every option is correct; add a wrong one');
    else if (!many && right.length > 1)
      say(`${right.join(' and ')} are both correct; keep one, or say many: true`);
    else {
      const own = choiceKey({ many, options: ids }, key, variant.seed);
      if (!own) continue;
      for (const fault of sampleFaults(sampleOf(own), (answer) => checkChoice(own, answer)))
        say(fault);
      const whole = many ? subsets(ids) : ids.map((id) => [id]);
      passed.push(...whole.map((picked) => Number(checkChoice(own, picked).correct)));
    }
  }
  const luck = wilson(passed);
  return { key, faults, ...(luck && { luck }) };
}

/** Every way to pick something. */
function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  const all = ids.reduce<readonly (readonly string[])[]>(
    (some, id) => [...some, ...some.map((one) => [...one, id])],
    [[]],
  );
  return all.filter(({ length }) => length > 0);
}
