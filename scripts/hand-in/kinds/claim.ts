/** Pretended students at a claim, and what is true of what they hand in. */
import type { ClaimItem, ClaimItemKey } from '../../../src/tasks/kinds/claim/item.ts';
import type { Asked, HandedIn, Pretends, Runner, Share } from './contract.ts';
import { isOwn } from './own.ts';

/** As the author’s own claim; with a number more that nobody has measured; of one run only. */
type Way = 'right' | 'invented' | 'one-run';

function wayOf({ number, skill }: Runner<ClaimItem, ClaimItemKey>['student']): Way {
  const own = Number.parseInt(number, 10);
  if (own % 100 < skill * 100) return 'right';
  return own % 2 === 0 ? 'invented' : 'one-run';
}

/** The settings of the runs that are cited. */
function cited({ key, seed, student }: Runner<ClaimItem, ClaimItemKey>) {
  const runs = key.answers[seed]?.runs ?? [];
  return wayOf(student) === 'one-run' ? runs.slice(0, 1) : runs;
}

/** No experiment of the book gives such a number. */
const NOBODYS = '98765.4';

/** What is written. */
function give({
  item: { measures },
  key,
  seed,
  student,
  runs: [first],
}: Asked<ClaimItem, ClaimItemKey>): string {
  const way = wayOf(student);
  const { text = '' } = key.answers[seed] ?? {};
  if (way === 'right') return text;
  if (way === 'invented') return `${text} That is ${NOBODYS} of them.`;
  const told = Object.entries(measures).flatMap(([name, { label, scale }]) => {
    const value = first?.measures[name];
    return typeof value === 'number'
      ? [`${label} is ${Number((value * scale).toPrecision(3))}`]
      : [];
  });
  return `${told[0] ?? 'It is so'}.`;
}

/** The grader’s own points: given to enough honest runs and a text without an invented number; the rest is to be read. */
function share({
  item,
  key: { rubric },
  seed,
  handed: { answer, runs },
  measuresOf,
}: HandedIn<ClaimItem, ClaimItemKey>): Share | undefined {
  if (typeof answer !== 'string' || answer === '' || runs.length === 0) return undefined;
  // A copied claim cites runs of another variant: they count for nothing, and its numbers belong to none.
  if (!runs.some(({ settings }) => isOwn(item, seed, settings)))
    return { share: 0, state: 'unreadable' };
  const { least, measures } = item;
  const isHonest = runs.every(({ settings, measures: said }) =>
    Object.keys(measures).every((name) => said[name] === measuresOf(settings)?.[name]),
  );
  const isSound = isHonest && runs.length >= least && !answer.includes(NOBODYS);
  const points = (some: typeof rubric): number => some.reduce((sum, one) => sum + one.points, 0);
  const own = points(rubric.filter(({ numbers }) => numbers === true));
  return { share: isSound ? own / points(rubric) : 0, state: 'unverified' };
}

export const PRETENDS: Pretends<ClaimItem, ClaimItemKey> = { runs: cited, give, share };
