/** The desk: how far the two halves of the mails are decided and, after the last, how many decisions were right. */
import type { View } from '../../kit/contract/widget.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import { number } from '../../kit/draw/format.ts';
import { ghostLine, svg } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { below, beside, drawing, type Part } from '../../kit/draw/part.ts';
import { squares, squaresEdge, squaresLegend } from '../../kit/draw/squares.ts';
import { freeStep, rulesStep } from './figure-steps.ts';
import type { Reader, TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';

const LABEL =
  'Two rows of squares, one for each mail: those with an explanation, and those without.';

/** Draws the reader's decisions for a page or a phone. */
export function drawDesk(
  outcome: TrustOutcome,
  { layout, ghost }: View<TrustSettings, TrustOutcome>,
): Drawing {
  const { desk, reader } = outcome;
  const isDone = desk.length > 0 && reader.decided === desk.length;
  const all = (isExplained: boolean): number =>
    desk.filter((mail) => mail.isExplained === isExplained).length;
  const isWide = layout === 'wide';
  const pitch = isWide ? 28 : 26;
  const row = (title: string, name: 'explained' | 'plain'): Part => {
    const half: Reader['plain'] = reader[name];
    const of = all(name === 'explained');
    const lay = { columns: 10, pitch };
    const field = squares(
      lay,
      isDone
        ? { 'cell-right': half.right, 'cell-wrong': of - half.right }
        : { 'cell-alarm': half.of, 'cell-quiet': of - half.of },
    );
    const note = isDone
      ? `${number(half.right)} of ${number(of)} decided rightly`
      : `${number(half.of)} of ${number(of)} decided`;
    // How far another run's decisions came in this half.
    const behind = ghostLine(ghost, (run) => squaresEdge(lay, run.outcome.reader[name].of));
    return panel({ title, note }, { ...field, body: svg`${field.body}${behind}` });
  };
  const halves = [row('With an explanation', 'explained'), row('Without', 'plain')];
  const key = isDone
    ? squaresLegend({ 'cell-right': 'right', 'cell-wrong': 'wrong' })
    : squaresLegend({ 'cell-alarm': 'decided', 'cell-quiet': 'open' });
  const both = isWide ? beside(60, ...halves) : below(8, ...halves);
  const whole = below(6, both, key);
  const field = squares({ columns: 10, pitch }, { 'cell-alarm': 4, 'cell-quiet': 16 });
  const still = { body: field.body, y: 0, width: field.width, height: field.height };
  return {
    ...drawing(whole, LABEL, still),
    width: isWide ? 680 : 320,
    steps: [freeStep(outcome), rulesStep(outcome)],
  };
}
