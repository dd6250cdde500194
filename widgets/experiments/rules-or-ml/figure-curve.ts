/** What the model catches at the rules' false alarms, as labels come; the rules are a level line. */
import type { Part } from '#kit/draw';
import { ghost, hundredths, linePath, number, panel, plot, svg } from '#kit/draw';
import type { Behind } from './figure-sides.ts';
import { labelsOf, recallOf, type CurvePoint, type RulesOutcome } from './outcome.ts';
import { LABELS } from './params.ts';

const [FEWEST, MOST] = [LABELS[0], LABELS.at(-1) ?? 1];
const PER_CENT = (share: number): string => number(100 * share);

/** The curve: the mean of the draws, with the lowest and the highest of them. */
export function drawCurve(
  { curve, before, after, overtakesAt, atRules }: RulesOutcome,
  [width, height]: readonly [width: number, height: number],
  other: Behind,
): Part {
  const rules = recallOf(before.rules);
  const x = { extent: [FEWEST, MOST] as const, isLog: true, label: 'labelled messages' };
  const y = { extent: [0, 1] as const, ticks: 2, label: 'caught of 100', format: PER_CENT };
  const drawn = plot({ width, height, x, y, right: 14, top: 22 }, ({ x: at, y: up }) => {
    const [left, right] = at.range;
    const line = (points: readonly CurvePoint[], of: 'mean' | 'low' | 'high'): string =>
      linePath(
        points.map((point) => [point.labels, point[of]] as const),
        at,
        up,
      );
    const behind =
      other &&
      ghost(
        other,
        (look) =>
          svg`<path class="${look}-line thin" d="${line(other.outcome.curve, 'mean')}M${left} ${up(recallOf(other.outcome.before.rules))}H${right}"/>`,
      );
    const level = up(rules);
    // Off the curve, which ends near the top, and off the axis.
    const isBelow = rules > 0.4 && rules <= (curve.at(-1)?.mean ?? 1);
    const crossing =
      overtakesAt !== null && svg`<path class="hair" d="M${at(overtakesAt)} ${up(0)}V${up(1)}"/>`;
    return svg`${crossing}<path class="hair" d="${line(curve, 'low')}${line(curve, 'high')}"/>${behind}
      <path class="sure-line" d="M${left} ${level}H${right}"/><path class="run-line" d="${line(curve, 'mean')}"/>
      <circle class="run-fill" cx="${at(labelsOf(before))}" cy="${up(atRules)}" r="4.5"/><text class="strong" x="${right - 2}" y="${level + (isBelow ? 15 : -5)}" text-anchor="end">rules ${hundredths(rules)}</text>`;
  });
  const note = 'mean of 20 draws; thin: their range; ● this one';
  const title = `${after ? 'Before the change, at' : 'The model at'} the rules’ false alarms`;
  return panel({ title, note, behind: other }, drawn);
}
