/** What a drawn prediction sends to its page. Types only. */
import type { ShownMeasure } from '../../../../judge/shown-measure.ts';
import type { PredictionData } from '../../form.ts';
import type { LineKey } from './check.ts';

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
