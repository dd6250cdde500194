/** The figure: rules and model side by side, as squares; then how the model overtakes as labels come; below, words; prices when they are asked for. */
import type { View } from '#kit/contract';
import type { Drawing } from '#kit/draw';
import { below, beside, drawing, keptExtent, squares, waiting } from '#kit/draw';
import { stepsOf } from './figure-costs.ts';
import { drawCurve } from './figure-curve.ts';
import { drawWords } from './figure-further.ts';
import { drawSide } from './figure-sides.ts';
import { nowOf, recallOf, type RulesOutcome } from './outcome.ts';
import type { RulesSettings } from './params.ts';

/** How the figure is looked at. */
export type Seen = View<RulesSettings, RulesOutcome>;

// No number that a prediction asks for: the sentence below the figure has them.
const DESCRIBED =
  'What the rules and what the model catch of 100 spam messages and hold back of 1,000 genuine ones, as squares; then what the model catches at the rules’ false alarms, by the number of labels.';
const FURTHER = 'Each word of the rules, with messages that have it.';
/** A hundred spam messages, as they stand for the figure where it is seen small. */
const STILL = { columns: 20, pitch: 16 } as const;

/** One complete picture in one layout. */
export function draw(settings: RulesSettings, outcome: RulesOutcome, view: Seen): Drawing {
  const { layout, ghost: other } = view;
  const isWide = layout === 'wide';
  const { rules, model } = nowOf(outcome);
  const top = Math.max(rules.cost.total, model.cost.total, outcome.noFilter);
  const [, most] = keptExtent([0, top], [0, roundUp(top)], view.axes?.['cost']);
  const sides = (['rules', 'model'] as const).map((side) =>
    drawSide(side, { settings, outcome, other, isWide }),
  );
  const [left, right] = sides.map((side, i) => (i === 1 ? waiting(side) : side));
  const both = beside(isWide ? 26 : 20, left, right);
  const curve = waiting(drawCurve(outcome, isWide ? [324, 206] : [320, 116], other));
  const main = isWide ? beside(30, both, curve) : below(8, both, curve);
  const further = drawWords(outcome, isWide ? 520 : 320);
  const caught = Math.round(100 * recallOf(rules));
  const { body, height } = squares(STILL, { 'cell-right': caught, 'cell-quiet': 100 - caught });
  return {
    ...drawing(main, DESCRIBED, { body, y: 0, height }, { whole: further, label: FURTHER }),
    axes: { cost: [0, most] },
    steps: stepsOf(settings, outcome, most, other),
  };
}

/** The next of 1, 2, 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10);
}
