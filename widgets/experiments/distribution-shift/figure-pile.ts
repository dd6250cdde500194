/** The pile of foreign digits with the wrong answers written under them. */
import { later, svg, type Markup } from '../../kit/draw/markup.ts';
import { pixelOf, strip } from '../../kit/draw/image-strip.ts';
import { commonestMistake } from './evaluation.ts';
import { CALLED } from './sets.ts';
import { homeAndAbroad } from './training-sets.ts';
import type { ExampleDigit, ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';

const SIDE = 8;
// A rim of paper round each digit, so that ink never touches a dark page.
const TILE = SIDE + 2;
// Pixels from one tile to the next: a pixel of air across, room for the answer below.
const ACROSS = TILE + 1;
const DOWN = TILE + 5.5;

interface Area {
  readonly y: number;
  readonly width: number;
  readonly columns: number;
  readonly rows: number;
}

interface PileDrawn {
  readonly markup: Markup;
  readonly still: Markup;
}

/** The pile with its heading; `width` is that of the tiles. */
export function drawPile(settings: ShiftSettings, outcome: ShiftOutcome, area: Area): PileDrawn {
  const { columns, rows, width } = area;
  const shown = thinned(outcome.pile, columns * rows);
  const pile = { x: 0, y: area.y, width, columns, side: SIDE };
  const scale = pixelOf(pile);
  const place = (i: number): readonly [number, number] => [
    (i % columns) * ACROSS * scale,
    area.y + 34 + Math.floor(i / columns) * DOWN * scale,
  ];
  const wrong = shown.flatMap((example, i) => (example.answer === example.label ? [] : [i]));
  const called = CALLED[homeAndAbroad(settings).abroad].digits;
  const images = rowsOf(shown, columns).map((row, i) =>
    strip(
      pile,
      row.map(({ pixels }) => pixels),
      place(i * columns)[1],
    ),
  );
  const crosses = svg`<path class="wrong-line" d="${wrong.map((i) => cross(place(i), scale)).join('')}"/>`;
  const markup = svg`<g><text class="strong" y="${area.y}">${shown.length} ${called}, a fair sample</text>
    ${later(svg`<text class="soft" y="${area.y + 18}">${legend(shown.length - wrong.length, shown.length)}</text>`)}
    ${images}
    ${later(svg`${crosses}
    ${wrong.map((i) => svg`<text class="wrong" text-anchor="middle" x="${place(i)[0] + TILE * 0.68 * scale}" y="${place(i)[1] + TILE * scale + 13}">${(shown[i] as ExampleDigit).answer}</text>`)}
    <text class="soft" y="${area.y + 34 + rows * DOWN * scale + 14}">${mistake(outcome)}</text>`)}</g>`;
  return { markup, still: svg`${images}${crosses}` };
}

/** The height that a pile takes up, heading and last line included. */
export function pileHeight(area: Area): number {
  return 34 + (area.rows * DOWN * area.width) / (area.columns * ACROSS - 1) + 18;
}

// Fewer, evenly taken, where there is little room.
function thinned(pile: readonly ExampleDigit[], count: number): readonly ExampleDigit[] {
  if (pile.length <= count) return pile;
  return Array.from(
    { length: count },
    (_, i) => pile[Math.floor((i * pile.length) / count)] as ExampleDigit,
  );
}

function rowsOf(shown: readonly ExampleDigit[], columns: number): (readonly ExampleDigit[])[] {
  const rows: (readonly ExampleDigit[])[] = [];
  for (let i = 0; i < shown.length; i += columns) rows.push(shown.slice(i, i + columns));
  return rows;
}

function cross([x, y]: readonly [number, number], scale: number): string {
  const [left, top] = [Math.round(x + TILE * 0.2 * scale), Math.round(y + TILE * scale + 5)];
  return `M${left} ${top}l7 7m0 -7l-7 7`;
}

function legend(right: number, all: number): string {
  if (right === all) return 'The model reads every one of them right.';
  return `${right} read right; under a cross: what the model took it for`;
}

function mistake(outcome: ShiftOutcome): string {
  const worst = commonestMistake(outcome.confusion);
  const all = outcome.abroad.digits;
  if (!worst) return `No mistake in all ${all} held-out digits.`;
  return `Of all ${all}, most often: ${worst.label} taken for ${worst.answer}, ${worst.times} times`;
}
