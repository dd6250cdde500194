/** What a prediction sends to its page. Build only, but for its types. */
import {
  spreadsByFactors,
  type AnySettings,
  type Table,
} from '../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { experimentOf, shownMeasure } from '../../author/context.ts';
import type { BookContext, BookQuestion, PageHead } from '../../author/contract.ts';
import type { ShownMeasure } from '../../judge/shown-measure.ts';
import type { PredictionKey } from './judge/check.ts';
import type { PredictionQuestion } from './schema.ts';

/** The page's data of a prediction. */
export interface PredictionData extends PageHead, PredictionKey {
  readonly kind: 'prediction';
  readonly instance: string;
  readonly measure: string;
  readonly when: AnySettings;
  /** All settings of the run that answers. */
  readonly expected: AnySettings;
  /** Names of the controls as the reader sees them. */
  readonly labels: Readonly<Record<string, string>>;
  readonly shown: ShownMeasure;
  readonly after: string;
  readonly spread?: {
    readonly param: string;
    readonly values: readonly number[];
    readonly label: string;
    readonly unit?: string | undefined;
    readonly isLog: boolean;
  };
}

/** What a prediction adds to the data that every question sends. */
export function predictionData(
  loaded: BookQuestion<PredictionQuestion>,
  context: BookContext,
): Omit<PredictionData, keyof PageHead> {
  const { question } = loaded;
  const { form, instance, measure, when, after, min, max } = question;
  const { widget, start } = experimentOf(context, loaded, instance);
  const shown = shownMeasure(widget, measure);
  const unit = question.unit ?? shown.unit;
  const spread = spreadOf(question, widget);
  const expected = { ...start, ...when };
  const labels = Object.fromEntries(
    Object.entries(widget.params as Table).map(([name, { label }]) => [name, label]),
  );
  return {
    ...{ form, instance, measure, when, expected, labels, after, min, max, unit },
    shown: { ...shown, unit },
    ...(spread && { spread }),
  };
}

function spreadOf(question: PredictionQuestion, widget: AnyWidget): PredictionData['spread'] {
  if (!question.spread) return undefined;
  const { param: name, values } = question.spread;
  const param = (widget.params as Table)[name];
  if (param?.kind !== 'number') return undefined;
  const isLog = spreadsByFactors(param, values);
  return { param: name, values, label: param.label, unit: param.unit, isLog };
}
