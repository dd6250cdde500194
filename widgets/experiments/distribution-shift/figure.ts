/** The figure: single digits first, then the gap between right and sure, then every pair of sets. */
import type { Drawing } from '../../kit/draw/drawing.ts';
import { later, svg } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { below, beside, drawing, part, waiting, type Part } from '../../kit/draw/part.ts';
import { answered, bare, pile, type PileImage, type PileLook } from '../../kit/draw/pile.ts';
import type { View } from '../../kit/contract/widget.ts';
import { countsOf, drawConfidenceHistogram, drawMatrix, drawSlopes } from './figure-charts.ts';
import type { ExampleDigit, ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';
import { CALLED, homeAndAbroad } from './sets.ts';

const FURTHER =
  'Of every pair of sets, how often right; then how sure the right and the wrong answers are.';

/** One complete picture in one layout. */
export function draw(
  settings: ShiftSettings,
  outcome: ShiftOutcome,
  { layout, ghost, axes }: View<ShiftSettings, ShiftOutcome>,
): Drawing {
  const { home, abroad } = homeAndAbroad(settings);
  const isWide = layout === 'wide';
  const look = { columns: isWide ? 12 : 8, rows: isWide ? 4 : 2, side: 8, crosses: true };
  const images = imagesOf(outcome.pile, look.columns * look.rows);
  const tiles = { ...look, width: isWide ? 404 : 320 };
  const digits = drawPile(outcome, CALLED[abroad].digits, images, tiles);
  const room = isWide ? ([234, digits.height] as const) : ([320, 184] as const);
  const slopes = drawSlopes(settings, outcome, room, ghost);
  const matrix = drawMatrix(settings, outcome, isWide ? 316 : 320);
  const counts = {
    home: countsOf(outcome.sure.home, axes?.['home']),
    abroad: countsOf(outcome.sure.abroad, axes?.['abroad']),
  };
  const sure = drawConfidenceHistogram(outcome, isWide ? 312 : 320, counts);
  const whole = isWide ? beside(42, digits, slopes) : below(14, digits, slopes);
  const further = isWide ? beside(52, matrix, sure) : below(26, matrix, sure);
  // What there is to see. The numbers are for the sentence, which a page may keep back until the reader has predicted.
  const label = `Some ${CALLED[abroad].digits}, wrong answers marked; then how often right and how sure a model trained on ${CALLED[home].name} is at home and abroad.`;
  const still = { body: bare(images, tiles).body, y: 0, height: 94 };
  return { ...drawing(whole, label, still, { whole: further, label: FURTHER }), axes: counts };
}

/** The digits of the pile; fewer, evenly taken, where there is little room. */
function imagesOf(all: readonly ExampleDigit[], room: number): PileImage[] {
  const count = Math.min(all.length, room);
  const places = Array.from({ length: count }, (_, i) => Math.floor((i * all.length) / count));
  const shown = places.map((place) => all[place] as ExampleDigit);
  return shown.map(({ pixels, label, answer }) => answered(pixels, label, answer));
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
  const mistake = svg`<text class="soft" y="13">${commonestMistake(outcome)}</text>`;
  return panel(
    { title: `${images.length} ${called}, a fair sample`, note: later(legend) },
    below(0, pile(images, look), waiting(part(look.width, 18, mistake))),
  );
}

function commonestMistake({ confusion, abroad: { digits } }: ShiftOutcome): string {
  const mistakes = confusion.flatMap((row, label) =>
    row.flatMap((times, answer) => (label !== answer && times > 0 ? { label, answer, times } : [])),
  );
  const [worst] = mistakes.sort((a, b) => b.times - a.times);
  return worst
    ? `Of all ${digits}, most often: ${worst.label} taken for ${worst.answer}, ${worst.times} times`
    : `No mistake in all ${digits} held-out digits.`;
}
