/** What is taken away from a graded class, as files. */
import { zippedBytes } from '../../../book/zipped.ts';
import { feedbackFiles } from '../pure/out/feedback-files.ts';
import { givenBack } from '../pure/out/given-back.ts';
import { gradesCsv } from '../pure/out/grades.ts';
import { pseudonymous } from '../pure/out/pseudonymous.ts';
import { remembered } from '../pure/stats/memory.ts';
import { together } from '../pure/stats/together.ts';
import { termCsv } from '../pure/rules/term.ts';
import { wholeText } from '../pure/out/whole.ts';
import { ROOM } from '#words/src/tasks/grading/teach/words';
import type { ClassRoom } from './class-room.ts';
import { without } from './grading.ts';
import type { GivenFile, Saving } from './protocol.ts';

type Files = readonly (readonly [name: string, text: string | Uint8Array])[];

export const zipped = (files: Files): Blob =>
  new Blob([zippedBytes(files)], { type: 'application/zip' });

/** Each list as it came, with its own column filled: one as a file, several in a ZIP. What was left, or refused, is said. */
export function backFrom({ last, lists, allLists, choices }: ClassRoom): GivenFile {
  const [key, result] = last ?? [];
  if (!key || !result) return { says: [] };
  const files: (readonly [string, Uint8Array<ArrayBuffer>])[] = [];
  const says: string[] = [];
  for (const [name, list] of lists) {
    const back = givenBack(list, key.assignment, result.students, choices, without(allLists, list));
    if ('text' in back) files.push([name, list.bytesOf(back.text)]);
    says.push(name, ...('text' in back ? back.says : [back.problem]));
  }
  const [first, ...more] = files;
  if (!first) return { says };
  const blob = more.length > 0 ? zipped(files) : new Blob([first[1]], { type: 'text/csv' });
  return { says, file: new File([blob], more.length > 0 ? 'lists.zip' : first[0]) };
}

/** The best so many of the sets whose gradings were given. */
export const bestFrom = ({ sets }: Pick<ClassRoom, 'sets'>, count: number): GivenFile =>
  count >= 1 && count <= sets.length
    ? { says: [], file: new File([termCsv(sets, count)], 'best-of.csv', { type: 'text/csv' }) }
    : { says: [ROOM.fewSets(sets.length)] };

export function saved(room: ClassRoom, what: Saving): Blob {
  const { last, choices, allLists } = room;
  if (!last) return new Blob([]);
  const [key, result] = last;
  const shown = choices.isPseudonymous ? pseudonymous(result) : result;
  const json = (text: string): Blob => new Blob([text], { type: 'application/json' });
  const csv = (text: string): Blob => new Blob([text], { type: 'text/csv' });
  switch (what) {
    case 'csv':
      return csv(gradesCsv(key, shown));
    case 'json':
      return json(
        wholeText(key, result, {
          ...choices,
          stats: room.stats,
          together: together(key.assignment, room.submissions, room.reruns),
          decisions: room.decisions,
        }),
      );
    case 'feedback':
      return zipped(feedbackFiles(key, result, allLists, choices.withSolutions));
    case 'memory':
      return json(
        `${JSON.stringify(remembered(room.memory, choices.course, key.assignment, room.stats), null, 1)}\n`,
      );
  }
}
