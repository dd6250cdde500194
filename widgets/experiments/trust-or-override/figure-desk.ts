/** The desk at a glance: a mark for each mail, at the height of what was decided; what they were, after the last. */
import { group } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Part, Point } from '#kit/draw';
import { behind, below, chart, dots, drawing, number, rule } from '#kit/draw';
import { freeStep, rulesStep } from './figure-steps.ts';
import { isDone, isRightAt, mailAt, type TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';

type Seen = View<TrustSettings, TrustOutcome>;

const LABEL =
  'A mark for each email, in two charts: with an explanation, and without. Emails that were let through are at the upper height.';

/** Draws the reader’s decisions for a page or a phone. */
export function drawDesk(settings: TrustSettings, outcome: TrustOutcome, view: Seen): Drawing {
  const { desk, reader } = outcome;
  const now = mailAt(outcome, view.moment);
  const isOver = isDone(outcome);
  // An open mail lies between the two heights.
  const placeOf = (i: number): Point => [i + 1, { a: 0, o: 1, '': 0.5 }[reader.decisions[i] ?? '']];
  const lookOf = (i: number): string => {
    if (i >= reader.decided) return 'ring';
    return !isOver ? 'before' : isRightAt(outcome, i) ? 'right' : 'wrong-line';
  };
  const half = (title: string, isExplained: boolean, foot: number): Part => {
    const mine = desk.flatMap((mail, i) => (mail.isExplained === isExplained ? [i] : []));
    const { right, of } = reader[isExplained ? 'explained' : 'plain'];
    return chart<TrustSettings, TrustOutcome>({
      title,
      aside: `${number(isOver ? right : of)} of ${number(mine.length)} decided${isOver ? ' rightly' : ''}`,
      view,
      run: { settings, outcome },
      height: 40 + foot,
      ...{ top: 0, foot },
      x: {
        ...{ extent: [0.5, 20.5], label: 'emails, in their order', isBare: foot === 1 },
        ticks: [1, 5, 10, 15, 20],
      },
      y: {
        ...{ extent: [-0.5, 1.5], ticks: [0, 1] },
        format: (decision) => (decision === 1 ? 'let through' : 'accepted'),
      },
      marks: (run) => [
        behind(rule({ x: run.outcome.reader.decided + 0.5 })),
        ...Array.from(group(mine, lookOf), ([look, mails]) =>
          dots(mails.map(placeOf), { r: 6, sign: look === 'wrong-line' ? 5 : 1, look }),
        ),
        // A frame is round the mail of now.
        dots(mine.filter((i) => i === now).map(placeOf), {
          ...{ r: 9, sign: 1, look: 'run-line', twice: false },
        }),
      ],
    });
  };
  const whole = below(8, half('With an explanation', true, 1), half('Without', false, 40));
  return { ...drawing(whole, LABEL), steps: [freeStep(outcome), rulesStep(outcome)] };
}
