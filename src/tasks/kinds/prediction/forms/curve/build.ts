/** What the build knows of a drawn prediction. */
import { PREDICTION_LABELS as LABELS } from '#words/src/tasks/kinds/prediction/words';
import { z } from 'astro/zod';
import {
  BOTH_ENDS,
  hasBothEnds,
  predictionEnd,
  predictionHead,
  predictionRun,
  scaleEnds,
} from '../../fields.ts';
import type { PredictionData, ProofOn, PredictionForm } from '../../form.ts';
import { drawEmptyAxes } from './empty-axes.ts';
import type { CurveData } from './data.ts';
import { shownMeasure } from '../../../../practice/author/context.ts';
import { text, unit } from '../../../../practice/author/fields.ts';
import type { Faults } from '../../../../practice/contract.ts';
import { block } from '../../../../server/block.ts';
import {
  spreadsByFactors,
  type Table,
  spreadValues,
} from '../../../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../../../widgets/kit/contract/widget.ts';
import { plain } from '../../../../../../widgets/kit/draw/format.ts';
import { markup, type Markup } from '../../../../../../widgets/kit/draw/markup.ts';

/** One measure over several values of a setting. */
const curveSchema = z
  .strictObject({
    ...predictionHead,
    form: z.literal('curve'),
    measure: text,
    ...predictionRun,
    spread: z
      .strictObject({
        param: text,
        values: z
          .array(z.number())
          .min(3, 'a line has 3 points or more')
          .max(100, 'a line has 100 points at most'),
      })
      .optional(),
    unit: unit.optional(),
    ...scaleEnds,
    ...predictionEnd,
  })
  .refine(hasBothEnds, BOTH_ENDS)
  .refine((p) => p.spread !== undefined && p.min !== undefined, {
    message: 'a drawn prediction needs a spread, min and max (the ends of its vertical axis)',
  });

type CurvePrediction = z.infer<typeof curveSchema>;

/** What a line adds to the data that every prediction sends. */
function curveData(
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

type Spread = NonNullable<CurvePrediction['spread']>;

/** The faults of a line, each with what to do. */
async function proveCurve(question: CurvePrediction, prover: ProofOn): Promise<Faults> {
  const { spread } = question;
  if (!spread) return [];
  const faults = spreadFaults(prover.widget, spread);
  return faults.length > 0 ? faults : curveFaults(question, spread, prover);
}

/** The curve that answers must have values, and lie on the axes that the reader draws on. */
async function curveFaults(
  { measure, min = 0, max = 0 }: CurvePrediction,
  { param, values }: Spread,
  { widget, settings, runs }: ProofOn,
): Promise<Faults> {
  const { scale } = shownMeasure(widget, measure);
  const answers = await runs(values.map((value) => ({ ...settings, [param]: value })));
  const points = answers.flatMap((run, i) => {
    const value = run.measures[measure] ?? null;
    return value === null ? [] : [{ x: values[i] ?? 0, y: value * scale }];
  });
  if (points.length === 0) return [`${measure} has no value at any of these settings`];
  return points
    .filter(({ y }) => y < min || y > max)
    .map(({ x, y }) => {
      const is = Number(y.toPrecision(3));
      return `${measure} is ${is} at ${param} ${x}: the axis from ${min} to ${max} does not hold it`;
    });
}

function spreadFaults(widget: AnyWidget, spread: Spread): readonly string[] {
  const param = widget.params[spread.param];
  if (param?.kind !== 'number') return [`${widget.tag} has no number control "${spread.param}"`];
  const faults: string[] = [];
  for (const [i, value] of spread.values.entries()) {
    if (value < param.min || value > param.max) {
      faults.push(`spread.values: ${value} is outside ${param.min} to ${param.max}`);
    } else if (!spreadValues(param).includes(value)) {
      const known = spreadValues(param).join(', ');
      faults.push(`spread.values: the experiment does not run ${value}; it runs ${known}`);
    }
    if (i > 0 && value <= (spread.values[i - 1] ?? value)) {
      faults.push('spread.values must rise from left to right');
    }
  }
  return faults;
}

/** Empty axes in both widths, and a fold in which the points are set by number. */
function curveMarkup(data: CurveData): Markup {
  return block`<fieldset class="answer-curve" aria-describedby="question-${data.id}-prompt">
  <legend>${LABELS.draw}</legend>
  <div class="curve" data-part="curve">
    ${drawEmptyAxes(data, 'wide')}
    ${drawEmptyAxes(data, 'narrow')}
  </div>
  <details class="curve-numbers if-scripting">
    <summary>${LABELS.byNumber}</summary>
    <div>${data.spread.values.map((value, i) => pointRow(data, value, i))}</div>
  </details>
</fieldset>`;
}

function pointRow(
  { id: question, shown, min, max, spread }: CurveData,
  value: number,
  i: number,
): Markup {
  const id = `question-${question}-at-${i}`;
  return block`<p>
      <label for="${id}">${LABELS.point(spread.label, plain(value))}</label>
      <input type="number" id="${id}" min="${String(min)}" max="${String(max)}" step="any" autocomplete="off">
      ${shown.unit && markup`<span>${shown.unit}</span>`}
    </p>`;
}

/** A line is drawn on empty axes. */
export const FORM: PredictionForm<CurvePrediction, CurveData> = {
  schema: curveSchema,
  asks: ({ measure, unit, spread }) => [{ measure, unit, ...(spread && { spread }) }],
  prove: proveCurve,
  data: curveData,
  markup: curveMarkup,
};
