/** What several predicted numbers send to their page. Build only, but for its types. */
import type { AnyWidget } from '../../../../../../widgets/kit/contract/widget.ts';
import { shownMeasure } from '../../../../practice/author/context.ts';
import type { Asked, PredictionData } from '../../form.ts';
import type { ReadingAsked } from '../../runs/data.ts';
import type { NumbersKey } from './judge/check.ts';
import type { NumbersPrediction } from './schema.ts';

/** The page's data of several numbers. */
export interface NumbersData extends PredictionData, NumbersKey {
  readonly numbers: readonly (NumbersKey['numbers'][number] & ReadingAsked)[];
}

/** What they add to the data that every prediction sends. */
export function numbersData(
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
export const numbersAsk = ({
  numbers,
}: NumbersPrediction): readonly (Asked & Pick<ReadingAsked, 'id' | 'own'>)[] =>
  numbers.map(({ id, measure, unit, when = {} }) => ({ id, measure, unit, own: when }));
