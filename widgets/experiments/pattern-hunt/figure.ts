/** The figure: symbols in a row, each over the learner's guess of it; how many were right; and what it has learned, on asking. */
import { range } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Markup, Part, Scale } from '#kit/draw';
import { axisX, below, drawing, ghost, later, linear, nearly, number, panel } from '#kit/draw';
import { part, short, svg, WIDTH } from '#kit/draw';
import { cameBy } from './came.ts';
import { stepsOf } from './figure-steps.ts';
import { rightOf, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';
import { shareRight } from './say.ts';

type Seen = View<HuntSettings, HuntOutcome>;

/** The row: so many symbols in a line, and lines. */
const [COLUMNS, LINES] = [20, 2];
const SHOWN = COLUMNS * LINES;
/** Heights of a symbol's cell, of a line with the guess below it, and from one line to the next. */
const [CELL, GUESS, LINE] = [21, 36, 43];

/** Signs that look otherwise than they are written. */
const LOOKS: Readonly<Record<string, string>> = { u: '↑', d: '↓' };

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: HuntSettings, outcome: HuntOutcome, view: Seen): Drawing {
  const width = WIDTH[view.layout];
  const all = outcome.drawn.length;
  const came = view.moment === undefined ? all : cameBy(all, view.moment);
  const row = drawRow(settings, outcome, came, width);
  const whole = below(12, row.whole, drawBars(outcome, came, width, view));
  const label = `${SHOWN} symbols in a row, each over the guess that was made of it; then how many of all were guessed right, as bars.`;
  const still = { body: row.cells, y: -4, height: LINES * LINE };
  return { ...drawing(whole, label, still), steps: stepsOf(settings, outcome) };
}

/** The first symbol in the row: it fills from the left, then begins anew; at the end it holds the last ones. */
function firstOf(all: number, came: number): number {
  const block = came === 0 ? 0 : Math.floor((came - 1) / SHOWN) * SHOWN;
  return Math.max(0, Math.min(block, all - SHOWN));
}

function drawRow(
  { source }: HuntSettings,
  { drawn, guesses }: HuntOutcome,
  came: number,
  width: number,
): { whole: Part; cells: Markup } {
  const pitch = width / COLUMNS;
  const from = firstOf(drawn.length, came);
  const cell = (i: number): string =>
    `M${short((i % COLUMNS) * pitch + 1)} ${short(Math.floor(i / COLUMNS) * LINE)}h${short(pitch - 2)}v${CELL}h${short(2 - pitch)}Z`;
  const isRight = (i: number): boolean =>
    from + i < came && guesses.charAt(from + i) === drawn.charAt(from + i);
  const places = range(SHOWN);
  const path = (of: readonly number[]): string => of.map(cell).join('');
  const cells = svg`<path class="miss" d="${path(places.filter((i) => !isRight(i)))}"/><path class="hit" d="${path(places.filter(isRight))}"/>`;
  const look = (sign: string): string => (source === 'bikes' ? (LOOKS[sign] ?? sign) : sign);
  // Of a coin that has not fallen the guess is made already.
  const isNext = source === 'own' && came === drawn.length;
  const made = isNext ? `${guesses}?` : guesses.slice(0, came);
  // One text a line, with a place for each sign.
  const signs = (text: string, line: number, down: number, looks: string): Markup | false => {
    const start = from + line * COLUMNS;
    const seen = Array.from(text.slice(start, start + COLUMNS), look);
    const xs = seen.map((_, i) => short((i + 0.5) * pitch)).join(' ');
    return (
      seen.length > 0 &&
      svg`<text class="${looks}" text-anchor="middle" x="${xs}" y="${line * LINE + down}">${seen.join('')}</text>`
    );
  };
  const words = range(LINES).map((line) => [
    signs(drawn.slice(0, came), line, 15, 'strong'),
    signs(made, line, GUESS - 1, 'soft'),
  ]);
  const title = titleOf(source, from, Math.min(SHOWN, came - from));
  const body = part(width, (LINES - 1) * LINE + GUESS + 3, svg`${cells}${words}`);
  return { whole: panel({ title, aside: 'below each: the guess' }, body), cells };
}

function titleOf(source: string, from: number, shown: number): string {
  const places = `${number(from + 1)} to ${number(from + shown)}`;
  if (source === 'own') return shown === 0 ? 'Your coins' : `Your coins, ${places}`;
  return `Symbols ${places}`;
}

/** From one bar to the next, and where the bar lies in that room. */
const [ROW, BAR_TOP, BAR] = [36, 18, 10];

function drawBars(outcome: HuntOutcome, came: number, width: number, view: Seen): Part {
  const at = linear([0, 1], [1, width - 1], 2);
  const { guesses, usual, best } = outcome;
  const bar = (i: number, name: string, right: number | undefined, looks: string): Markup =>
    svg`<text y="${i * ROW + 12}">${name}</text>${right !== undefined && barOf(at, i, right, looks)}`;
  const share = (of: string): number | undefined =>
    came > 0 ? rightOf(outcome, of, came) / came : undefined;
  const value = (i: number, words: string): Markup =>
    svg`<text x="${width}" y="${i * ROW + 12}" text-anchor="end">${words}</text>`;
  const counted = (of: string): string => {
    const is = share(of);
    return is === undefined
      ? 'none yet'
      : `${number(rightOf(outcome, of, came))} of ${number(came)}: ${nearly(is)}`;
  };
  const other = view.ghost && shareRight(view.ghost.outcome);
  const behind =
    view.ghost &&
    ghost(
      view.ghost,
      (look) =>
        svg`<path class="${look}-line" d="${other === undefined ? '' : `M${short(at(other))} ${BAR_TOP - 3}v${BAR + 6}`}"/>`,
    );
  const possible = typeof best === 'number' ? nearly(best) : 'not known';
  const body = svg`${bar(0, 'the learner', share(guesses), 'run-fill')}${value(0, counted(guesses))}${behind}${bar(1, 'always the commonest', share(usual), 'usual')}${value(1, counted(usual))}${later(
    svg`${bar(2, 'best in the long run', typeof best === 'number' ? best : undefined, 'possible')}${value(2, possible)}`,
  )}${axisX(at, 3 * ROW, { label: 'guessed right', format: (one) => `${number(100 * one)} %` })}`;
  const drawn = part(width, 3 * ROW + 38, body);
  return panel({ title: 'Guessed right', behind: view.ghost }, drawn);
}

function barOf(at: Scale, i: number, share: number, looks: string): Markup {
  const [from, to] = [at(0), at(share)];
  return svg`<path class="${looks}" d="M${short(from)} ${i * ROW + BAR_TOP}H${short(to)}v${BAR}H${short(from)}Z"/>`;
}
