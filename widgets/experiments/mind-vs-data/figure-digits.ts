/** Some digits as they came, and what the model is shown of them. */
import type { Part, PileLook } from '#kit/draw';
import { bare, below, panel, part, short, svg, tilesOf } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { PARTS } from '../../shared/digits/shown.ts';
import type { MindOutcome } from './outcome.ts';
import type { MindSettings } from './params.ts';

/** Strokes fainter than this, of 15, are not drawn. */
const FAINTEST = 5;
/** Which way a stroke runs, by its place among the four: where it ends, seen from its middle. */
const ENDS = [
  [0, 1],
  [1, 0],
  [1, -1],
  [1, 1],
] as const;

/** How the digits lie: in so many columns and rows; both ways of showing them under one title, or each under its own. */
export interface DigitsLook extends Pick<PileLook, 'width' | 'columns' | 'rows'> {
  readonly isOne: boolean;
}

/** Digits as they came, and what the model is shown of them; of raw pixels, what setting them upright would make of them. */
export function drawDigits(
  { features }: MindSettings,
  { samples, seen }: MindOutcome,
  { isOne, ...lay }: DigitsLook,
): Part {
  const look = { ...lay, side: SIDE };
  const hasStrokes = seen.some((text) => text.length < SIDE * SIDE);
  const came = tiled(samples, look);
  const other = hasStrokes ? strokes(seen, look) : tiled(seen, look);
  const title = TITLES[features];
  const isRaw = features === 'raw';
  if (isOne) {
    const note = `the model is shown the ${isRaw ? 'upper' : 'lower'} row`;
    return panel({ title: `As they came; ${title.toLowerCase()}`, note }, below(5, came, other));
  }
  const notes = ['shown to the model', ''];
  const [first, second] = isRaw ? notes : notes.toReversed();
  return below(
    10,
    panel({ title: 'As they came', aside: first ?? '' }, came),
    panel({ title, aside: second ?? '' }, other),
  );
}

const TITLES = {
  raw: 'Set upright',
  deslant: 'Set upright',
  strokes: 'Their strokes',
  both: 'Upright strokes',
} as const;

function tiled(inks: readonly string[], look: PileLook): Part {
  const { tile, step } = tilesOf(look);
  const rows = Array.from({ length: look.rows }, (_, row) => {
    const own = inks.slice(row * look.columns, (row + 1) * look.columns);
    const pile = bare(
      own.map((ink) => ({ pixels: pixelsOf(ink) })),
      { ...look, rows: 1 },
    );
    return part(look.width, tile, pile.body);
  });
  return below(step - tile, ...rows);
}

/** The strokes of each image as lines on paper, longer where they are stronger. */
function strokes(all: readonly string[], look: PileLook): Part {
  const { tile, step } = tilesOf(look);
  const corner = (i: number): readonly [number, number] => [
    (i % look.columns) * step,
    Math.floor(i / look.columns) * step,
  ];
  const paper = all.map((_, i) => {
    const [left, top] = corner(i);
    return `M${short(left)} ${short(top)}h${short(tile)}v${short(tile)}h${short(-tile)}z`;
  });
  const cell = tile / PARTS;
  const lines = all.flatMap((text, i) => {
    return [...text].map((digit, at) => {
      const value = Number.parseInt(digit, 16);
      if (value < FAINTEST) return '';
      const part = Math.floor(at / ENDS.length);
      const [across, down] = ENDS[at % ENDS.length] ?? [0, 0];
      const half = ((0.42 / 15) * cell * value) / Math.sqrt(across * across + down * down);
      const [left, top] = corner(i);
      const x = left + ((part % PARTS) + 0.5) * cell;
      const y = top + (Math.floor(part / PARTS) + 0.5) * cell;
      return `M${short(x - across * half)} ${short(y - down * half)}l${short(2 * across * half)} ${short(2 * down * half)}`;
    });
  });
  return part(
    look.width,
    (look.rows - 1) * step + tile,
    svg`<path class="sheet" d="${paper}"/><path class="stroke" d="${lines}"/>`,
  );
}
