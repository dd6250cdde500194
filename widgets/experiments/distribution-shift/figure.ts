/** The figure: single digits first, then the gap between right and sure, then every pair of sets. */
import { svg, type Markup } from '../../kit/draw/markup.ts';
import type { Layout } from '../../kit/contract/widget.ts';
import { CALLED } from './sets.ts';
import { drawMatrix, drawSlopes, drawConfidenceHistogram } from './figure-charts.ts';
import { drawPile, pileHeight } from './figure-pile.ts';
import { homeAndAbroad } from './training-sets.ts';
import type { ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';

/** One complete picture in one layout. */
export function draw(settings: ShiftSettings, outcome: ShiftOutcome, layout: Layout): Markup {
  return layout === 'wide' ? wide(settings, outcome) : narrow(settings, outcome);
}

function wide(settings: ShiftSettings, outcome: ShiftOutcome): Markup {
  const pile = { y: 14, width: 404, columns: 12, rows: 4 };
  const below = pile.y + pileHeight(pile) + 44;
  return frame(settings, 680, below + 160, [
    drawPile(settings, outcome, pile),
    drawSlopes(settings, outcome, { x: 446, y: 14, width: 234, height: pileHeight(pile) - 6 }),
    drawMatrix(settings, outcome, { x: 0, y: below, width: 316, height: 152 }),
    drawConfidenceHistogram(outcome, { x: 368, y: below, width: 312, height: 156 }),
  ]);
}

function narrow(settings: ShiftSettings, outcome: ShiftOutcome): Markup {
  const pile = { y: 14, width: 320, columns: 8, rows: 4 };
  const slopes = pile.y + pileHeight(pile) + 40;
  const matrix = slopes + 230 + 42;
  const sure = matrix + 152 + 40;
  return frame(settings, 320, sure + 160, [
    drawPile(settings, outcome, pile),
    drawSlopes(settings, outcome, { x: 0, y: slopes, width: 320, height: 230 }),
    drawMatrix(settings, outcome, { x: 0, y: matrix, width: 320, height: 152 }),
    drawConfidenceHistogram(outcome, { x: 0, y: sure, width: 320, height: 156 }),
  ]);
}

/** What there is to see. The numbers are for the sentence, which a page may keep back until the reader has predicted. */
function described(settings: ShiftSettings): string {
  const { home, abroad } = homeAndAbroad(settings);
  return `Some ${CALLED[abroad].digits}, wrong answers marked; then how often right and how sure a model trained on ${CALLED[home].name} is at home and abroad.`;
}

function frame(
  settings: ShiftSettings,
  width: number,
  height: number,
  parts: readonly Markup[],
): Markup {
  return svg`<svg viewBox="0 0 ${width} ${height}" class="figure" role="img" aria-label="${described(settings)}">${parts}</svg>`;
}
