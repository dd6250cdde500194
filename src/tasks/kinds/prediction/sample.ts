/** Answers to a prediction, which is never wrong: what can be taken as one in each form, and what cannot. */
import type { Sample } from '../../sample.ts';
import type { ChoiceData } from './forms/choice/build.ts';
import type { CurveData } from './forms/curve/data.ts';
import type { NumbersKey } from './forms/numbers/check.ts';
import type { OrderData } from './forms/order/build.ts';
import type { PredictionKey } from './check.ts';
import type { Scale } from './judge/scale.ts';

/** The middle of a scale; of one that is open on a side its end. */
const middle = ({ min, max }: Scale): number => ((min ?? max ?? 0) + (max ?? min ?? 0)) / 2;
const taken = (right: Sample['right'], invalid: Sample['invalid']): Sample => ({
  right,
  wrong: [],
  invalid,
});

const FORMS: Readonly<Record<string, (key: never) => Sample>> = {
  number: (key: Scale) => taken([String(middle(key))], ['', 'x', [], 'NaN']),
  numbers: ({ numbers }: NumbersKey) =>
    taken([numbers.map((one) => String(middle(one)))], [[], 'x', numbers.map(() => 'x')]),
  curve: ({ spread: { values }, ...scale }: CurveData) =>
    taken([values.map((x) => ({ x, y: middle(scale) }))], ['x', [], [{ x: 0, y: Infinity }]]),
  choice: ({ options }: ChoiceData) =>
    taken(
      options.map(({ id }) => [id]),
      ['', []],
    ),
  order: ({ readings }: OrderData) => taken([readings.map(({ id }) => id)], ['', []]),
};

export function sampleOf(key: PredictionKey): Sample {
  const form = FORMS[key.form];
  if (!form) throw new TypeError(`there is no form of prediction "${key.form}"`);
  return form(key as never);
}
