/** The figure: poisoned images, what their trigger does, what a report shows, and what a defence threw out. */
import type { Drawing } from '../../kit/draw/drawing.ts';
import { svg, type Markup } from '../../kit/draw/markup.ts';
import type { View } from '../../kit/contract/widget.ts';
import { drawReadAs, drawReport } from './figure-charts.ts';
import { markedStill, drawMarked, drawSamples, drawSuspects, pileHeight } from './figure-piles.ts';
import type { PoisonOutcome } from './outcome.ts';
import type { PoisonSettings } from './params.ts';
import { described } from './say.ts';

const GAP = 34;
const TOP = 14;
const CHART = 196;

/** One complete picture in one layout. */
export function draw(settings: PoisonSettings, outcome: PoisonOutcome, { layout }: View): Drawing {
  // What a defence throws out has its place from the first pass on: nothing below it moves when it comes.
  const hasBench = outcome.bench !== null || settings.defence !== 'none';
  return layout === 'wide' ? wide(outcome, hasBench) : narrow(outcome, hasBench);
}

function wide(outcome: PoisonOutcome, hasBench: boolean): Drawing {
  const pile = { y: TOP, width: 312, columns: 12, rows: 1 };
  const [left, right] = [
    { ...pile, x: 0 },
    { ...pile, x: 368 },
  ];
  if (!outcome.attack) {
    const report = drawReport(outcome, { x: 0, y: TOP, width: 312, height: CHART });
    const shown = outcome.bench
      ? drawSuspects(outcome, { ...right, rows: 2 })
      : drawSamples(outcome, right);
    return frame(outcome, 680, TOP + CHART + 4, [report, shown]);
  }
  const charts = TOP + pileHeight(left) + GAP;
  const bench = charts + CHART + GAP;
  const suspects = { x: 0, y: bench, width: 680, columns: 24, rows: 1 };
  const height = hasBench ? bench + pileHeight(suspects) : bench - GAP + 4;
  return frame(outcome, 680, height, [
    drawSamples(outcome, left),
    drawMarked(outcome, right),
    drawReport(outcome, { x: 0, y: charts, width: 312, height: CHART }),
    drawReadAs(outcome, { x: 368, y: charts, width: 312, height: CHART }),
    ...(hasBench ? [drawSuspects(outcome, suspects)] : []),
  ]);
}

function narrow(outcome: PoisonOutcome, hasBench: boolean): Drawing {
  const pile = { x: 0, width: 320, columns: 12, rows: 1 };
  let y = TOP;
  const parts: Markup[] = [];
  const place = (part: Markup, height: number): void => {
    parts.push(part);
    y += height + GAP;
  };
  place(drawSamples(outcome, { ...pile, y }), outcome.attack ? pileHeight({ ...pile, y }) : 18);
  if (outcome.attack) place(drawMarked(outcome, { ...pile, y }), pileHeight({ ...pile, y }));
  place(drawReport(outcome, { x: 0, y, width: 320, height: CHART }), CHART);
  if (outcome.attack) place(drawReadAs(outcome, { x: 0, y, width: 320, height: CHART }), CHART);
  const suspects = { ...pile, rows: 2, y };
  if (hasBench) place(drawSuspects(outcome, suspects), pileHeight(suspects));
  return frame(outcome, 320, y - GAP + 4, parts);
}

function frame(
  outcome: PoisonOutcome,
  width: number,
  height: number,
  parts: readonly Markup[],
): Drawing {
  return {
    width,
    height: Math.ceil(height),
    label: described(outcome),
    body: svg`${parts}`,
    early: width > 400 ? 322 : 436,
    still: {
      body: markedStill(outcome, { x: 0, y: 0, width: 320, columns: 12, rows: 1 }),
      y: 0,
      width: 160,
      height: 26,
    },
  };
}
