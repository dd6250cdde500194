/** The figure: what the model sees, and what it makes of it. */
import type { Drawing, Markup, Part } from '#kit/draw';
import { beside, drawing, ghost, nearly, panel, part, short, svg, WIDTH } from '#kit/draw';
import type { Layout, View } from '#kit/contract';
import { KINDS } from '../../shared/digits/digits.ts';
import { largeDigit } from '../../shared/digits/large.ts';
import { answerOf, type OwnDigitOutcome } from './outcome.ts';
import type { OwnDigitSettings } from './params.ts';

/** Sizes in units of the drawing: the picture, the air beside it, and a row of the bars. */
const LAY = {
  wide: { picture: 236, gap: 44, row: 23 },
  narrow: { picture: 124, gap: 16, row: 16 },
} as const satisfies Readonly<Record<Layout, object>>;
/** Room for the digit before a bar, and for the per cent behind it. */
const DIGIT = 18;
const SHARE = 64;
/** The smallest share that is drawn. */
const LEAST = 0.005;

type Other = View<OwnDigitSettings, OwnDigitOutcome>['ghost'];

/** One complete picture in one layout. */
export function draw(
  _: OwnDigitSettings,
  outcome: OwnDigitOutcome,
  { layout, ghost: other }: View<OwnDigitSettings, OwnDigitOutcome>,
): Drawing {
  const { picture, gap } = LAY[layout];
  const image = largeDigit(outcome.pixels, picture);
  const bars = drawBars(outcome, layout, other);
  const whole = beside(gap, panel({ title: 'What it sees' }, image), bars);
  const label = 'A digit as 8 by 8 greys; beside it ten bars, how sure the model is of each digit.';
  return drawing(whole, label, { body: image.body, y: 0, width: picture, height: picture });
}

/** The share of each digit as a bar, the answer's in the colour of the run; a digit that the page wrote is underlined. */
function drawBars(outcome: OwnDigitOutcome, layout: Layout, other: Other): Part {
  const { picture, gap, row } = LAY[layout];
  const width = WIDTH[layout] - picture - gap;
  const room = width - DIGIT - SHARE;
  const answer = answerOf(outcome)?.answer;
  const shown = shownOf(outcome);
  const bars = (isAnswer: boolean): string =>
    shown.map((one) => ((one.digit === answer) === isAnswer ? bar(one, row, room) : '')).join('');
  const words = Array.from({ length: KINDS }, (_, digit): Markup => {
    const y = (digit + 0.5) * row + 4.5;
    const look = digit === answer ? 'strong' : 'soft';
    const chance = shown.find((one) => one.digit === digit)?.chance;
    return svg`<text class="${look}" y="${y}">${String(digit)}</text>${
      digit === outcome.written && svg`<path class="own-written" d="M0 ${short(y + 3)}h9"/>`
    }${
      chance !== undefined &&
      svg`<text class="${look}" x="${width}" y="${y}" text-anchor="end">${nearly(chance)}</text>`
    }`;
  });
  const edges = other && shownOf(other.outcome).map((one) => edge(one, row, room));
  const behind =
    other && ghost(other, (look) => svg`<path class="${look}-line" d="${edges?.join('')}"/>`);
  const body = svg`<path class="own-bar" d="${bars(false)}"/><path class="run-fill" d="${bars(true)}"/>${behind}${words}`;
  return panel({ title: 'How sure it is of each digit' }, part(width, KINDS * row, body));
}

interface Chance {
  readonly digit: number;
  readonly chance: number;
}

/** What is worth a bar: nine noughts say nothing. */
function shownOf({ chances }: OwnDigitOutcome): Chance[] {
  const all = (chances ?? []).map((chance, digit) => ({ digit, chance }));
  return all.filter(({ chance }) => chance >= LEAST);
}

/** A bar from the left, as a path. */
function bar({ digit, chance }: Chance, row: number, room: number): string {
  const [y, height] = [digit * row + 3, row - 6];
  const across = short(chance * room);
  return `M${DIGIT} ${short(y)}h${across}v${short(height)}h-${across}z`;
}

/** Where another run's bar ended. */
function edge({ digit, chance }: Chance, row: number, room: number): string {
  return `M${short(DIGIT + chance * room)} ${short(digit * row + 1)}v${short(row - 2)}`;
}
