/** What a curve says to a drawn line. */
import { SPREAD, type SpreadDetail } from '../../../../../../widgets/kit/contract/border.ts';
import { plain, quantity } from '../../../../../../widgets/kit/draw/format.ts';
import type { Point } from '../../../../judge/answers.ts';
import { CHANCE, differing } from '../../../../judge/differing.ts';
import type { GivenAnswer } from '../../../../storage/pure/work.ts';
import type { Comparison, FormAnswers } from '../../form.ts';
import { neededFor, asFound } from '../../needed.ts';
import type { CurveData } from './data.ts';
import { curveField } from './curve-field.ts';
import { drawFound } from './found-line.ts';
import { distance } from './check.ts';
import { LINE_ANSWERS } from '#words/src/tasks/kinds/prediction/forms/curve/words';

/** How far the line is from the curve; the experiment draws both. */
export const answer: FormAnswers<CurveData> = (data) => ({
  by: SPREAD,
  needs: neededFor(data, [data.spread.param]),
  ask: (guess) => ({ settings: data.when, ...spreadOf(data), ...drawn(data, guess) }),
  shown: (guess) => drawn(data, guess),
  compare: (guess, event) =>
    event.type === SPREAD ? compareCurve(data, guess, event.detail as SpreadDetail) : undefined,
  draw(question, _, found, isNew) {
    if (found) drawFound(question, data, found, isNew);
    // Who has set the points by number sees the line come, too.
    else if (isNew) {
      question
        .querySelector('[data-part="curve"]')
        ?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }
  },
  kept: (guess) => (guess === null ? '' : LINE_ANSWERS.kept),
});

const spreadOf = ({ spread: { param }, measure }: CurveData) => ({ spread: { param, measure } });

/** A drawn line as the experiment takes it: in the measure's own unit, over the spread that answers it. */
function drawn(data: CurveData, guess: GivenAnswer) {
  if (!Array.isArray(guess)) return undefined;
  const points = guess as readonly Point[];
  const prediction = points.map(({ x, y }) => ({ x, y: y / data.shown.scale }));
  return { ...spreadOf(data), prediction };
}

function compareCurve(
  { expected, measure, shown, spread }: CurveData,
  guess: GivenAnswer,
  curve: SpreadDetail,
): Comparison | undefined {
  if (curve.param !== spread.param || curve.measure !== measure) return undefined;
  if (differing(expected, curve.settings, [...CHANCE, spread.param]).length > 0) return undefined;
  const points = curve.points.map(({ x, y }) => ({ x, y: y === null ? null : y * shown.scale }));
  const line = Array.isArray(guess) ? (guess as readonly Point[]) : [];
  const gap = distance(line, points);
  const found = spread.values.map((at) => asFound(points.find(({ x }) => x === at)?.y ?? null));
  if (!gap) return { sentence: LINE_ANSWERS.skipped, found };
  const unit = shown.unit === '%' ? LINE_ANSWERS.points : shown.unit;
  const words = (value: number): string => quantity(value, { ...shown, unit });
  const at = LINE_ANSWERS.at(spread.label, plain(gap.at));
  return { sentence: LINE_ANSWERS.said(words(gap.mean), at, words(gap.most)), found };
}

export { curveField as field };
