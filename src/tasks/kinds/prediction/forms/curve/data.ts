/** What a drawn prediction sends to its page. Build only, but for its types. */
import { spreadsByFactors, type Table } from '../../../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../../../widgets/kit/contract/widget.ts';
import { shownMeasure } from '../../../../practice/author/context.ts';
import type { ShownMeasure } from '../../../../judge/shown-measure.ts';
import type { PredictionData } from '../../form.ts';
import type { LineKey } from './judge/check.ts';
import type { CurvePrediction } from './schema.ts';

/** The page's data of a line. */
export interface CurveData extends PredictionData, LineKey {
  readonly measure: string;
  readonly shown: ShownMeasure;
  readonly spread: {
    readonly param: string;
    readonly values: readonly number[];
    readonly label: string;
    readonly unit?: string | undefined;
    readonly isLog: boolean;
  };
}

/** What a line adds to the data that every prediction sends. */
export function curveData(
  { measure, min, max, unit: own, spread }: CurvePrediction,
  widget: AnyWidget,
): Omit<CurveData, keyof PredictionData> {
  const shown = shownMeasure(widget, measure);
  const unit = own ?? shown.unit;
  const { param: name = '', values = [] } = spread ?? {};
  const param = (widget.params as Table)[name];
  const isLog = param?.kind === 'number' && spreadsByFactors(param, values);
  const axis = {
    label: param?.label ?? name,
    unit: param?.kind === 'number' ? param.unit : undefined,
  };
  return {
    ...{ measure, min, max, unit },
    shown: { ...shown, unit },
    spread: { param: name, values, ...axis, isLog },
  };
}
