/** What a predicted choice asks of its runs, and sends to its page. Build only, but for its types. */
import type { AnyWidget } from '../../../../../../widgets/kit/contract/widget.ts';
import type { PredictionData } from '../../form.ts';
import { asksOf, readingsOf, type ReadingAsked } from '../../runs/data.ts';
import type { OfRun } from '../../runs/schema.ts';
import type { RunOption, Which } from './judge/right.ts';
import type { ChoicePrediction } from './schema.ts';

/** The page's data of a choice. */
export interface ChoiceData extends PredictionData {
  readonly options: readonly RunOption[];
  readonly which?: Which | undefined;
  readonly readings: readonly ReadingAsked[];
}

/** What a choice adds to the data that every prediction sends. */
export function choiceData(
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
export const choiceAsks = (question: ChoicePrediction) =>
  asksOf(answersOf(question), question.measure);

/** One reading an option; where options hold of one run, one a measure that a condition names. */
function answersOf({ options, which }: ChoicePrediction): readonly OfRun[] {
  if (which !== undefined) return options;
  const named = new Set(options.flatMap(({ holds = {} }) => Object.keys(holds)));
  return [...named].map((name) => ({ id: name, measure: name }));
}
