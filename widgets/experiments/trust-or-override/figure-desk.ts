/** The desk at a glance: a mark for each mail, up where it is let through, in the lane of its half; what they were, after the last. */
import { range } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Mark, Point } from '#kit/draw';
import { behind, chart, dots, drawing, line, number, special, svg } from '#kit/draw';
import { freeStep, rulesStep } from './figure-steps.ts';
import { isDone, mailAt, type TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';

type Seen = View<TrustSettings, TrustOutcome>;

const LABEL =
  'A mark for each email, in two rows: with an explanation, and without. Marks of emails that were let through are moved up.';

/** How far a mark that was let through is moved up, how high a lane is, and where the second begins. */
const [UP, LANE, SECOND] = [9, 24, 57];

/** Draws the reader’s decisions for a page or a phone. */
export function drawDesk(settings: TrustSettings, outcome: TrustOutcome, view: Seen): Drawing {
  const { desk } = outcome;
  const now = mailAt(outcome, view.moment);
  // The number of each fifth mail, and of that before the reader.
  const ticks = range(1, desk.length + 1).filter(
    (i) => i === now + 1 || (i % 5 === 0 && Math.abs(i - now - 1) > 1),
  );
  const drawn = chart<TrustSettings, TrustOutcome>({
    title: 'With an explanation',
    aside: told(outcome, true),
    view,
    run: { settings, outcome },
    height: SECOND + LANE + 20,
    left: 0,
    right: 0,
    top: 0,
    foot: 20,
    x: { extent: [0.5, 20.5], ticks: { wide: ticks, narrow: ticks }, format: number },
    // In units of the drawing, from the top.
    y: { extent: [SECOND + LANE, 0], isHidden: true },
    marks: ({ outcome: run }) => [
      behind(line([...decidedIn(run, true), ...decidedIn(run, false)])),
      ...mailsOf(run),
      dots(desk.length > 0 ? [placeOf(run, now)] : [], { ...BOX, r: 9.4, look: 'run-line' }),
      without(told(outcome, false)),
    ],
    keyBelow: true,
  });
  return { ...drawing(drawn, LABEL), steps: [freeStep(outcome), rulesStep(outcome)] };
}

const BOX = { sign: 1, r: 6.7, twice: false };

/** What stands between the lanes, and what a raised mark means. */
const without = (aside: string): Mark =>
  special(
    ({ right }) =>
      svg`<path class="hair" d="M0 ${LANE}H${right}"/><text class="strong words" y="${SECOND - 12}">Without</text><text class="soft" x="${right}" y="${SECOND - 12}" text-anchor="end">${aside}</text>`,
    {
      still: false,
      key: {
        words: 'raised: let through',
        swatch: (x, y) =>
          svg`<path class="hair" d="M${x - 7} ${y + 8}h14"/><path class="before" d="M${x - 5} ${y - 7}h10v10h-10Z"/>`,
      },
    },
  );

const laneOf = (isExplained: boolean): number => (isExplained ? 0 : SECOND);

/** The middle of a mail’s mark. */
function placeOf({ desk, reader }: TrustOutcome, i: number): Point {
  return [i + 1, laneOf(!!desk[i]?.isExplained) + 6 + (reader.decisions[i] === 'o' ? 0 : UP)];
}

/** The marks: a ring while a mail is open, then filled; once all are decided, wrong ones are crossed out. */
function mailsOf(outcome: TrustOutcome): readonly Mark[] {
  const { desk, reader } = outcome;
  const done = isDone(outcome);
  const places = (isSecond: boolean): readonly Point[] =>
    desk.flatMap(({ isSpam }, i) => {
      const decision = reader.decisions[i];
      const isWrong = (decision === 'a') !== isSpam;
      return isSecond === (done ? isWrong : !decision) ? [placeOf(outcome, i)] : [];
    });
  return done
    ? [
        dots(places(false), { ...BOX, look: 'mail-right', key: 'right' }),
        dots(places(true), { sign: 5, look: 'wrong-line mail-wrong', key: 'wrong' }),
      ]
    : [
        dots(places(true), { ...BOX, r: 5, look: 'mail-open', key: 'open' }),
        dots(places(false), { ...BOX, look: 'before', key: 'decided' }),
      ];
}

/** Where a reader stood in a half: after its last mail with a decision. */
function decidedIn({ desk, reader }: TrustOutcome, isExplained: boolean): readonly Point[] {
  const made = desk.slice(0, reader.decided);
  const x = made.findLastIndex((mail) => mail.isExplained === isExplained) + 1.5;
  const top = laneOf(isExplained);
  return [null, top, top + LANE].map((y) => [x, y]);
}

/** How far a half is decided, or how many of it rightly. */
function told(outcome: TrustOutcome, isExplained: boolean): string {
  const { right, of } = outcome.reader[isExplained ? 'explained' : 'plain'];
  const all = number(outcome.desk.filter((mail) => mail.isExplained === isExplained).length);
  return isDone(outcome)
    ? `${number(right)} of ${all} decided rightly`
    : `${number(of)} of ${all} decided`;
}
