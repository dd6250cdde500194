/** The figure: digits read right against bits a weight; below it the weights and the levels that they are rounded to. */
import type { Edit, View } from '#kit/contract';
import type { Drawing } from '#kit/draw';
import { below, drawing } from '#kit/draw';
import { bitsAt, drawCurve, stepAt } from './figure-curve.ts';
import { digitsStep, noiseSteps } from './figure-steps.ts';
import { drawWeights } from './figure-weights.ts';
import type { ShrinkOutcome } from './outcome.ts';
import type { params, ShrinkSettings } from './params.ts';

const DESCRIBED =
  'Two lines over the bits of a weight: how many digits are read right, and how many of the digit that is read worst. Below, the weights of the first layer as bars by their size, and the levels that they are rounded to.';

/** Draws the run, for a page or a phone. */
export function draw(
  settings: ShrinkSettings,
  outcome: ShrinkOutcome,
  view: View<ShrinkSettings, ShrinkOutcome>,
): Drawing {
  const curve = drawCurve(settings, outcome, view);
  const weights = drawWeights(outcome, view.layout);
  const still = { body: curve.lines, y: curve.top, height: curve.high };
  return {
    ...drawing(below(6, curve, weights), DESCRIBED, still),
    steps: [digitsStep(outcome), ...noiseSteps(settings, outcome)],
  };
}

/** The bits are taken to the left and to the right. */
export const edit: Edit<typeof params, ShrinkOutcome> = {
  param: 'bits',
  step: ({ bits }, layout) => stepAt(bits, layout),
  move: (_, handle, { x }, { layout }) =>
    handle === 'bits' ? String(bitsAt(x, layout)) : undefined,
};
