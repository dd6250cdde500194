/** Pretended students at a claim, and what is true of what they hand in. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { Measured } from '../../../widgets/kit/contract/widget.ts';
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';
import type { ClaimItem, ClaimItemKey } from '../../../src/tasks/kinds/claim/item.ts';
import type { HandedItem } from '../../../src/tasks/sets/pure/submission/submission.ts';
import type { Share } from './share.ts';

/** As the author’s own claim; with a number more that nobody has measured; of one run only. */
export type Way = 'right' | 'invented' | 'one-run';

/** What a student does, known before anything is run: their number and their skill decide. */
export function wayOf({ number, skill }: { readonly number: string; readonly skill: number }): Way {
  const own = Number.parseInt(number, 10);
  if (own % 100 < skill * 100) return 'right';
  return own % 2 === 0 ? 'invented' : 'one-run';
}

/** The settings of the runs that are cited. */
export function citedSettings(key: ClaimItemKey, seed: number, way: Way): readonly AnySettings[] {
  const runs = key.answers[seed]?.runs ?? [];
  return way === 'one-run' ? runs.slice(0, 1) : runs;
}

/** No experiment of the book gives such a number. */
const NOBODYS = '98765.4';

/** What is written. */
export function claimFor(
  { measures }: ClaimItem,
  key: ClaimItemKey,
  seed: number,
  way: Way,
  [first]: readonly RunRecord[],
): string {
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
export function claimShare(
  { least, measures }: ClaimItem,
  { rubric }: ClaimItemKey,
  { answer, runs }: Pick<HandedItem, 'answer' | 'runs'>,
  measuresOf: (settings: AnySettings) => Measured | undefined,
): Share | undefined {
  if (typeof answer !== 'string' || answer === '' || runs.length === 0) return undefined;
  const isHonest = runs.every(({ settings, measures: said }) =>
    Object.keys(measures).every((name) => said[name] === measuresOf(settings)?.[name]),
  );
  const isSound = isHonest && runs.length >= least && !answer.includes(NOBODYS);
  const points = (some: typeof rubric): number => some.reduce((sum, one) => sum + one.points, 0);
  const own = points(rubric.filter(({ numbers }) => numbers === true));
  return { share: isSound ? own / points(rubric) : 0 };
}
