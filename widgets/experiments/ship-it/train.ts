/** The models: each trained on the data that a project has at that point, tested on yesterday’s queries, and worth so much a day. */
import { mean, sum } from 'd3-array';
import { chance, fitted, logOdds, seeded, type Random } from '#kit/numbers';
import { MENDS } from './moves.ts';
import { chanceOf, dot, KNOWN, projectOf, sameAs } from './project.ts';
import type { Project, Taste } from './project.ts';

/** Rows to train on, and queries of yesterday. */
const [ROWS, QUERIES] = [3000, 6000];
/** Which of what is known makes labels go wrong, from where on. */
const [PHONE, PHONE_FROM] = [0, 0.8];
/** As rare as ads worth showing are where hardly any are in the data. */
const HARDLY_ANY = 4;
/** A click brings so many dollars; the place that an ad takes could have brought so many. */
const [CLICK, PLACE] = [1, 0.1];
/** Queries a day. */
const A_DAY = 100_000;
/** The old rule shows an ad to about as many as are worth it: one in ten. */
const RULE_FROM = 1.28;

type Rows = readonly Float64Array[];

/** A world: a project and all that chance has drawn in it. Models are trained when they are asked for. */
export function worldOf(number: number, seed: number) {
  const project = projectOf(number);
  const { rows: queries, luck } = drawn(seeded(seed, `queries ${number}`), QUERIES);
  const data = drawn(seeded(seed, `rows ${number}`), ROWS);
  const held = drawn(seeded(seed, `held out ${number}`), ROWS);
  const chancesOf = (taste: Taste) => Float64Array.from(queries, (x) => chanceOf(taste, x));
  const chances = chancesOf(project.clicks[0]);
  // Yesterday’s queries: what would have been clicked, and what would have been looked at.
  const cameOf = (of: Float64Array): Uint8Array =>
    Uint8Array.from(luck, (u, i) => +(u < (of[i] as number)));
  const [clicked, looked] = [cameOf(chances), cameOf(chancesOf(project.looks[0]))];

  /** What a model should have shown of yesterday’s queries, by its own objective. */
  const wanted = (mended: number): Uint8Array => (mended & MENDS.goal ? clicked : looked);

  /** A model, or the old rule, in use: dollars a day, the share of queries with an ad, and of ads shown that are clicked. */
  const served = (shows: Uint8Array) => {
    const count = sum(shows);
    const clicks = sum(shows, (shown, i) => shown * (chances[i] as number));
    return {
      perDay: ((clicks * CLICK - count * PLACE) * A_DAY) / QUERIES,
      shown: count / QUERIES,
      clicked: count > 0 ? clicks / count : 0,
    };
  };

  /** Its test is on yesterday’s queries; `atHand` is one as old, as one-sided and as badly labelled as its data. */
  const trained = (mended: number) => {
    const { rows, labels } = dataAt(mended, project, data);
    const weights = fitted({ rows, labels, ridge: 1 });
    const showsOf = (list: Rows): Uint8Array =>
      Uint8Array.from(list, (x) => +(chance(logOdds(weights, x)) > PLACE / CLICK));
    const shows = showsOf(queries);
    const own = dataAt(mended, project, held);
    return {
      weights,
      shows,
      test: balanced(shows, wanted(mended)),
      atHand: balanced(showsOf(own.rows), own.labels),
      served: served(shows),
    };
  };

  const models: ReturnType<typeof trained>[] = [];
  /** The model that is trained when so much has been mended; what was not broken does not count. */
  const model = (mended: number) => {
    const name = sameAs(mended, project);
    return (models[name] ??= trained(name));
  };
  const rule = served(Uint8Array.from(queries, (x) => +(dot(project.rule, x) > RULE_FROM)));
  /** What is out, in use; of none the old rule. */
  const inUse = (out: number) => (out < 0 ? rule : model(out).served);
  return { project, rule, wanted, model, inUse };
}
export type World = ReturnType<typeof worldOf>;

/** Rows, with a number each that decides whether it is clicked or looked at, and one for whether its label goes wrong. */
function drawn(random: Random, count: number) {
  const rows = Array.from({ length: count }, () => {
    const row = new Float64Array(KNOWN + 1).fill(1);
    for (let j = 0; j < KNOWN; j += 1) row[j] = random.normal();
    return row;
  });
  const some = (): Float64Array => Float64Array.from(rows, () => random.uniform());
  return { rows, luck: some(), thumbs: some() };
}
type Data = ReturnType<typeof drawn>;

/** The rows that a team has, and what stands on their labels, when so much has been mended. */
function dataAt(mended: number, project: Project, { rows, luck, thumbs }: Data) {
  const { clicks, looks, flaws, wrong } = project;
  const [now, then] = mended & MENDS.goal ? clicks : looks;
  const taste = mended & MENDS.old ? now : then;
  const most = flaws.rare && !(mended & MENDS.rare) ? HARDLY_ANY : Infinity;
  const kept: Float64Array[] = [];
  const labels: number[] = [];
  let found = 0;
  rows.forEach((row, i) => {
    const isTrue = (luck[i] as number) < chanceOf(taste, row);
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
  const right = (side: number): number => {
    const own = said.filter((_, i) => wanted[i] === side);
    return mean(own, (one) => +(one === side)) ?? 0;
  };
  return (right(0) + right(1)) / 2;
}
