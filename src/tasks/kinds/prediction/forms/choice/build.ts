/** What the build knows of a predicted choice. */
import { optionsMarkup } from '../../../../fields/options-markup.ts';
import { inlines } from '../../../../server/markdown.ts';
import type { PredictionForm } from '../../form.ts';
import { PREDICTION_LABELS } from '#words/src/tasks/kinds/prediction/words';
import { choiceAsks, choiceData, type ChoiceData } from './data.ts';
import { proveChoice } from './prove.ts';
import { choiceSchema, type ChoicePrediction } from './schema.ts';

/** One option is picked; the run says which is right. */
export const CHOICE_FORM: PredictionForm<ChoicePrediction, ChoiceData> = {
  schema: choiceSchema,
  asks: choiceAsks,
  known: ({ options }) => options,
  prove: proveChoice,
  data: choiceData,
  markup: async ({ id }, { options }) =>
    optionsMarkup(id, await inlines(options), { legend: PREDICTION_LABELS.yourPrediction }),
};
