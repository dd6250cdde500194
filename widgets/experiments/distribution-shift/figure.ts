/** The figure: single digits first, then the gap between right and sure, then every pair of sets. */
import type { Drawing } from '../../kit/draw/drawing.ts';
import { svg, type Markup } from '../../kit/draw/markup.ts';
import type { View } from '../../kit/contract/widget.ts';
import { CALLED } from './sets.ts';
import { drawMatrix, drawSlopes, drawConfidenceHistogram } from './figure-charts.ts';
import { drawPile, pileHeight } from './figure-pile.ts';
import { homeAndAbroad } from './training-sets.ts';
import type { ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';

/** One complete picture in one layout. */
export function draw(settings: ShiftSettings, outcome: ShiftOutcome, { layout }: View): Drawing {
  return layout === 'wide' ? wide(settings, outcome) : narrow(settings, outcome);
}

function wide(settings: ShiftSettings, outcome: ShiftOutcome): Drawing {
  const pile = { y: 14, width: 404, columns: 12, rows: 4 };
  const below = pile.y + pileHeight(pile) + 44;
  const drawn = drawPile(settings, outcome, pile);
  return frame(settings, 680, below + 160, drawn.still, [
    drawn.markup,
    drawSlopes(settings, outcome, { x: 446, y: 14, width: 234, height: pileHeight(pile) - 6 }),
    drawMatrix(settings, outcome, { x: 0, y: below, width: 316, height: 152 }),
    drawConfidenceHistogram(outcome, { x: 368, y: below, width: 312, height: 156 }),
  ]);
}

function narrow(settings: ShiftSettings, outcome: ShiftOutcome): Drawing {
  const pile = { y: 14, width: 320, columns: 8, rows: 4 };
  const slopes = pile.y + pileHeight(pile) + 40;
  const matrix = slopes + 230 + 42;
  const sure = matrix + 152 + 40;
  const drawn = drawPile(settings, outcome, pile);
  return frame(settings, 320, sure + 160, drawn.still, [
    drawn.markup,
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
  still: Markup,
  parts: readonly Markup[],
): Drawing {
  return {
    width,
    height,
    label: described(settings),
    body: svg`${parts}`,
    still: { body: still, y: 44, height: 175 },
  };
}
