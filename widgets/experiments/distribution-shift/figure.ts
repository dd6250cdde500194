/** The figure: single digits first, then the gap between right and sure, then every pair of sets. */
import type { Drawing } from '../../kit/draw/drawing.ts';
import { later, svg } from '../../kit/draw/markup.ts';
import { main, panel } from '../../kit/draw/panel.ts';
import { below, beside, drawing, part, waiting, type Part } from '../../kit/draw/part.ts';
import { bare, pile, type PileImage, type PileLook } from '../../kit/draw/pile.ts';
import type { View } from '../../kit/contract/widget.ts';
import { commonestMistake } from './evaluation.ts';
import { CALLED } from './sets.ts';
import { drawConfidenceHistogram, drawMatrix, drawSlopes } from './figure-charts.ts';
import { homeAndAbroad } from './training-sets.ts';
import type { ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';

const SIDE = 8;

/** One complete picture in one layout. */
export function draw(settings: ShiftSettings, outcome: ShiftOutcome, { layout }: View): Drawing {
  const { home, abroad } = homeAndAbroad(settings);
  const isWide = layout === 'wide';
  const look = {
    width: isWide ? 404 : 320,
    columns: isWide ? 12 : 8,
    rows: 4,
    side: SIDE,
    crosses: true,
  };
  const images = imagesOf(outcome, look);
  const digits = drawPile(outcome, CALLED[abroad].digits, images, look);
  const slopes = main(
    drawSlopes(settings, outcome, isWide ? 234 : 320, isWide ? digits.height : 250),
  );
  const matrix = drawMatrix(settings, outcome, isWide ? 316 : 320);
  const sure = drawConfidenceHistogram(outcome, isWide ? 312 : 320);
  const whole = isWide
    ? below(26, beside(42, digits, slopes), beside(52, matrix, sure))
    : below(26, digits, slopes, matrix, sure);
  // What there is to see. The numbers are for the sentence, which a page may keep back until the reader has predicted.
  const label = `Some ${CALLED[abroad].digits}, wrong answers marked; then how often right and how sure a model trained on ${CALLED[home].name} is at home and abroad.`;
  return drawing(whole, label, { body: bare(images, look).body, y: 0, height: 175 });
}

/** The digits of the pile; fewer, evenly taken, where there is little room. */
function imagesOf({ pile: all }: ShiftOutcome, { columns, rows }: PileLook): PileImage[] {
  const count = Math.min(all.length, columns * rows);
  const shown = Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]);
  return shown.flatMap((one) => {
    if (!one) return [];
    const { pixels, answer, label } = one;
    const isWrong = answer !== label;
    return [{ pixels, word: isWrong ? String(answer) : '', isWrong }];
  });
}

/** Foreign digits with the wrong answers written under them. */
function drawPile(
  outcome: ShiftOutcome,
  called: string,
  images: readonly PileImage[],
  look: PileLook,
): Part {
  const right = images.filter(({ isWrong }) => !isWrong).length;
  const legend =
    right === images.length
      ? 'The model reads every one of them right.'
      : `${right} read right; under a cross: what the model took it for`;
  const worst = commonestMistake(outcome.confusion);
  const all = outcome.abroad.digits;
  const mistake = worst
    ? `Of all ${all}, most often: ${worst.label} taken for ${worst.answer}, ${worst.times} times`
    : `No mistake in all ${all} held-out digits.`;
  const last = part(look.width, 18, svg`<text class="soft" y="13">${mistake}</text>`);
  return panel(
    { title: `${images.length} ${called}, a fair sample`, note: later(legend) },
    below(0, pile(images, look), waiting(last)),
  );
}
