/** Some digits as they came, and what the model is shown of them. */
import { range } from 'd3-array';
import type { Part, PileLook } from '#kit/draw';
import { bare, below, grid, panel, part, svg, tilesOf } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { PARTS } from '../../shared/digits/shown.ts';
import type { MindOutcome } from './outcome.ts';
import type { MindSettings } from './params.ts';

const TITLES = {
  raw: 'Set upright',
  deslant: 'Set upright',
  strokes: 'Their strokes',
  both: 'Upright strokes',
} as const;

/** Digits as they came, and what the model is shown of them; of raw pixels, what setting them upright would make of them. */
export function drawDigits(
  { features }: MindSettings,
  { samples, seen }: MindOutcome,
  look: PileLook,
): Part {
  const isRaw = features === 'raw';
  const hasStrokes = seen.some((text) => text.length < SIDE * SIDE);
  const other = hasStrokes ? strokes(seen, look) : tiled(seen, look);
  const aside = (isIt: boolean): string => (isIt ? 'shown to the model' : '');
  return below(
    10,
    panel({ title: 'As they came', aside: aside(isRaw) }, tiled(samples, look)),
    panel({ title: TITLES[features], aside: aside(!isRaw) }, other),
  );
}

/** Images in rows without words below them. */
function tiled(inks: readonly string[], look: PileLook): Part {
  const { tile, step } = tilesOf(look);
  const images = inks.map((ink) => ({ pixels: pixelsOf(ink) }));
  const rows = range(0, look.columns * look.rows, look.columns).map((from) =>
    part(look.width, tile, bare(images.slice(from), { ...look, rows: 1 }).body),
  );
  return below(step - tile, ...rows);
}

/** Strokes fainter than this, of 15, are not drawn. */
const FAINTEST = 5;
/** Which way a stroke runs, by its place among the four: where it ends, seen from its middle. */
const ENDS = [
  [0, 1],
  [1, 0],
  [1, -1],
  [1, 1],
] as const;

/** The strokes of each image as lines on paper, longer where they are stronger. */
function strokes(all: readonly string[], look: PileLook): Part {
  const { tile, step } = tilesOf(look);
  const cell = tile / PARTS;
  const drawn = all.map((text) => {
    const lines = [...text].map((digit, at) => {
      const value = Number.parseInt(digit, 16);
      const [place, [right, down] = ENDS[0]] = [Math.floor(at / 4), ENDS[at % 4]];
      const half = ((0.42 / 15) * cell * value) / Math.hypot(right, down);
      const x = ((place % PARTS) + 0.5) * cell - half * right;
      const y = (Math.floor(place / PARTS) + 0.5) * cell - half * down;
      return value >= FAINTEST && svg`M${x} ${y}l${2 * half * right} ${2 * half * down}`;
    });
    const sheet = svg`<path class="sheet" d="M0 0h${tile}v${tile}H0z"/>`;
    return part(tile, tile, svg`${sheet}<path class="stroke" d="${lines}"/>`);
  });
  return grid(look.columns, [step - tile, step - tile], drawn);
}
