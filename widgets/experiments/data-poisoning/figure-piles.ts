/** Images in sight: what was poisoned, what the trigger does, what the defence threw out. */
import { number } from '../../kit/draw/format.ts';
import { svg, type Markup } from '../../kit/draw/markup.ts';
import { columnAt, strip, tileSide, type Pile } from '../../kit/draw/image-strip.ts';
import { SIDE } from './images.ts';
import type { PoisonOutcome } from './outcome.ts';
import { called, hundredths, whatIsRead } from './say.ts';

/** A pile's place: `rows` at most are shown. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly columns: number;
  readonly rows: number;
}

/** An image of a pile, and what is written under it. */
interface ShownImage {
  readonly ink: string;
  readonly word: string;
  readonly look: 'wrong' | 'soft';
}

const HEAD = 32;
const WORD = 19;
/** Images of one picture. */
const STRIP = 12;

/** The height of a pile with so many rows, heading included. */
export function pileHeight(area: Area): number {
  return HEAD + area.rows * (tileSide(pileOf(area)) + WORD);
}

function pileOf(area: Area): Pile {
  return { ...area, side: SIDE };
}

/** The poisoned training images, with the label that now stands on them. */
export function drawSamples(outcome: PoisonOutcome, area: Area): Markup {
  const { attack, poisoned, samples } = outcome;
  const head = `${number(poisoned)} of 2,000 training images poisoned`;
  if (!attack) return drawPile(head, 'Which, and how, this page keeps to itself.', [], area);
  const shown = samples.map((ink) => ({ ink, word: String(attack.target), look: 'soft' as const }));
  const told =
    poisoned === 0
      ? 'The training set is as it was.'
      : `${called(attack, poisoned)}, labelled ${attack.target}${more(poisoned, shown, area)}`;
  return drawPile(head, told, shown, area);
}

/** Triggered images that were held out, with what each is taken for. */
export function drawMarked(outcome: PoisonOutcome, area: Area): Markup {
  const { attack, marked, tested, success } = outcome;
  if (!attack) return svg``;
  const shown = marked.map(({ ink, answer }) => ({
    ink,
    word: answer === attack.source ? '' : String(answer),
    look: 'wrong' as const,
  }));
  const head = `The first ${shown.length} of ${number(tested)} held-out ${whatIsRead(attack)}`;
  const told =
    success === null
      ? 'below: wrong answers'
      : `${hundredths(success)} of 100 read as ${attack.target}; below: wrong answers`;
  return drawPile(head, later(told), shown, area);
}

/** Six of the marked images without a word, large enough to see the mark. */
export function markedStill({ marked }: PoisonOutcome, area: Area): Markup {
  const six = marked.slice(0, 6).map(({ ink }) => ({ ink, word: '', look: 'soft' as const }));
  return strips(six, pileOf(area), 0);
}

/** The most suspicious training images, with their labels; poison is crossed. */
export function drawSuspects(outcome: PoisonOutcome, area: Area): Markup {
  const { bench, poisoned } = outcome;
  if (!bench) {
    const told = 'The defence ranks the images by what the model has learned.';
    return svg`<g class="later">${drawPile('Nothing discarded yet', told, [], area)}</g>`;
  }
  const shown = bench.suspects.map(({ ink, label, poison }) => ({
    ink,
    word: poison === true ? `${label} ×` : String(label),
    look: poison === true ? ('wrong' as const) : ('soft' as const),
  }));
  const head = `${number(bench.discarded)} discarded, ${number(bench.found)} of ${number(poisoned)} poisoned among them`;
  const told = `the most suspicious first, with their labels${outcome.attack ? '; × is poison' : ''}`;
  return svg`<g class="later">${drawPile(head, told, shown, area)}</g>`;
}

// What a prediction is about comes after it.
function later(words: string): Markup {
  return svg`<tspan class="later">${words}</tspan>`;
}

function more(all: number, shown: readonly ShownImage[], area: Area): string {
  const seen = Math.min(shown.length, area.columns * area.rows);
  return all > seen ? `; the first ${seen}` : '';
}

function drawPile(
  head: string,
  told: string | Markup,
  all: readonly ShownImage[],
  area: Area,
): Markup {
  const pile = pileOf(area);
  const shown = all.slice(0, area.columns * area.rows);
  const down = tileSide(pile) + WORD;
  const rows = Array.from({ length: Math.ceil(shown.length / area.columns) }, (_, row) =>
    shown.slice(row * area.columns, (row + 1) * area.columns),
  );
  const top = (row: number): number => area.y + HEAD + row * down;
  return svg`<g><text class="strong words" x="${area.x}" y="${area.y}">${head}</text><text class="soft" x="${area.x}" y="${area.y + 18}">${told}</text>
    ${rows.map((row, i) => strips(row, pile, top(i)))}
    ${rows.map((row, i) => words(row, pile, top(i) + tileSide(pile) + 13))}</g>`;
}

// In strips of twelve, whatever the width: so the wide and the narrow drawing hold the same pictures, and the second costs
// a page next to nothing.
function strips(row: readonly ShownImage[], pile: Pile, y: number): Markup {
  const width = columnAt(pile, STRIP - 1) + tileSide(pile) - pile.x;
  const parts = Array.from({ length: Math.ceil(row.length / STRIP) }, (_, i) => i * STRIP);
  return svg`${parts.map((from) => {
    const part = { ...pile, x: columnAt(pile, from), width, columns: STRIP };
    const images = row.slice(from, from + STRIP).map(({ ink }) => pixelsOf(ink));
    return strip(part, images, y);
  })}`;
}

// One text element a row: words stand at their columns, and a pile of 24 costs two nodes instead of 24.
function words(row: readonly ShownImage[], pile: Pile, y: number): Markup {
  const half = tileSide(pile) / 2;
  return svg`${(['wrong', 'soft'] as const).map((look) => {
    const placed = row.flatMap(({ word, look: own }, column) =>
      word !== '' && own === look
        ? [svg`<tspan x="${columnAt(pile, column) + half}">${word}</tspan>`]
        : [],
    );
    return placed.length > 0
      ? svg`<text class="${look}${look === 'wrong' ? ' later' : ''}" y="${y}" text-anchor="middle">${placed}</text>`
      : null;
  })}`;
}

/** From hexadecimal digits to the ink of a picture, 0 to 16. */
function pixelsOf(ink: string): number[] {
  return [...ink].map((digit) => (Number.parseInt(digit, 16) * 16) / 15);
}
