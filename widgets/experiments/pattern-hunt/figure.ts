/** The figure: symbols in a row, each over the learner's guess of it; how many were right; and what it has learned, on asking. */
import { range } from 'd3-array';
import type { View } from '#kit/contract';
import type { BarRow, Cell, Drawing, Mark, Part } from '#kit/draw';
import { barRows, below, cells, chart, drawing, nearly, number, ofWhole, panel } from '#kit/draw';
import { short, special, svg, WIDTH } from '#kit/draw';
import { cameBy } from './came.ts';
import { stepsOf } from './figure-steps.ts';
import { rightOf, shareRight, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';
import { looksOf } from './say.ts';

type Seen = View<HuntSettings, HuntOutcome>;

/** The row: so many symbols in a line, and lines. */
const [COLUMNS, LINES] = [20, 2];
const SHOWN = COLUMNS * LINES;
/** Heights of a symbol's field, and of a line with the guess below it. */
const [FIELD, LINE] = [21, 43];
const FIELDS = range(SHOWN).map((i): Cell => {
  const [column, top] = [i % COLUMNS, Math.floor(i / COLUMNS) * LINE];
  return [
    [column, column + 1],
    [top, top + FIELD],
  ];
});

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: HuntSettings, outcome: HuntOutcome, view: Seen): Drawing {
  const came = cameBy(outcome.drawn.length, view.moment ?? Infinity);
  const whole = below(12, rowOf(settings, outcome, came, view), barsOf(outcome, came, view));
  const label = `${SHOWN} symbols in a row, each over the guess that was made of it; then how many of all were guessed right, as bars.`;
  return { ...drawing(whole, label), steps: stepsOf(settings, outcome) };
}

/** The symbols that came last, as many as fit: the row fills from the left, then begins anew; at the end it is full. */
function rowOf(settings: HuntSettings, outcome: HuntOutcome, came: number, view: Seen): Part {
  const { drawn, guesses } = outcome;
  const block = Math.floor((came - 1) / SHOWN) * SHOWN;
  const from = Math.max(0, Math.min(block, drawn.length - SHOWN));
  const shown = Math.min(SHOWN, came - from);
  const isOwn = settings.source === 'own';
  // Of a coin that has not fallen the guess is made already.
  const made = isOwn && came === drawn.length ? `${guesses}?` : guesses.slice(0, came);
  const looks = (text: string) => looksOf(text.slice(from, from + SHOWN), settings.source);
  const places = shown > 0 ? ` ${number(from + 1)} to ${number(from + shown)}` : '';
  const right = FIELDS.filter((_, i) => i < shown && guesses[from + i] === drawn[from + i]);
  const height = LINES * LINE - 4;
  return chart({
    title: `${isOwn ? 'Your coins' : 'Symbols'}${places}`,
    aside: 'below each: the guess',
    ...{ view, height, left: 0, right: 0, top: 0, foot: 0 },
    x: { extent: [0, COLUMNS], isHidden: true },
    y: { extent: [height, 0], isHidden: true },
    marks: [
      cells(FIELDS, { look: 'hair', air: 2 }),
      cells(right, { look: 'right pale', air: 2 }),
      signsAt(looks(drawn.slice(0, came)), 15, 'strong'),
      signsAt(looks(made), FIELD + 14, 'soft'),
    ],
  });
}

/** Signs, so far below the tops of their fields: a line of them is one text. */
function signsAt(signs: readonly string[], down: number, look: string): Mark {
  const lines = range(0, signs.length, COLUMNS).map((from) => signs.slice(from, from + COLUMNS));
  const draw: Mark['draw'] = ({ x, y }) =>
    svg`${lines.map((own, i) => {
      const xs = own.map((_, at) => short(x(at + 0.5))).join(' ');
      return svg`<text class="${look}" text-anchor="middle" x="${xs}" y="${y(i * LINE + down)}">${own}</text>`;
    })}`;
  return special(draw, { still: false });
}

/** How many of all were guessed right, and how many anybody could. */
function barsOf(outcome: HuntOutcome, came: number, { layout, ghost: other }: Seen): Part {
  const { best } = outcome;
  const row = (name: string, who: 'guesses' | 'usual', look: string): BarRow => {
    const right = rightOf(outcome, who, came);
    const share = right / Math.max(1, came);
    const told = came > 0 ? `${number(right)} of ${number(came)}: ${nearly(share)}` : 'none yet';
    return { name, told, say: 'words', bars: ofWhole(share, look) };
  };
  const known =
    typeof best === 'number'
      ? { bars: ofWhole(best, 'ring'), told: nearly(best) }
      : { bars: [], told: 'not known' };
  const rows = [
    { ...row('the learner', 'guesses', 'run'), was: other && shareRight(other.outcome, 'guesses') },
    row('always the commonest', 'usual', 'before'),
    { name: 'best in the long run', ...known, say: 'words', waits: true },
  ];
  const lay = { width: WIDTH[layout], most: 1, pitch: 36, bar: 10 };
  return panel({ title: 'Guessed right', behind: other }, barRows(rows, lay, other));
}
