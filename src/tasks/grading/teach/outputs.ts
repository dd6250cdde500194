/** What is taken away from a graded class, as files. */
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
import type { Files, GivenFiles, Saving } from './protocol.ts';

/** Each list as it came, with its own column filled. What was left, or refused, is said. */
export function backFrom({ last, lists, allLists, choices }: ClassRoom): GivenFiles {
  const [key, result] = last ?? [];
  if (!key || !result) return { files: [], says: [] };
  const files: (readonly [string, Uint8Array<ArrayBuffer>])[] = [];
  const says: string[] = [];
  for (const [name, list] of lists) {
    const back = givenBack(list, key.assignment, result.students, choices, without(allLists, list));
    if ('text' in back) files.push([name, list.bytesOf(back.text)]);
    says.push(name, ...('text' in back ? back.says : [back.problem]));
  }
  return { files, says };
}

/** The best so many of the sets whose gradings were given. */
export const bestFrom = ({ sets }: Pick<ClassRoom, 'sets'>, count: number): GivenFiles =>
  count >= 1 && count <= sets.length
    ? { says: [], files: [['best-of.csv', termCsv(sets, count)]] }
    : { says: [ROOM.fewSets(sets.length)], files: [] };

export function saved(room: ClassRoom, what: Saving): string | Files {
  const { last, choices, allLists } = room;
  if (!last) return '';
  const [key, result] = last;
  const shown = choices.isPseudonymous ? pseudonymous(result) : result;
  switch (what) {
    case 'csv':
      return gradesCsv(key, shown);
    case 'json':
      return wholeText(key, result, {
        ...choices,
        stats: room.stats,
        together: together(key.assignment, room.submissions, room.reruns),
        decisions: room.decisions,
      });
    case 'feedback':
      return feedbackFiles(key, result, allLists, choices.withSolutions);
    case 'memory':
      return `${JSON.stringify(remembered(room.memory, choices.course, key.assignment, room.stats), null, 1)}\n`;
  }
}
