/** What is amiss with the kept work and hinders nothing, and parts that were put aside, in words; fetched when there is any. */
import { listed } from '#words/src/tasks/judge/lists';
import { AMISS, PARTS } from '#words/src/tasks/storage/pure/words';
import type { Amiss, Part } from './parts.ts';

/** The sentence; `labelOf` gives a question's name from its id. */
export function amissWords({ what, parts = [] }: Amiss, labelOf: (id: string) => string): string {
  return what === 'corruptPart' ? AMISS.corruptPart(inWords(parts, labelOf)) : AMISS[what];
}

/** So many questions are named in a sentence. */
const NAMED = 3;
/** The longest id that is shown. */
const SHOWN = 60;

/** Parts in words: `the answer to “a-question” and 2 entries of the log`. `labelOf` gives a question's name from its id. */
export function inWords(parts: readonly Part[], labelOf: (id: string) => string): string {
  const of = (which: Part['of']): readonly Part[] => parts.filter((part) => part.of === which);
  const names = [...new Set(of('answers').map(({ name }) => name))];
  const labels = names.slice(0, NAMED).map((id) => labelOf(id.slice(0, SHOWN)));
  const [log, runs, marks, other] = (['log', 'runs', 'marks', 'other'] as const).map(
    (which) => of(which).length,
  ) as [number, number, number, number];
  const answers = names.length;
  return listed([
    ...(answers > 0 ? [PARTS.partAnswers(labels, answers - labels.length)] : []),
    ...(log > 0 ? [PARTS.partEntries(log)] : []),
    ...(runs > 0 ? [PARTS.partRuns(runs)] : []),
    ...(marks > 0 ? [PARTS.partMarks(marks)] : []),
    ...(other > 0 ? [PARTS.partOthers(other)] : []),
  ]);
}
