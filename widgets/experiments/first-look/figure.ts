/** The figure: digits as they arrive, how many are read right, and the one on the pad. */
import type { View } from '#kit/contract';
import type { Drawing, Part, PileImage, PileLook } from '#kit/draw';
import { answered, bare, barRows, below, beside, drawing, hundredths, later } from '#kit/draw';
import { number, ofWhole, panel, part, pile, svg, waiting } from '#kit/draw';
import { KINDS } from '../../shared/digits/digits.ts';
import { SIDE } from '../../shared/digits/mnist14.ts';
import { inkOf, type FirstLookOutcome } from './outcome.ts';
import type { FirstLookSettings } from './params.ts';
import { moved } from './reader.ts';
import { called } from './say.ts';
import { EACH } from './sizes.ts';

/** A column for each kind of digit. */
const TILES = { side: SIDE, single: true, crosses: true, columns: KINDS };
const LAY = {
  wide: { pile: { ...TILES, rows: EACH, width: 400 }, side: 248, pad: 104 },
  narrow: { pile: { ...TILES, rows: 2, width: 320 }, side: 320, pad: 62 },
} as const;
/** Ink of a full pixel in a pile. */
const FULL = 16;

type Seen = View<FirstLookSettings, FirstLookOutcome>;

/** One complete picture in one layout. */
export function draw(settings: FirstLookSettings, outcome: FirstLookOutcome, view: Seen): Drawing {
  const { layout, ghost: other } = view;
  const { pile: look, side, pad } = LAY[layout];
  const digits = drawDigits(settings, outcome, look);
  const shares = drawShares(settings, outcome, side, other);
  const own = waiting(drawPad(settings, outcome, side, pad));
  const whole =
    layout === 'wide' ? beside(32, digits, below(26, shares, own)) : below(8, digits, shares, own);
  const label =
    'Handwritten digits as they arrive, wrong answers marked; two bars, how many of 100 are read right: by the whole network with the digits in place, and in this run.';
  const few = LAY.narrow.pile;
  const { body, height } = bare(imagesOf(settings, outcome, few), few);
  const still = { body, y: 0, width: few.width, height };
  return drawing(whole, label, still);
}

/** The samples as they arrive. */
function imagesOf(
  settings: FirstLookSettings,
  { samples, answers }: FirstLookOutcome,
  { columns, rows }: PileLook,
): PileImage[] {
  return samples.slice(0, columns * rows).map((one, i) => {
    const pixels = Array.from(moved(inkOf(one), settings), (ink) => FULL * ink);
    return answered(pixels, one.label, answers[i] ?? one.label);
  });
}

function drawDigits(settings: FirstLookSettings, outcome: FirstLookOutcome, look: PileLook): Part {
  const images = imagesOf(settings, outcome, look);
  const right = images.filter(({ isWrong }) => !isWrong).length;
  const title = `${number(images.length)} digits, ${number(look.rows)} of each kind, all new to the network`;
  const { done, planned } = outcome.epochs;
  const read = `${number(right)} read right`;
  // Where crosses wait, so does what they add up to.
  const note = !outcome.counts
    ? 'It has not learned yet.'
    : done < planned
      ? `${read}, after ${done} of ${planned} passes`
      : svg`${later(`${read}; under a cross: what it took one for`)}`;
  return panel({ title, note }, pile(images, look));
}

/** Two bars on one axis from none to all: the whole network with its digits in place, and this run. */
function drawShares(
  settings: FirstLookSettings,
  { whole, counts, tested }: FirstLookOutcome,
  width: number,
  other: Seen['ghost'],
): Part {
  const row = (name: string, look: string, say: string, right: number | null = null) => ({
    ...{ name, say, at: 0, bars: ofWhole((right ?? 0) / tested, look) },
    ...(right !== null && { told: `${hundredths(right / tested)} %` }),
  });
  const were = other?.outcome.counts?.right;
  const rows = [
    row('the whole network, digits in place', 'soft', 'strong', whole),
    {
      ...row(called(settings), 'run', 'run strong', counts?.right),
      was: were && were / tested,
    },
  ];
  const lay = { width, most: 1, pitch: 40, bar: 14, right: 44, isAtEnd: true };
  return panel({ title: 'Digits read right', behind: other }, barRows(rows, lay, other));
}

/** The digit on the pad as it arrives, and what it is read as. */
function drawPad(
  { drawing }: FirstLookSettings,
  { pad }: FirstLookOutcome,
  width: number,
  side: number,
): Part {
  if (!pad) {
    const title = drawing === '' ? 'Nothing on the pad' : 'The pad: not read yet';
    return panel({ title }, part(width, side, svg``));
  }
  const { isOurs, answer, inPlace, pixels } = pad;
  const ink = pixels.map((one) => FULL * one);
  const { body } = bare([{ pixels: ink }], { width: side, columns: 1, rows: 1, side: SIDE });
  const pixel = side / (SIDE + 2);
  const frame = svg`<path class="hair" d="M${pixel} ${pixel}h${SIDE * pixel}v${SIDE * pixel}h${-SIDE * pixel}z"/>`;
  const [x, y] = [side + 14, side / 2];
  const isWrong = answer !== (isOurs ? 7 : inPlace);
  const words = svg`<text class="strong${isWrong && ' wrong'}" x="${x}" y="${y - 4}">${isWrong && '× '}read as ${number(answer)}</text><text class="soft" x="${x}" y="${y + 16}">in place: ${number(inPlace)}</text>`;
  const title = isOurs ? 'A seven of ours' : 'Your digit';
  return panel({ title }, part(width, side, svg`${body}${frame}${later(words)}`));
}
