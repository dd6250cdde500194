/** Holds the numbers of a claim against the runs that it cites, as they were repeated. Its reasoning is read by somebody. */
import { runKey } from '../../../../widgets/kit/record/run-key.ts';
import { RERUNS } from '#words/src/tasks/grading/pure/grade/words';
import { inShown } from '../../judge/shown-measure.ts';
import type { ClaimItem, ClaimItemKey } from './item.ts';
import type { Beside, ItemJudge, Judged, Judging } from '../../grading/pure/grade/judging.ts';
import { agrees, RUN_RULES } from '../../grading/pure/grade/reruns.ts';
import { drawn, settingsIn } from '../../sets/pure/variants/variant.ts';
import { findings, type Found } from './pure/fits.ts';
import { settingsWords } from './pure/settings-words.ts';
import { CLAIMED } from './pure/words.en.ts';

type Of = Judging<ClaimItem, ClaimItemKey>;

/** Kinds of what a number belongs to that say something of an outcome. */
const TELLING: readonly Found['is'][] = ['measure', 'difference', 'change', 'ratio'];

/** What is found in a claim. */
interface Seen {
  readonly runs: Beside['runs'];
  readonly numbers: readonly Found[];
  /** What is wrong with it as far as a program can tell, in sentences. */
  readonly faults: readonly string[];
  readonly tells: boolean;
}

function seen({ item, seed, handed, reruns }: Of): Seen {
  const values = drawn(item, seed);
  const start = settingsIn(item.start, values);
  const faults: string[] = [];
  const cited = handed.runs.map((run, at) => {
    const rerun = reruns.get(runKey(run));
    const why =
      RUN_RULES.unfit(item, values, run) ??
      (rerun?.state === 'refused'
        ? rerun.why
        : rerun?.state === 'done'
          ? undefined
          : RERUNS.failed(rerun?.why));
    if (why !== undefined) faults.push(CLAIMED.notCounted(at, why));
    const measures = why === undefined && rerun?.state === 'done' ? rerun.measures : undefined;
    const shown = Object.entries(item.measures).flatMap(([name, how]) => {
      const value = measures && Object.hasOwn(measures, name) ? measures[name] : undefined;
      if (typeof value !== 'number') return [];
      const said = Object.hasOwn(run.measures, name) ? run.measures[name] : undefined;
      const isAsSaid = agrees({ [name]: said ?? null }, { [name]: value }, (one) =>
        RUN_RULES.band(item, one),
      );
      const found = inShown(value, how);
      const told = typeof said === 'number' ? inShown(said, how) : '–';
      if (!isAsSaid) faults.push(CLAIMED.otherwise(at, how.label, told, found));
      return [{ label: how.label, value: found }];
    });
    return {
      settings: run.settings,
      measures,
      row: {
        name: CLAIMED.run(at),
        settings: settingsWords(item, start, run.settings),
        measures: shown,
        ...(why !== undefined && { why }),
      },
    };
  });
  // One that is cited twice is one.
  const counted = handed.runs.filter((_, at) => cited[at]?.measures).map((run) => runKey(run));
  if (new Set(counted).size < item.least) faults.push(CLAIMED.fewer(item.least));
  const text = typeof handed.answer === 'string' ? handed.answer : '';
  const numbers = findings(item, values, cited, text);
  const tells = numbers.some(({ is }) => TELLING.includes(is));
  if (!tells) faults.push(CLAIMED.noNumber);
  return { runs: cited.map(({ row }) => row), numbers, faults, tells };
}

/** Whether all that a program can see of it is in order. */
const isSound = ({ numbers, faults }: Seen): boolean =>
  faults.length === 0 && numbers.every(({ is }) => is !== undefined);

export const JUDGE: ItemJudge<ClaimItem, ClaimItemKey> = {
  runs: RUN_RULES,
  /** What the grader gives by itself stands until somebody has read the rest. */
  judge(of): Judged {
    const found = seen(of);
    const all = of.key.rubric.reduce((sum, { points }) => sum + points, 0);
    const own = of.key.rubric.reduce((sum, one) => sum + (one.numbers ? one.points : 0), 0);
    const says = [...found.faults, ...found.numbers.map((one) => one.says), CLAIMED.toRead];
    return {
      state: found.tells ? 'unverified' : 'unreadable',
      credit: isSound(found) && all > 0 ? own / all : 0,
      says: says.join(' '),
    };
  },
  beside(of): Beside {
    const found = seen(of);
    return {
      runs: found.runs,
      findings: [...found.faults, ...found.numbers.map((one) => one.says)],
      rubric: of.key.rubric.map((one) => ({
        ...one,
        ...(one.numbers && { isGiven: isSound(found) }),
      })),
      remarks: of.key.wrong,
    };
  },
  decides: ({ measures, band, least }, { rubric }, _seed) => ({
    answer: rubric,
    goal: [measures, band, least],
  }),
};
