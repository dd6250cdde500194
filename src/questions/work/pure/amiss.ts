/** What is amiss with the kept work and hinders nothing, and parts that were put aside, in words; fetched when there is any. */
import { count, listed } from '../../judge/lists.ts';
import type { Amiss, Part } from './parts.ts';

const PARTS = {
  partAnswers: (labels: readonly string[], others: number) =>
    `the ${labels.length > 1 ? 'answers' : 'answer'} to ${listed([...labels, ...(others > 0 ? [`${count(others, 'other question')}`] : [])])}`,
  partEntries: (n: number) => `${n} ${n === 1 ? 'entry' : 'entries'} of the log`,
  partRuns: (n: number) => count(n, 'run'),
  partOthers: (n: number) => count(n, 'other part'),
} as const;

export const AMISS = {
  corrupt:
    'The answers kept in this browser could not be read. They have been put aside unchanged, and are added to the file that you save.',
  corruptPart: (what: string) =>
    `Of the work kept in this browser, ${what} could not be read. All of it has been put aside unchanged, and is added to the file that you save; the rest is here.`,
  corruptDrafts:
    'What stood in your fields and was not handed in yet could not be read. It has been put aside unchanged, and is added to the file that you save.',
  corruptRuns:
    'Some of the runs kept in this browser could not be read. All of them have been put aside unchanged, and are added to the file that you save.',
  newer:
    'The answers kept in this browser come from a newer edition. They have been put aside unchanged, and are added to the file that you save.',
  nearlyFull:
    'Your work nearly fills its place in this browser. Save it to a file now: your answers stay, but the oldest entries of the log make room for new ones.',
} as const;

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
  const [answers, log, runs, other] = [names, of('log'), of('runs'), of('other')].map(
    ({ length }) => length,
  ) as [number, number, number, number];
  return listed([
    ...(answers > 0 ? [PARTS.partAnswers(labels, answers - labels.length)] : []),
    ...(log > 0 ? [PARTS.partEntries(log)] : []),
    ...(runs > 0 ? [PARTS.partRuns(runs)] : []),
    ...(other > 0 ? [PARTS.partOthers(other)] : []),
  ]);
}
