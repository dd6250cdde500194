/** The figure: poisoned images, what their trigger does, what a report shows, and what a defence threw out. */
import type { Drawing } from '../../kit/draw/drawing.ts';
import { main } from '../../kit/draw/panel.ts';
import { below, beside, drawing, waiting } from '../../kit/draw/part.ts';
import type { View } from '../../kit/contract/widget.ts';
import { drawReadAs, drawReport } from './figure-charts.ts';
import { drawMarked, drawSamples, drawSuspects, markedStill } from './figure-piles.ts';
import type { PoisonOutcome } from './outcome.ts';
import type { PoisonSettings } from './params.ts';
import { described } from './say.ts';

const GAP = 20;

/** One complete picture in one layout. */
export function draw(settings: PoisonSettings, outcome: PoisonOutcome, { layout }: View): Drawing {
  const isWide = layout === 'wide';
  const width = isWide ? 312 : 320;
  // What a defence throws out has its place from the first pass on: nothing below it moves when it comes.
  const hasBench = outcome.bench !== null || settings.defence !== 'none';
  const samples = drawSamples(outcome, width);
  const marked = drawMarked(outcome, width);
  const report = main(drawReport(outcome, width));
  const readAs = drawReadAs(outcome, width);
  const suspects = (across: number, columns: number, rows: number) =>
    hasBench && drawSuspects(outcome, across, columns, rows);
  const whole = !isWide
    ? below(GAP, samples, marked, report, readAs && waiting(readAs), suspects(width, 12, 2))
    : marked
      ? below(GAP, beside(56, samples, marked), beside(56, report, readAs), suspects(680, 24, 1))
      : beside(56, report, outcome.bench ? suspects(width, 12, 2) : samples);
  const { body, height } = markedStill(outcome);
  return drawing(whole, described(outcome), { body, y: 0, width: 160, height: height - 16 });
}
