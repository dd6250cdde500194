/** Proves that a drawn prediction asks for values that the experiment runs, on axes that hold them. */
import { spreadValues } from '../../../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../../../widgets/kit/contract/widget.ts';
import { shownMeasure } from '../../../../practice/author/context.ts';
import type { Faults } from '../../../../practice/contract.ts';
import type { ProofBench } from '../../form.ts';
import type { CurvePrediction } from './schema.ts';

type Spread = NonNullable<CurvePrediction['spread']>;

/** The faults of a line, each with what to do. */
export async function proveCurve(question: CurvePrediction, bench: ProofBench): Promise<Faults> {
  const { spread } = question;
  if (!spread) return [];
  const faults = spreadFaults(bench.widget, spread);
  return faults.length > 0 ? faults : curveFaults(question, spread, bench);
}

/** The curve that answers must have values, and lie on the axes that the reader draws on. */
async function curveFaults(
  { measure, min = 0, max = 0 }: CurvePrediction,
  { param, values }: Spread,
  { widget, settings, runs }: ProofBench,
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
