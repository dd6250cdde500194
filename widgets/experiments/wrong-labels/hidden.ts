/** Fifteen real label errors hidden among a hundred images that the network has not seen. */
import { minIndex, range, sum } from 'd3-array';
import { seeded } from '#kit/numbers';
import { imageAt, joined, KINDS, pick, placesOf } from '../../shared/digits/digits.ts';
import type { Digits, Split } from '../../shared/digits/digits.ts';
import type { Apart } from '../../shared/digits/label-errors.ts';
import { inkOf, meanImage } from '../../shared/digits/mnist14.ts';
import { lossScores } from '../../shared/digits/suspicion.ts';
import type { WrongSettings } from './params.ts';
import { LINE_UP } from './sizes.ts';

/** Images that the reader sees, and images in all. */
const FORTY = LINE_UP.columns * LINE_UP.rows;
export const HUNDRED = 100;

/** The places of digits, those first whose label surprises the network most. */
function bySurprise(digits: Digits, chances: Float32Array): number[] {
  const rows = range(digits.count);
  const scores = lossScores({ ...digits, rows }, chances);
  return rows.sort((a, b) => (scores[b] as number) - (scores[a] as number));
}

/** Hides the errors among others, and lets the network rank the hundred: `chances` are what it makes of held-out digits and then of the errors. */
export function hiddenIn(
  { errors: wrong, checks }: Pick<Apart, 'errors' | 'checks'>,
  { training, heldOut }: Split,
  chances: Float32Array,
  { hidden, seed }: Pick<WrongSettings, 'hidden' | 'seed'>,
) {
  const order =
    hidden === 'odd' ? bySurprise(heldOut, chances) : seeded(seed, 'ordinary').order(heldOut.count);
  const errors = checks.length;
  const unquestioned = [...order.slice(0, HUNDRED - errors)];
  // The errors first.
  const images = joined([wrong, pick(heldOut, unquestioned)]);
  const rows = [...range(heldOut.count, heldOut.count + errors), ...unquestioned];
  const own = rows.flatMap((row) => [...chances.subarray(row * KINDS, (row + 1) * KINDS)]);
  const ranked = bySurprise(images, Float32Array.from(own));
  const averages = range(KINDS).map((kind) => meanImage(training, placesOf(training, kind)));
  const like = (i: number): number =>
    minIndex(averages, (average) =>
      sum(imageAt(images, i), (ink, at) => (ink - (average[at] ?? 0)) ** 2),
    );
  const found = ranked.slice(0, errors).filter((i) => i < errors).length;
  const random = seeded(seed, 'forty');
  const others = [...random.order(images.count - errors)].map((i) => errors + i);
  const some = [...range(errors), ...others.slice(0, FORTY - errors)];
  const places = [...random.order(some.length)].map((i) => some[i] as number);
  return {
    errors,
    /** Errors among as many of the hundred as there are, the most suspicious first. */
    found,
    /** Forty of them, all errors included; what people said of a label, if they were asked; for ears, which average digit is nearest. */
    shown: places.map((i) => {
      const label = images.labels[i] as number;
      return { ink: inkOf(images, i), label, check: checks[i] ?? null, like: like(i) };
    }),
    /** Places among the forty, the most suspicious first. */
    ranks: ranked.map((i) => places.indexOf(i)).filter((place) => place >= 0),
  };
}

/** What the network makes of the hundred, and what the reader sees of them. */
export type Hidden = ReturnType<typeof hiddenIn>;

/** How many of the errors are among some of the forty. */
export function errorsAt({ shown }: Hidden, places: readonly number[]): number {
  return places.filter((place) => shown[place]?.check).length;
}

/** The places of the forty that the network suspects most: as many as there are errors. */
export function picksOf({ ranks, errors }: Hidden): readonly number[] {
  return ranks.slice(0, errors);
}
