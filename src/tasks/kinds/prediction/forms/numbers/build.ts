/** What the build knows of several predicted numbers. */
import { PREDICTION_LABELS } from '#words/src/tasks/kinds/prediction/words';
import { z } from 'astro/zod';
import {
  BOTH_ENDS,
  hasBothEnds,
  predictionEnd,
  predictionHead,
  predictionRun,
  scaleEnds,
} from '../../fields.ts';
import type { Asked, PredictionData, ProofOn, PredictionForm } from '../../form.ts';
import type { NumbersKey } from './check.ts';
import { isOnScale } from '../../judge/scale.ts';
import { type ReadingAsked, readingsOverSeeds, sharedIds } from '../../runs/prove.ts';
import { shownMeasure } from '../../../../practice/author/context.ts';
import { id, settings, text, unit } from '../../../../practice/author/fields.ts';
import type { Faults } from '../../../../practice/contract.ts';
import { block, numberRow } from '../../../../server/block.ts';
import type { AnyWidget } from '../../../../../../widgets/kit/contract/widget.ts';

const number = z
  .strictObject({
    id,
    /** Its name beside the field; without it, the measure's own. */
    label: text.optional(),
    measure: text,
    when: settings.optional(),
    unit: unit.optional(),
    ...scaleEnds,
  })
  .refine(hasBothEnds, BOTH_ENDS);

/** Measures of one run, or of several. */
const numbersSchema = z.strictObject({
  ...predictionHead,
  ...predictionRun,
  ...predictionEnd,
  form: z.literal('numbers'),
  numbers: z
    .array(number)
    .min(2, 'there are two or three numbers; for one there is form: number')
    .max(3, 'there are two or three numbers'),
});

type NumbersPrediction = z.infer<typeof numbersSchema>;

/** The page's data of several numbers. */
export interface NumbersData extends PredictionData, NumbersKey {
  readonly numbers: readonly (NumbersKey['numbers'][number] & ReadingAsked)[];
}

/** What they add to the data that every prediction sends. */
function numbersData(
  { numbers }: NumbersPrediction,
  widget: AnyWidget,
): Omit<NumbersData, keyof PredictionData> {
  return {
    numbers: numbers.map(({ id, label, measure, when = {}, unit: own, min, max }) => {
      const shown = shownMeasure(widget, measure);
      const unit = own ?? shown.unit;
      const name = label ?? shown.label;
      return { id, label: name, measure, own: when, unit, min, max, shown: { ...shown, unit } };
    }),
  };
}

/** What they ask for. */
const numbersAsk = ({
  numbers,
}: NumbersPrediction): readonly (Asked & Pick<ReadingAsked, 'id' | 'own'>)[] =>
  numbers.map(({ id, measure, unit, when = {} }) => ({ id, measure, unit, own: when }));

/** The faults of several numbers, each with what to do. */
async function proveNumbers(question: NumbersPrediction, prover: ProofOn): Promise<Faults> {
  const { numbers } = question;
  const faults = new Set(sharedIds('numbers', numbers));
  for (const { at, values } of await readingsOverSeeds(numbersAsk(question), prover)) {
    for (const [i, { id, measure, value }] of values.entries()) {
      const scale = numbers[i];
      const is = value * shownMeasure(prover.widget, measure).scale;
      if (!scale || isOnScale(scale, is)) continue;
      const { min = '', max = '' } = scale;
      faults.add(
        `${id} is ${Number(is.toPrecision(3))}${at}: the scale from ${min} to ${max} does not hold it`,
      );
    }
  }
  return [...faults];
}

/** Two or three numbers are typed, and committed together. */
export const FORM: PredictionForm<NumbersPrediction, NumbersData> = {
  schema: numbersSchema,
  asks: numbersAsk,
  prove: proveNumbers,
  data: numbersData,
  markup: ({
    id,
    numbers,
  }) => block`<fieldset class="answer-numbers" aria-describedby="question-${id}-prompt">
  <legend>${PREDICTION_LABELS.yourPrediction}</legend>
  ${numbers.map((one) => numberRow({ id: `${id}-${one.id}`, unit: one.unit }, one.label, id))}
</fieldset>`,
};
