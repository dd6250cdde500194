/** An invented project: who clicks on what, and which flaws its data have. */
import { chance, seeded, type Random } from '#kit/numbers';
import { FLAWS, MENDS, type Flaw } from './moves.ts';

/** So many things are known of an ad for a query. */
export const KNOWN = 5;

/** A direction among what is known. */
export type Taste = Float64Array;

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < KNOWN; j += 1) sum += (a[j] as number) * (b[j] as number);
  return sum;
}

/** The chance of a click or a look: about 4 in 100 of all ads. */
export function chanceOf(taste: Taste, ad: Float64Array): number {
  return chance(3 * dot(taste, ad) - 6);
}

function anyTaste(random: Random): Taste {
  const v = Float64Array.from({ length: KNOWN }, () => random.normal());
  const by = 1 / Math.sqrt(dot(v, v));
  return v.map((x) => x * by);
}

/** A taste that agrees with another as far as the cosine between them says. */
function near(taste: Taste, cosine: number, random: Random): Taste {
  const any = anyTaste(random);
  const along = dot(any, taste);
  const across = any.map((x, j) => x - along * (taste[j] as number));
  const length = Math.sqrt(dot(across, across));
  const sine = Math.sqrt(1 - cosine ** 2);
  return taste.map((x, j) => cosine * x + (sine * (across[j] as number)) / length);
}

/** The project of this number; it has each flaw with a chance of 60 %. */
export function projectOf(number: number) {
  const random = seeded(number, 'project');
  const drawn = FLAWS.map((flaw) => [flaw, random.uniform() < 0.6] as const);
  const flaws = Object.fromEntries(drawn) as Record<Flaw, boolean>;
  // All is drawn whatever the flaws are, so that a project differs from its faultless twin in nothing else.
  const clicks = anyTaste(random);
  const before = near(clicks, 0.3 + 0.3 * random.uniform(), random);
  const looked = near(clicks, 0.3 * random.uniform(), random);
  const lookedBefore = near(looked, 0.3 + 0.3 * random.uniform(), random);
  const ofClicks = [clicks, flaws.old ? before : clicks] as const;
  const ofLooks = [looked, flaws.old ? lookedBefore : looked] as const;
  return {
    flaws,
    /** What draws clicks, and what draws looks: now, and two months ago. */
    clicks: ofClicks,
    looks: flaws.goal ? ofLooks : ofClicks,
    /** What the old rule goes by. */
    rule: near(clicks, 0.5, random),
    /** On phones, this share of the ads was taken for seen or clicked when a thumb went past. */
    wrong: flaws.labels ? 0.1 + 0.2 * random.uniform() : 0,
  };
}
export type Project = ReturnType<typeof projectOf>;

/** The same model, called by one name: to mend what is not broken changes nothing. */
export function sameAs(mended: number, { flaws }: Project): number {
  return FLAWS.reduce((bits, flaw) => (flaws[flaw] ? bits : bits | MENDS[flaw]), mended);
}
