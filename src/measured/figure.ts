/** The plot of a reader's guesses: what was guessed to the right, what the run gave upwards, both as shares of the question's line. */
import { axisX, axisY, linear, roomY } from '../../widgets/kit/draw/axes.ts';
import { besideDots, labelAt, labelled, type LabelBox } from '../../widgets/kit/draw/labels.ts';
import { forEyes, svg, type Markup } from '../../widgets/kit/draw/markup.ts';
import { OWN } from '#words/src/measured/words';
import type { GuessedNumber } from './pure/surprise.ts';

const WIDTH = 328;
const TOP = 34;
/** The side of the square in which the guesses stand. */
const SIDE = 270;
const FLOOR = TOP + SIDE;

/** A guess; `name` is its place in the table, of those that are named. */
export interface Dot {
  readonly at: GuessedNumber['at'];
  readonly name?: string | undefined;
}

/** The whole drawing. What lies below the diagonal was guessed too high. */
export function guessFigure(dots: readonly Dot[]): Markup {
  const y = linear([0, 100], [FLOOR, TOP], 5);
  const left = roomY(y);
  const x = linear([0, 100], [left, left + SIDE], 5);
  const places = dots.map(({ at, name }) => ({ x: x(100 * at.guess), y: y(100 * at.found), name }));
  const sides = [
    labelAt(OWN.tooLow, left + 8, TOP + 16),
    labelAt(OWN.tooHigh, left + SIDE - 8, FLOOR - 8, 'end'),
  ];
  const named = places.flatMap(({ name, ...place }) =>
    name === undefined ? [] : [{ ...place, name, isBold: true }],
  );
  const inside = { left, right: WIDTH, top: TOP - 6, bottom: FLOOR };
  const names = besideDots(named, inside, sides, []).filter((one): one is LabelBox => !!one);
  return forEyes(
    svg`<svg class="figure" viewBox="0 0 ${WIDTH} ${FLOOR + 42}" role="img" aria-label="${OWN.figure(dots.length)}"><path class="hair" d="M${left} ${FLOOR}L${left + SIDE} ${TOP}"/>${axisX(x, FLOOR, { label: OWN.guessed })}${axisY(y, left, { label: OWN.ran })}${sides.map((one) => labelled(one, 'soft'))}${places.map((one) => svg`<circle class="run-fill" cx="${one.x}" cy="${one.y}" r="4"/>`)}${names.map((one) => labelled(one, 'strong'))}</svg>`,
  );
}
