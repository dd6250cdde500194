/** The figure: labelled images, how many labels are right and how many new digits are read right, and what learning did pass by pass. */
import type { View } from '#kit/contract';
import type { Drawing, Markup, Part, PileImage, PileLook, Scale } from '#kit/draw';
import { apart, bare, below, beside, drawing, ghostLine, hundredths, later } from '#kit/draw';
import { linear, linePath, number, panel, part, pile, plot, short, svg, tilesOf } from '#kit/draw';
import { waiting } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { drawLineUp, waitingForty } from './figure-line-up.ts';
import type { Hidden } from './hidden.ts';
import { bestOf, type Passes, type WrongOutcome } from './outcome.ts';
import type { WrongSettings } from './params.ts';
import { EPOCHS } from './sizes.ts';

const TILES = { side: SIDE, single: true, crosses: true, columns: 8 };
const LAY = {
  wide: { pile: { ...TILES, rows: 1, width: 320 }, side: 320, chart: 210 },
  narrow: { pile: { ...TILES, rows: 1, width: 320 }, side: 320, chart: 150 },
} as const;
/** Where the two bars begin, how high they are, and the room for the number behind one. */
const BARS = { tops: [18, 54], height: 12, number: 54 } as const;

type Seen = View<WrongSettings, WrongOutcome>;

/** One complete picture in one layout. */
export function draw(settings: WrongSettings, outcome: WrongOutcome, view: Seen): Drawing {
  const { layout, ghost } = view;
  const { pile: look, side, chart } = LAY[layout];
  const isWide = layout === 'wide';
  const images = drawImages(outcome, look);
  const shares = drawShares(outcome, side, ghost);
  const passes = waiting(drawPasses(outcome, [side, chart], ghost));
  const label =
    'Labelled images, wrong labels marked; two bars, how many of 100 labels are right and how many of 100 new digits are read right; over the passes of training, the share read right and the share of wrong labels given back.';
  const few = LAY.narrow.pile;
  const still = {
    body: bare(outcome.hidden ? firstOf(outcome.hidden) : imagesOf(outcome, few), few).body,
    y: 0,
    width: 320,
    height: tilesOf(few).tile,
  };
  if (settings.hidden !== 'none') {
    const forty = outcome.hidden
      ? drawLineUp(settings, outcome.hidden, ghost)
      : waitingForty(outcome);
    return drawing(
      isWide ? beside(40, forty, shares) : forty,
      'Forty images with their labels; fifteen of the labels are wrong.',
      still,
    );
  }
  const whole = isWide
    ? beside(40, below(18, images, shares), passes)
    : below(8, shares, images, passes);
  return drawing(whole, label, still);
}

function imagesOf({ samples }: WrongOutcome, { columns, rows }: PileLook): PileImage[] {
  return samples.slice(0, columns * rows).map(({ ink, label, digit }) => {
    return { pixels: pixelsOf(ink), word: String(label), isWrong: label !== digit };
  });
}

function firstOf({ shown }: Hidden): PileImage[] {
  return shown.slice(0, TILES.columns).map(({ ink }) => ({ pixels: pixelsOf(ink) }));
}

/** Labelled images; a wrong label that the network gives back is framed. */
function drawImages(outcome: WrongOutcome, look: PileLook): Part {
  const { samples, answers, labels } = outcome;
  const images = imagesOf(outcome, look);
  const { tile, step, down } = tilesOf(look);
  const frames = samples.slice(0, images.length).map(({ label, digit }, i) => {
    const [x, y] = [(i % look.columns) * step + 1, Math.floor(i / look.columns) * down + 1];
    const isGiven = label !== digit && answers[i] === label;
    return (
      isGiven &&
      svg`M${short(x)} ${short(y)}h${short(tile - 2)}v${short(tile - 2)}h${short(2 - tile)}z`
    );
  });
  const drawn = pile(images, look);
  const body = svg`${drawn.body}${later(svg`<path class="wrong-line" d="${frames}"/>`)}`;
  const title = `${images.length} of ${number(labels)} labelled images`;
  const note = later('× a wrong label; framed: the network repeats it');
  return panel({ title, note }, part(drawn.width, drawn.height, body));
}

/** Two bars on one axis from none to all: the labels that are right, and the new digits that are read right. */
function drawShares(outcome: WrongOutcome, width: number, other: Seen['ghost']): Part {
  const x = linear([0, 1], [0, width - BARS.number]);
  const behind = ghostLine(other, ({ outcome: was }) => {
    const marks = sharesOf(was).map((share, i) =>
      share === undefined
        ? ''
        : `M${short(x(share))} ${(BARS.tops[i] ?? 0) - 3}v${BARS.height + 6}`,
    );
    return marks.join('');
  });
  const rows = sharesOf(outcome).map((share, i): Markup => {
    const y = BARS.tops[i] ?? 0;
    const words = ['labels that are right', 'new digits read right'][i];
    const look = i > 0 ? 'run' : 'label-bar';
    const track = svg`<text class="soft" y="${y - 6}">${words}</text><path class="hair" d="M0 ${y}h${x(1)}v${BARS.height}H0z"/>`;
    if (share === undefined) return track;
    const bar = `M0 ${y}h${short(x(share))}v${BARS.height}H0z`;
    return svg`${track}<path class="${look}" d="${bar}"/><text class="${i > 0 && 'run '}strong" x="${width}" y="${y + 11}" text-anchor="end">${hundredths(share)} %</text>`;
  });
  const [top, low] = BARS.tops;
  const axis = svg`<g class="axis"><path d="M0 ${top - 3}v${BARS.height + 6}M0 ${low - 3}v${BARS.height + 6}"/></g>`;
  return part(width, low + BARS.height + 4, svg`${rows}${behind}${axis}`);
}

function sharesOf({
  labels,
  wrong,
  correct,
  tested,
}: WrongOutcome): readonly (number | undefined)[] {
  const last = correct.at(-1);
  return [1 - wrong / labels, last === undefined ? undefined : last / tested];
}

/** Over the passes: new digits read right, and wrong labels given back; dashed, the training before labels were dealt with. */
function drawPasses(
  outcome: WrongOutcome,
  [width, height]: readonly [number, number],
  other: Seen['ghost'],
): Part {
  const { tested, wrong, labels, cleaned } = outcome;
  const best = bestOf(outcome);
  const x = { extent: [0, EPOCHS] as const, ticks: 4, label: 'passes over the images' };
  const drawn = plot({ width, height, x, right: 92, top: 10 }, ({ x: at, y }) => {
    const [left, right] = at.range;
    const line = ({ passes, correct: counts }: Passes, of: number): string =>
      linePath(
        passes.map((pass, i) => [pass, (counts[i] ?? 0) / of] as const),
        at,
        y,
      );
    const given = ({ passes, given: counts }: Passes, of: number): string =>
      of > 0 ? line({ passes, correct: counts, given: [] }, of) : '';
    const behind = ghostLine(other, ({ outcome: was }) => line(was, was.tested));
    const teacher = y(1 - wrong / labels);
    return svg`<path class="hair" d="M${left} ${y(1)}H${right}M${left} ${y(0.5)}H${right}"/>
    ${behind}${cleaned && svg`<path class="sure-line" d="${line(cleaned.before, tested)}"/>`}
    ${wrong > 0 && svg`<path class="label-line" d="M${left} ${short(teacher)}H${right}"/>`}
    <path class="wrong-line" d="${given(outcome, wrong)}"/><path class="run-line" d="${line(outcome, tested)}"/>
    ${best && svg`<circle class="run-fill" cx="${short(at(best.epoch))}" cy="${short(y(best.right / tested))}" r="4"/>`}${ends(outcome, at, y)}`;
  });
  const note = best
    ? `most read right after ${number(best.epoch)} ${best.epoch === 1 ? 'pass' : 'passes'}: ${hundredths(best.right / tested)} %`
    : 'it has not learned yet';
  return panel({ title: 'While it learns', note }, drawn);
}

/** What the lines have come to, in two rows each, to the right of the plot. */
function ends(
  { correct, given, tested, wrong, labels }: WrongOutcome,
  at: Scale,
  y: Scale,
): Markup {
  const last = correct.at(-1);
  const list = [
    last !== undefined && { share: last / tested, words: 'read right', look: 'run' },
    wrong > 0 && { share: 1 - wrong / labels, words: 'labels right', look: 'soft' },
    wrong > 0 &&
      last !== undefined && {
        share: (given.at(-1) ?? 0) / wrong,
        words: 'memorised',
        look: 'wrong',
      },
  ].filter((one) => one !== false);
  const rows = list.map((one) => ({ ...one, top: y(one.share) - 14, high: 33 }));
  apart(rows, -8, y(0) + 8);
  const x = at.range[1] + 8;
  return svg`${rows.map(
    ({ share, words, look, top }) =>
      svg`<text class="${look} strong" x="${x}" y="${short(top + 13)}">${hundredths(share)} %</text><text class="${look}" x="${x}" y="${short(top + 28)}">${words}</text>`,
  )}`;
}
