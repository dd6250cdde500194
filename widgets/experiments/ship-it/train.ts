/** The models: each trained on the data that a project has at that point, tested on yesterday’s queries, and worth so much a day. */
import type { Random } from '#kit/numbers';
import { chance, fitted, logOdds, seeded } from '#kit/numbers';
import { MENDS } from './moves.ts';
import {
  BASE,
  dot,
  KNOWN,
  PHONE,
  PHONE_FROM,
  projectOf,
  sameAs,
  SLOPE,
  type Project,
} from './project.ts';

/** Rows to train on, and queries of yesterday. */
const ROWS = 3000;
const QUERIES = 6000;
/** As rare as ads worth showing are where hardly any are in the data. */
const HARDLY_ANY = 4;
/** A click brings so many dollars; the place that an ad takes could have brought so many. */
const CLICK = 1;
const PLACE = 0.1;
/** Queries a day. */
const A_DAY = 100_000;
/** The old rule shows an ad to about as many as are worth it: one in ten. */
const RULE_FROM = 1.28;
const RIDGE = 1;

/** A model, or the old rule, in use. */
export interface Served {
  /** Dollars a day. */
  readonly perDay: number;
  /** The share of queries with an ad, and of ads shown that are clicked. */
  readonly shown: number;
  readonly clicked: number;
}
export interface Model extends Served {
  readonly weights: Float64Array;
  /** Mean of the share right of what was to be shown, and of the rest, on yesterday’s queries. */
  readonly test: number;
  /** The same on a test as old, as one-sided and as badly labelled as its data. */
  readonly atHand: number;
  /** Of yesterday’s queries, whether it would show an ad. */
  readonly shows: Uint8Array;
}

type Rows = readonly Float64Array[];

/** A world: a project and all that chance has drawn in it. Models are trained when they are asked for. */
export class World {
  readonly project: Project;
  readonly rule: Served;
  /** Yesterday’s queries: what would have been clicked, and what would have been looked at. */
  readonly clicked: Uint8Array;
  readonly looked: Uint8Array;
  readonly #queries: Rows;
  readonly #chances: Float64Array;
  readonly #data: Data;
  readonly #held: Data;
  /** By what was mended; what was not broken does not count. */
  readonly #models: Model[] = [];

  constructor(number: number, seed: number) {
    this.project = projectOf(number);
    const random = seeded(seed, `queries ${number}`);
    const { rows: queries, luck } = drawn(random, QUERIES);
    const now = ([taste]: readonly [Float64Array, Float64Array]): Float64Array =>
      Float64Array.from(queries, (x) => chance(SLOPE * dot(taste, x) + BASE));
    const [clicks, looks] = [now(this.project.clicks), now(this.project.looks)];
    this.#queries = queries;
    this.#chances = clicks;
    this.clicked = Uint8Array.from(luck, (u, i) => +(u < (clicks[i] as number)));
    this.looked = Uint8Array.from(luck, (u, i) => +(u < (looks[i] as number)));
    this.#data = drawn(seeded(seed, `rows ${number}`), ROWS);
    this.#held = drawn(seeded(seed, `held out ${number}`), ROWS);
    this.rule = this.#served(
      Uint8Array.from(queries, (x) => +(dot(this.project.rule, x) > RULE_FROM)),
    );
  }

  /** The model that is trained when so much has been mended. */
  model(mended: number): Model {
    const known = this.#models[mended];
    if (known) return known;
    const name = sameAs(mended, this.project);
    const model = name === mended ? this.#trained(name) : this.model(name);
    this.#models[mended] = model;
    return model;
  }

  /** What it brings a day; of none, what the old rule brings. */
  perDay(out: number): number {
    return out < 0 ? this.rule.perDay : this.model(out).perDay;
  }

  /** What a model should have shown of yesterday’s queries, by its own objective. */
  wanted(mended: number): Uint8Array {
    return mended & MENDS.goal ? this.clicked : this.looked;
  }

  #trained(mended: number): Model {
    const { rows, labels } = dataAt(mended, this.project, this.#data);
    const weights = fitted({ rows, labels, ridge: RIDGE });
    const showsOf = (list: Rows): Uint8Array =>
      Uint8Array.from(list, (x) => +(chance(logOdds(weights, x)) > PLACE / CLICK));
    const shows = showsOf(this.#queries);
    const held = dataAt(mended, this.project, this.#held);
    return {
      weights,
      shows,
      test: balanced(shows, this.wanted(mended)),
      atHand: balanced(showsOf(held.rows), held.labels),
      ...this.#served(shows),
    };
  }

  #served(shows: Uint8Array): Served {
    let [count, clicks] = [0, 0];
    shows.forEach((shown, i) => {
      count += shown;
      clicks += shown * (this.#chances[i] as number);
    });
    return {
      perDay: ((clicks * CLICK - count * PLACE) * A_DAY) / QUERIES,
      shown: count / QUERIES,
      clicked: count > 0 ? clicks / count : 0,
    };
  }
}

interface Data {
  readonly rows: Rows;
  /** One number a row decides whether it is clicked or looked at, another whether its label goes wrong. */
  readonly luck: Float64Array;
  readonly thumbs: Float64Array;
}

function drawn(random: Random, count: number): Data {
  const rows = Array.from({ length: count }, () => {
    const row = new Float64Array(KNOWN + 1).fill(1);
    for (let j = 0; j < KNOWN; j += 1) row[j] = random.normal();
    return row;
  });
  const some = (): Float64Array => Float64Array.from(rows, () => random.uniform());
  return { rows, luck: some(), thumbs: some() };
}

/** The rows that a team has, and what stands on their labels, when so much has been mended. */
function dataAt(
  mended: number,
  { clicks, looks, flaws, wrong }: Project,
  { rows, luck, thumbs }: Data,
): { readonly rows: Rows; readonly labels: Uint8Array } {
  const [now, then] = mended & MENDS.goal ? clicks : looks;
  const taste = mended & MENDS.old ? now : then;
  const most = flaws.rare && !(mended & MENDS.rare) ? HARDLY_ANY : Infinity;
  const kept: Float64Array[] = [];
  const labels: number[] = [];
  let found = 0;
  rows.forEach((row, i) => {
    const isTrue = (luck[i] as number) < chance(SLOPE * dot(taste, row) + BASE);
    if (isTrue && found === most) return;
    found += +isTrue;
    const isThumb = (row[PHONE] as number) > PHONE_FROM && (thumbs[i] as number) < wrong;
    kept.push(row);
    labels.push(+(isTrue || (isThumb && !(mended & MENDS.labels))));
  });
  return { rows: kept, labels: Uint8Array.from(labels) };
}

/** The mean of two shares: right among what was to be shown, and right among the rest. */
function balanced(said: Uint8Array, wanted: Uint8Array): number {
  const [right, all] = [
    [0, 0],
    [0, 0],
  ] as [[number, number], [number, number]];
  said.forEach((one, i) => {
    const side = wanted[i] as 0 | 1;
    all[side] += 1;
    right[side] += +(one === side);
  });
  return (right[0] / Math.max(1, all[0]) + right[1] / Math.max(1, all[1])) / 2;
}
