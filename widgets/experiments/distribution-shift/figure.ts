/** The figure: single digits first, then the gap between right and sure, then every pair of sets. */
import { range } from 'd3-array';
import type { Drawing, Part, PileImage, PileLook } from '#kit/draw';
import { answered, bare, below, beside, drawing, later, panel, part, pile, svg } from '#kit/draw';
import { waiting } from '#kit/draw';
import type { View } from '#kit/contract';
import { SIDE } from '../../shared/digits/eight.ts';
import { largeDigit } from '../../shared/digits/large.ts';
import { CALLED } from '../../shared/digits/sets.ts';
import { countsOf, drawConfidenceHistogram, drawMatrix, drawSlopes } from './figure-charts.ts';
import type { ExampleDigit, ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';

const TILES = { side: SIDE, crosses: true };
const LAY = {
  wide: { pile: { ...TILES, columns: 9, rows: 4, width: 303 }, slopes: [233, 240], further: 314 },
  narrow: { pile: { ...TILES, columns: 7, rows: 1, width: 320 }, slopes: [214, 224], further: 320 },
} as const;
/** The side of a digit that is seen large. */
const BIG = 84;
const FURTHER =
  'Of every pair of sets, how often right; then how sure the right and the wrong answers are.';

/** One complete picture in one layout. */
export function draw(
  settings: ShiftSettings,
  outcome: ShiftOutcome,
  { layout, ghost, axes }: View<ShiftSettings, ShiftOutcome>,
): Drawing {
  const { trainOn: home, testOn: abroad } = settings;
  const isWide = layout === 'wide';
  const lay = LAY[layout];
  const digits = drawPile(outcome, CALLED[abroad].digits, lay.pile);
  const large = drawLarge(settings, outcome);
  const slopes = drawSlopes(settings, outcome, lay.slopes, ghost);
  const counts = {
    home: countsOf(outcome.sure.home, axes?.['home']),
    abroad: countsOf(outcome.sure.abroad, axes?.['abroad']),
  };
  const matrix = drawMatrix(settings, outcome, lay.further);
  const sure = drawConfidenceHistogram(outcome, lay.further, counts);
  const whole = isWide
    ? beside(30, digits, large, slopes)
    : below(12, digits, beside(22, large, slopes));
  const further = isWide ? beside(52, matrix, sure) : below(26, matrix, sure);
  // What there is to see. The numbers are for the sentence, which a page may keep back until the reader has predicted.
  const label = `Some ${CALLED[abroad].digits}, wrong answers marked; a 6 from home and one from abroad, large; then how often right and how sure a model trained on ${CALLED[home].name} is at home and abroad.`;
  const rows = { ...LAY.narrow.pile, rows: 2 };
  const still = { body: bare(imagesOf(outcome.pile, rows), rows).body, y: 0, height: 108 };
  return { ...drawing(whole, label, still, { whole: further, label: FURTHER }), axes: counts };
}

/** The digits of the pile; fewer, evenly taken, where there is little room. */
function imagesOf(all: readonly ExampleDigit[], { columns, rows }: PileLook): PileImage[] {
  const count = Math.min(all.length, columns * rows);
  return range(count).map((i) => {
    const { pixels, label, answer } = all[Math.floor((i * all.length) / count)] as ExampleDigit;
    return answered(pixels, label, answer);
  });
}

/** Foreign digits with the wrong answers written under them. */
function drawPile(outcome: ShiftOutcome, called: string, look: PileLook): Part {
  const images = imagesOf(outcome.pile, look);
  const right = images.filter(({ isWrong }) => !isWrong).length;
  const legend =
    right === images.length
      ? 'The model reads every one of them right.'
      : `${right} read right; under a cross: what it was taken for`;
  const mistake = svg`<text class="soft" y="13">${commonestMistake(outcome)}</text>`;
  return panel(
    { title: `${images.length} ${called}, a fair sample`, note: later(legend) },
    below(0, pile(images, look), waiting(part(look.width, 18, mistake))),
  );
}

function commonestMistake({ confusion, abroad: { digits } }: ShiftOutcome): string {
  const mistakes = confusion.flatMap((row, label) =>
    row.map((times, answer) => ({ label, answer, times: label === answer ? 0 : times })),
  );
  const [worst] = mistakes.sort((a, b) => b.times - a.times);
  return worst && worst.times > 0
    ? `Of all ${digits}, most often: ${worst.label} taken for ${worst.answer}, ${worst.times} times`
    : `No mistake in all ${digits} held-out digits.`;
}

/** A six from home over one from abroad, each in the frame in which it is stored, with what it is taken for. */
function drawLarge({ trainOn, testOn, repair }: ShiftSettings, { large, cut }: ShiftOutcome): Part {
  const [home, abroad] = [trainOn, testOn].map((name) => {
    const { pixels, answer, label } = large[name];
    const read = answer === label ? `${answer}` : `× ${answer}`;
    const look = answer === label ? 'soft' : 'wrong';
    const words = svg`<text class="soft" y="14">${CALLED[name].name}</text>${later(svg`<text class="${look}" x="${BIG}" y="14" text-anchor="end">${read}</text>`)}`;
    return below(0, largeDigit(pixels, BIG), part(BIG, 19, words));
  });
  const done = repair === 'preprocess' ? 'cut alike' : 'as published';
  const note = cut < 1 ? 'being cut' : done;
  return panel({ title: 'A 6 of each', note }, below(3, home, abroad));
}
