/** Params and measures in a line or two: what most of them have in common, to be spread into a table beside the rest. */
import type { AnySettings, ChoiceParam, NumberParam } from './params.ts';
import type { Missing } from './values.ts';
import type { Measure, Preset } from './widget.ts';
import { SEED } from '#words/widgets/kit/words/words';

/** A control in sight from the start. */
export /* @__NO_SIDE_EFFECTS__ */ function first(label: string): {
  readonly label: string;
  readonly place: 'first';
} {
  return { label, place: 'first' };
}

/** A control that comes into sight with the answer to a prediction. */
export /* @__NO_SIDE_EFFECTS__ */ function revealed(
  label: string,
): ReturnType<typeof first> & { readonly after: 'reveal' } {
  return { ...first(label), after: 'reveal' };
}

/** A control under *More settings*. */
export /* @__NO_SIDE_EFFECTS__ */ function more(label: string): {
  readonly label: string;
  readonly place: 'more';
} {
  return { label, place: 'more' };
}

type Range = Pick<NumberParam, 'min' | 'max' | 'default'> &
  Partial<Pick<NumberParam, 'unit' | 'scale' | 'spreadAt'>>;
type Steps = Range & Pick<NumberParam, 'kind' | 'step'>;

/** Any number of a range. */
export /* @__NO_SIDE_EFFECTS__ */ function amount(range: Range & Pick<NumberParam, 'step'>): Steps {
  return { kind: 'number', ...range };
}

/** A share from 0 to 1, which its control shows in per cent. */
export /* @__NO_SIDE_EFFECTS__ */ function portion(
  range: Range & Pick<NumberParam, 'step'>,
): Steps & { readonly isShare: true } {
  return { kind: 'number', ...range, isShare: true };
}

/** A whole number of a range, in steps of 1 unless they are said. */
export /* @__NO_SIDE_EFFECTS__ */ function whole(
  range: Range & { readonly step?: number },
): Steps & { readonly whole: true } {
  return { kind: 'number', step: 1, ...range, whole: true };
}

type Options<Value extends string> = Pick<ChoiceParam<Value>, 'kind' | 'options' | 'default'>;

/** One of several values, each with its label; the first at the start unless another is said. */
export /* @__NO_SIDE_EFFECTS__ */ function choice<Value extends string>(
  options: Readonly<Record<Value, string>>,
  start?: NoInfer<Value>,
): Options<Value> {
  const pairs = Object.entries(options) as [Value, string][];
  const [[first] = ['' as Value]] = pairs;
  return {
    kind: 'choice',
    options: pairs.map(([value, label]) => ({ value, label })),
    default: start ?? first,
  };
}

/** The seed, with what it draws as its help; its spread goes over the first ten, or over as many as are said. */
export /* @__NO_SIDE_EFFECTS__ */ function seed(
  help: string,
  max = 9999,
  spread = 10,
): NumberParam {
  const spreadAt = Array.from({ length: spread }, (_, i) => i + 1);
  return { ...more(SEED), help, ...whole({ min: 1, max, default: 1 }), spreadAt };
}

/** A named situation: only what differs from the defaults. */
export /* @__NO_SIDE_EFFECTS__ */ function preset(
  id: string,
  label: string,
  settings: AnySettings,
): Preset {
  return { id, label, settings };
}

type Look = Partial<
  Pick<Measure<unknown>, 'unit' | 'isDifference' | 'digits' | 'figures' | 'better' | 'says'>
>;

/** A count, or a figure whose unit and decimals are said; without decimals unless they are. */
export /* @__NO_SIDE_EFFECTS__ */ function measure<Outcome>(
  label: string,
  of: Measure<Outcome>['of'],
  look: Look = {},
): Measure<Outcome> {
  return { label, digits: 0, ...look, of };
}

/** A share of a whole, from 0 to 1, in whole per cent unless decimals are said. */
export /* @__NO_SIDE_EFFECTS__ */ function share<Outcome>(
  label: string,
  of: Measure<Outcome>['of'],
  look: Omit<Look, 'unit'> = {},
): Measure<Outcome> {
  return measure(label, of, { unit: 'share', ...look });
}

/**
 * A learner's `modelOf` and `reuse`: settings that `modelOf` calls the same train the same model, and `used` gives the
 * outcome of a run that has trained it under others.
 */
export /* @__NO_SIDE_EFFECTS__ */ function modelUse<Settings, Outcome>(
  modelOf: (settings: Settings) => string,
  used: (settings: Settings, outcome: Outcome) => Outcome,
) {
  const reuse = (settings: Settings, ran: { settings: Settings; outcome: Outcome }) =>
    modelOf(settings) === modelOf(ran.settings) ? used(settings, ran.outcome) : undefined;
  return { modelOf, reuse };
}

/** What follows from a number; where it is missing, so is that, for the same reason. */
export function ifKnown(
  value: number | Missing,
  of: (value: number) => number | Missing,
): number | Missing {
  return typeof value === 'number' ? of(value) : value;
}
