/** The figure: symbols in a row, each over the learner's guess of it; how many were right; and what it has learned, on asking. */
import { range } from 'd3-array';
import type { View } from '#kit/contract';
import type { Cell, Drawing, Mark, Part } from '#kit/draw';
import { axisX, barRows, below, cells, chart, drawing, linear, nearly, number } from '#kit/draw';
import { panel, part, perCent, special, svg, WIDTH } from '#kit/draw';
import { cameBy } from './came.ts';
import { looksOf, signsAt, stepsOf } from './figure-steps.ts';
import { rightOf, shareRight, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';

type Seen = View<HuntSettings, HuntOutcome>;

/** The row: so many symbols in a line, and lines. */
const [COLUMNS, LINES] = [20, 2];
const SHOWN = COLUMNS * LINES;
/** Heights of a symbol's cell, of a line with the guess below it, and from one line to the next. */
const [CELL, GUESS, LINE] = [21, 36, 43];

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: HuntSettings, outcome: HuntOutcome, view: Seen): Drawing {
  const all = outcome.drawn.length;
  const came = view.moment === undefined ? all : cameBy(all, view.moment);
  const whole = below(12, rowOf(settings, outcome, came, view), barsOf(outcome, came, view));
  const label = `${SHOWN} symbols in a row, each over the guess that was made of it; then how many of all were guessed right, as bars.`;
  return { ...drawing(whole, label), steps: stepsOf(settings, outcome) };
}

/** The first symbol in the row: it fills from the left, then begins anew; at the end it holds the last ones. */
function firstOf(all: number, came: number): number {
  const block = came === 0 ? 0 : Math.floor((came - 1) / SHOWN) * SHOWN;
  return Math.max(0, Math.min(block, all - SHOWN));
}

function rowOf(
  settings: HuntSettings,
  { drawn, guesses }: HuntOutcome,
  came: number,
  { layout }: Seen,
): Part {
  const from = firstOf(drawn.length, came);
  const isRight = (i: number): boolean =>
    from + i < came && guesses.charAt(from + i) === drawn.charAt(from + i);
  const cellsOf = (look: string, places: readonly number[]): Mark =>
    cells(
      places.map((i): Cell => {
        const [x, y] = [i % COLUMNS, Math.floor(i / COLUMNS) * LINE];
        return [
          [x, x + 1],
          [y, y + CELL],
        ];
      }),
      { look, air: 2 },
    );
  // Of a coin that has not fallen the guess is made already.
  const isNext = settings.source === 'own' && came === drawn.length;
  const made = isNext ? `${guesses}?` : guesses.slice(0, came);
  const signs = (text: string, down: number, look: string): Mark =>
    special(
      ({ x, y }) =>
        svg`${range(LINES).map((line) => {
          const start = from + line * COLUMNS;
          const seen = looksOf(text.slice(start, start + COLUMNS), settings);
          return signsAt(
            seen,
            seen.map((_, i) => x(i + 0.5)),
            y(line * LINE + down),
            look,
          );
        })}`,
      { still: false },
    );
  const places = range(SHOWN);
  const height = (LINES - 1) * LINE + GUESS + 3;
  return chart({
    title: titleOf(settings, from, Math.min(SHOWN, came - from)),
    aside: 'below each: the guess',
    view: { layout },
    height,
    ...{ left: 0, right: 0, top: 1, foot: 0 },
    x: { extent: [0, COLUMNS], isHidden: true },
    y: { extent: [height - 1, 0], isHidden: true },
    marks: [
      cellsOf(
        'miss',
        places.filter((i) => !isRight(i)),
      ),
      cellsOf('hit', places.filter(isRight)),
      signs(drawn.slice(0, came), 15, 'strong'),
      signs(made, GUESS - 1, 'soft'),
    ],
  });
}

function titleOf({ source }: HuntSettings, from: number, shown: number): string {
  const places = `${number(from + 1)} to ${number(from + shown)}`;
  if (source === 'own') return shown === 0 ? 'Your coins' : `Your coins, ${places}`;
  return `Symbols ${places}`;
}

/** How many of all were guessed right, and how many anybody could. */
function barsOf(outcome: HuntOutcome, came: number, { layout, ghost: other }: Seen): Part {
  const width = WIDTH[layout];
  const { guesses, usual, best } = outcome;
  const row = (name: string, of: string, look: string) => {
    const right = rightOf(outcome, of, came);
    const told =
      came > 0 ? `${number(right)} of ${number(came)}: ${nearly(right / came)}` : 'none yet';
    return { name, bars: [[came > 0 ? right / came : 0, look]] as const, told, say: 'words' };
  };
  const isKnown = typeof best === 'number';
  const rows = [
    { ...row('the learner', guesses, 'run-fill'), was: other && (shareRight(other.outcome) ?? 0) },
    row('always the commonest', usual, 'usual'),
    {
      name: 'best in the long run',
      bars: isKnown ? [[best, 'possible'] as const] : [],
      told: isKnown ? nearly(best) : 'not known',
      say: 'words',
      waits: true,
    },
  ];
  const axis = axisX(linear([0, 1], [0, width], 2), 0, {
    label: 'guessed right',
    format: (share) => perCent(share, 0),
  });
  const drawn = barRows(rows, { width, most: 1, pitch: 36, bar: 10 }, other);
  return panel({ title: 'Guessed right', behind: other }, below(0, drawn, part(width, 38, axis)));
}
