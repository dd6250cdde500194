/** Parts of a work that are put aside: what cannot be read, or is more than can be kept. */
import { listed, WORK } from '../../judge/words.ts';

/** One of them, as it stood in the text. */
export interface Part {
  readonly of: 'answers' | 'log' | 'runs' | 'other';
  /** Where it stood: `answers.a-question@1`, `log[3]`. */
  readonly where: string;
  /** The id of its question or experiment, or the name of the field. */
  readonly name: string;
  readonly value: unknown;
}

/** So many questions are named in a sentence. */
const NAMED = 3;
/** The longest id that is shown. */
const SHOWN = 60;

/** Parts as one text, for the file and for whoever can read them. */
export function asText(parts: readonly Part[]): string {
  return JSON.stringify(parts.map(({ where, value }) => ({ where, value })));
}

/** Parts in words: `the answer to “a-question” and 2 entries of the log`. `labelOf` gives a question's name from its id. */
export function inWords(parts: readonly Part[], labelOf: (id: string) => string): string {
  const of = (which: Part['of']): readonly Part[] => parts.filter((part) => part.of === which);
  const names = [...new Set(of('answers').map(({ name }) => name))];
  const labels = names.slice(0, NAMED).map((id) => labelOf(id.slice(0, SHOWN)));
  const [answers, log, runs, other] = [names, of('log'), of('runs'), of('other')].map(
    ({ length }) => length,
  ) as [number, number, number, number];
  return listed([
    ...(answers > 0 ? [WORK.partAnswers(labels, answers - labels.length)] : []),
    ...(log > 0 ? [WORK.partEntries(log)] : []),
    ...(runs > 0 ? [WORK.partRuns(runs)] : []),
    ...(other > 0 ? [WORK.partOthers(other)] : []),
  ]);
}
