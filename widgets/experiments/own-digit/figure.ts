/** The figure: what the model sees, and what it makes of it. */
import { range } from 'd3-array';
import type { View } from '#kit/contract';
import type { BarRow, Drawing } from '#kit/draw';
import { barRows, beside, drawing, nearly, panel, svg, WIDTH } from '#kit/draw';
import { KINDS } from '../../shared/digits/digits.ts';
import { largeDigit } from '../../shared/digits/large.ts';
import { answerOf, type OwnDigitOutcome } from './outcome.ts';
import type { OwnDigitSettings } from './params.ts';

/** Sizes in units of the drawing: the picture, the air beside it, and a row of the bars. */
const LAY = {
  wide: { picture: 236, gap: 44, pitch: 23 },
  narrow: { picture: 124, gap: 16, pitch: 16 },
} as const;
/** The smallest share that is drawn: nine noughts say nothing. */
const LEAST = 0.005;

const LABEL = 'A digit as 8 by 8 greys; beside it ten bars, how sure the model is of each digit.';

/** One complete picture in one layout. */
export function draw(
  _: OwnDigitSettings,
  outcome: OwnDigitOutcome,
  { layout, ghost }: View<OwnDigitSettings, OwnDigitOutcome>,
): Drawing {
  const { picture, gap, pitch } = LAY[layout];
  const image = largeDigit(outcome.pixels, picture);
  const { written } = outcome;
  const answer = answerOf(outcome)?.answer;
  // The share of each digit, the answer’s in the colour of the run.
  const rows = range(KINDS).map((digit): BarRow => {
    const [chance, was] = [outcome, ghost?.outcome].map((run) => {
      const share = run?.chances?.[digit] ?? 0;
      return share < LEAST ? undefined : share;
    });
    const isAnswer = digit === answer;
    const say = isAnswer ? 'strong' : 'soft';
    return {
      ...{ name: svg`<tspan class="${say}">${String(digit)}</tspan>`, was },
      bars: chance === undefined ? [] : [[chance, isAnswer ? 'run-fill' : 'before']],
      ...(chance !== undefined && { told: nearly(chance), say }),
    };
  });
  const width = WIDTH[layout] - picture - gap;
  const lay = { width, most: 1, pitch, bar: pitch - 6, left: 18, right: 64 };
  const title = 'How sure it is of each digit';
  const aside = written === null ? '' : `written: ${written}`;
  const bars = panel({ title, aside, behind: ghost }, barRows(rows, lay, ghost));
  const whole = beside(gap, panel({ title: 'What it sees' }, image), bars);
  return drawing(whole, LABEL, { body: image.body, y: 0, width: picture, height: picture });
}
