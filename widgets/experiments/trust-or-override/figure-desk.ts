/** The desk at a glance: a mark for each mail, up where it is let through, in the lane of its half; what they were, after the last. */
import type { View } from '#kit/contract';
import type { Drawing, LegendEntry, Markup, Part } from '#kit/draw';
import { below, drawing, ghostLine, legend, number, panel, part, short, svg } from '#kit/draw';
import { WIDTH } from '#kit/draw';
import { freeStep, rulesStep } from './figure-steps.ts';
import { isDone, mailAt, type TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';

const LABEL =
  'A mark for each email, in two rows: with an explanation, and without. Marks of emails that were let through are moved up.';

/** How large a mark is, and how far one that was let through is moved up. */
const [SIZE, UP] = [12, 9];
type Look = 'open' | 'accepted' | 'right' | 'wrong';

/** A mark: a ring while it is open, then filled; wrong ones are crossed out. */
const MARK: Readonly<Record<Look, (x: number, y: number) => string>> = {
  open: (x, y) => box(x + 1.5, y + 1.5, SIZE - 3),
  accepted: (x, y) => box(x, y, SIZE),
  right: (x, y) => box(x, y, SIZE),
  wrong: (x, y) =>
    `M${short(x + 1)} ${short(y + 1)}l${SIZE - 2} ${SIZE - 2}m0 ${2 - SIZE}l${2 - SIZE} ${SIZE - 2}`,
};
const CLASS: Readonly<Record<Look, string>> = {
  open: 'mail-open',
  accepted: 'before',
  right: 'mail-right',
  wrong: 'wrong-line mail-wrong',
};

function box(x: number, y: number, size: number): string {
  return `M${short(x)} ${short(y)}h${short(size)}v${short(size)}h${short(-size)}Z`;
}

/** Draws the reader's decisions for a page or a phone. */
export function drawDesk(
  outcome: TrustOutcome,
  { layout, moment, ghost }: View<TrustSettings, TrustOutcome>,
): Drawing {
  const width = WIDTH[layout];
  const pitch = width / 20;
  const left = (i: number): number => i * pitch + (pitch - SIZE) / 2;
  const top = (i: number): number => (outcome.reader.decisions[i] === 'o' ? 0 : UP);
  const now = mailAt(outcome, moment);
  const lane = (isExplained: boolean): Part => {
    const behind = ghostLine(ghost, ({ outcome: was }) => {
      const at = decidedIn(was, isExplained) * pitch;
      return `M${short(at)} 0V${UP + SIZE + 3}`;
    });
    return part(width, SIZE + UP + 6, svg`${behind}${marks(isExplained)}`);
  };
  const marks = (isExplained: boolean): Markup => {
    const paths: Record<Look, string> = { open: '', accepted: '', right: '', wrong: '' };
    outcome.desk.forEach((mail, i) => {
      if (mail.isExplained !== isExplained) return;
      const look = lookOf(outcome, i);
      paths[look] += MARK[look](left(i), top(i));
    });
    const isHere = outcome.desk[now]?.isExplained === isExplained;
    const looks = Object.keys(paths) as Look[];
    return svg`<path class="hair" d="M0 ${UP + SIZE + 3}H${width}"/>${looks.map(
      (look) => paths[look] && svg`<path class="${CLASS[look]}" d="${paths[look]}"/>`,
    )}${isHere && svg`<path class="run-line" d="${box(left(now) - 2.5, top(now) - 2.5, SIZE + 5)}"/>`}`;
  };
  const half = (title: string, isExplained: boolean): Part =>
    panel({ title, aside: told(outcome, isExplained), behind: ghost }, lane(isExplained));
  const whole = below(
    4,
    half('With an explanation', true),
    half('Without', false),
    numbers(outcome, left, now),
    key(outcome, width),
  );
  const still = { body: marks(true), y: 0, width, height: SIZE + UP + 6 };
  return {
    ...drawing(whole, LABEL, still),
    steps: [freeStep(outcome), rulesStep(outcome)],
  };
}

function lookOf(outcome: TrustOutcome, i: number): Look {
  const decision = outcome.reader.decisions[i];
  if (decision === undefined) return 'open';
  if (!isDone(outcome)) return 'accepted';
  return (decision === 'a') === outcome.desk[i]?.isSpam ? 'right' : 'wrong';
}

/** How many places a half is decided for: up to its last mail with a decision. */
function decidedIn({ desk, reader }: TrustOutcome, isExplained: boolean): number {
  return (
    desk.slice(0, reader.decided).findLastIndex((mail) => mail.isExplained === isExplained) + 1
  );
}

/** How far a half is decided, or how many of it rightly. */
function told(outcome: TrustOutcome, isExplained: boolean): string {
  const { explained, plain } = outcome.reader;
  const half = isExplained ? explained : plain;
  const of = outcome.desk.filter((mail) => mail.isExplained === isExplained).length;
  return isDone(outcome)
    ? `${number(half.right)} of ${number(of)} decided rightly`
    : `${number(half.of)} of ${number(of)} decided`;
}

/** The numbers of the mails, of which that before the reader stands out. */
function numbers({ desk }: TrustOutcome, left: (i: number) => number, now: number): Part {
  const words = desk.map((_, i) => {
    const isShown = i === now || ((i + 1) % 5 === 0 && Math.abs(i - now) > 1);
    return (
      isShown &&
      svg`<text class="${i === now ? 'run' : 'soft'}" x="${short(left(i) + SIZE / 2)}" y="11" text-anchor="middle">${number(i + 1)}</text>`
    );
  });
  return part(left(desk.length) - left(0), 14, svg`${words}`);
}

function key(outcome: TrustOutcome, width: number): Part {
  const swatch =
    (look: Look) =>
    (x: number, y: number): Markup =>
      svg`<path class="${CLASS[look]}" d="${MARK[look](x - SIZE / 2, y - SIZE / 2)}"/>`;
  const entries: readonly LegendEntry[] = isDone(outcome)
    ? [
        { words: 'right', swatch: swatch('right') },
        { words: 'wrong', swatch: swatch('wrong') },
      ]
    : [
        { words: 'open', swatch: swatch('open') },
        { words: 'decided', swatch: swatch('accepted') },
      ];
  const raised: LegendEntry = {
    words: 'raised: let through',
    swatch: (x, y) =>
      svg`<path class="hair" d="M${x - 7} ${y + 8}h14"/><path class="before" d="${box(x - 5, y - 7, 10)}"/>`,
  };
  return legend([...entries, raised], width);
}
