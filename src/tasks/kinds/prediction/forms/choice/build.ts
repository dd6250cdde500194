/** What the build knows of a predicted choice. */
import { PREDICTION_LABELS } from '#words/src/tasks/kinds/prediction/words';
import { z } from 'astro/zod';
import { optionsMarkup } from '../../../../fields/options-markup.ts';
import { predictionEnd, predictionHead, predictionRun } from '../../fields.ts';
import type { PredictionData, ProofOn, PredictionForm } from '../../form.ts';
import { type RunOption, type Which, rightOptions } from './check.ts';
import {
  asksOf,
  readingsOf,
  type ReadingAsked,
  isApart,
  readingsOverSeeds,
  sharedIds,
  type SeedReadings,
  ofRun,
  type OfRun,
} from '../../runs/prove.ts';
import { conditions, text } from '../../../../practice/author/fields.ts';
import { marginOf } from '../../../../practice/author/seeds.ts';
import type { Faults } from '../../../../practice/contract.ts';
import { inlines } from '../../../../server/markdown.ts';
import { longest, SENTENCE, spoken } from '../../room.ts';
import type { AnyWidget } from '../../../../../../widgets/kit/contract/widget.ts';

const option = z
  .strictObject({
    ...ofRun,
    /** It is the right one of a run whose measures meet this. */
    holds: conditions.optional(),
    feedback: text.optional(),
    misconception: text.optional(),
  })
  .refine((o) => o.misconception === undefined || o.feedback !== undefined, {
    message: 'an option with a misconception needs a feedback that speaks to it',
  });

/** Options, of which the run decides: by conditions, or by which of several values is the largest or the smallest. */
const choiceSchema = z
  .strictObject({
    ...predictionHead,
    ...predictionRun,
    ...predictionEnd,
    form: z.literal('choice'),
    measure: text.optional(),
    which: z.enum(['largest', 'smallest']).optional(),
    options: z.array(option).min(2, 'a choice has at least two options'),
  })
  .refine((q) => q.which !== undefined || q.options.every((o) => o.holds !== undefined), {
    message:
      'say of each option what it holds of a run (holds: { measure: … }), or which value is asked for (largest, smallest)',
  })
  .refine((q) => q.which !== undefined || !q.options.some((o) => o.when ?? o.measure), {
    message:
      'options that hold of one run name no runs or measures of their own; take when and measure away',
  })
  .refine((q) => q.which === undefined || !q.options.some((o) => o.holds), {
    message: 'with which, the values decide; take holds away',
  });

export type ChoicePrediction = z.infer<typeof choiceSchema>;

/** The page's data of a choice. */
export interface ChoiceData extends PredictionData {
  readonly options: readonly RunOption[];
  readonly which?: Which | undefined;
  readonly readings: readonly ReadingAsked[];
}

/** What a choice adds to the data that every prediction sends. */
function choiceData(
  question: ChoicePrediction,
  widget: AnyWidget,
): Omit<ChoiceData, keyof PredictionData> {
  const { options, which, measure } = question;
  return {
    options: options.map(({ id, holds }) => ({ id, holds })),
    which,
    readings: readingsOf(answersOf(question), measure, widget),
  };
}

/** What it asks for. */
const choiceAsks = (question: ChoicePrediction) => asksOf(answersOf(question), question.measure);

/** One reading an option; where options hold of one run, one a measure that a condition names. */
function answersOf({ options, which }: ChoicePrediction): readonly OfRun[] {
  if (which !== undefined) return options;
  const named = new Set(options.flatMap(({ holds = {} }) => Object.keys(holds)));
  return [...named].map((name) => ({ id: name, measure: name }));
}

type Margin = (measure: string) => number;

/** The faults of a choice, each with what to do. */
async function proveChoice(question: ChoicePrediction, prover: ProofOn): Promise<Faults> {
  const { options, which } = question;
  const twice = sharedIds('options', options);
  if (twice.length > 0) return twice;
  const margin = marginOf(prover.widget);
  const seeds = await readingsOverSeeds(choiceAsks(question), prover);
  const faults = seeds.flatMap((seed) => {
    const why = which ? tie(seed, which, margin) : notOne(question, seed, margin);
    const all = seed.values.map(({ id, value }) => `${id} ${Number(value.toPrecision(4))}`);
    return why === undefined ? [] : [`${why}${seed.at} (${all.join(', ')})`];
  });
  if (faults.length > 0) return [...new Set(faults)];
  const [first, ...others] = seeds.map(({ at, values }) => {
    const [is = ''] = rightOptions(options, which, values);
    return { at, is };
  });
  const other = others.find(({ is }) => is !== first?.is);
  if (!first || !other) return [];
  return [
    `the right option is ${first.is}, but ${other.is}${other.at}; ask for what holds whatever the seed`,
  ];
}

/** Why not exactly one option holds, or not by enough; nothing where one does. */
function notOne(
  { options }: ChoicePrediction,
  { values }: SeedReadings,
  margin: Margin,
): string | undefined {
  const holding = (by: Margin): readonly string[] => rightOptions(options, undefined, values, by);
  const right = holding(() => 0);
  if (right.length === 0) return 'exactly one option must hold, and none does';
  if (right.length > 1) return `exactly one option must hold, but ${right.join(' and ')} do`;
  const isSure = holding(margin).length === 1 && holding((name) => -margin(name)).length === 1;
  return isSure ? undefined : `${right.join()} holds by too little: back ends may say otherwise`;
}

/** Why no value stands out; nothing where one does. */
function tie(
  { values }: SeedReadings,
  which: 'largest' | 'smallest',
  margin: Margin,
): string | undefined {
  const sign = which === 'largest' ? -1 : 1;
  const [first, second] = values.toSorted((a, b) => sign * (a.value - b.value));
  if (!first || !second || isApart(first, second, margin)) return undefined;
  return `${first.id} and ${second.id} are too close to say which is the ${which}`;
}

/** One option is picked; the run says which is right. */
export const FORM: PredictionForm<ChoicePrediction, ChoiceData> = {
  schema: choiceSchema,
  asks: choiceAsks,
  known: ({ options }) => options,
  prove: proveChoice,
  data: choiceData,
  room: ({ options, which }) =>
    2 * longest(options) + (which === undefined ? 0 : SENTENCE + spoken(options)),
  markup: async ({ id }, { options }) =>
    optionsMarkup(id, await inlines(options), { legend: PREDICTION_LABELS.yourPrediction }),
};
