/** What is taken away from a graded class, as files. */
import { feedbackFiles } from '../pure/out/feedback-files.ts';
import { listWithGrades } from '../pure/out/class-list.ts';
import { gradesCsv } from '../pure/out/grades.ts';
import { pseudonymous } from '../pure/out/pseudonymous.ts';
import { zipOf } from '../pure/out/zip.ts';
import { remembered } from '../pure/stats/memory.ts';
import { together } from '../pure/stats/together.ts';
import { wholeText } from '../pure/out/whole.ts';
import type { ClassRoom } from './class-room.ts';
import type { Saving } from './protocol.ts';

/** Texts as one ZIP. */
export function zipped(files: readonly (readonly [name: string, text: string])[]): Blob {
  const encoder = new TextEncoder();
  const bytes = zipOf(
    files.map(([name, text]) => ({ name: encoder.encode(name), bytes: encoder.encode(text) })),
  );
  return new Blob([bytes], { type: 'application/zip' });
}

export function saved(room: ClassRoom, what: Saving): Blob {
  const { last, list, choices } = room;
  if (!last) return new Blob([]);
  const [key, result] = last;
  const shown = choices.isPseudonymous ? pseudonymous(result) : result;
  const json = (text: string): Blob => new Blob([text], { type: 'application/json' });
  const csv = (text: string): Blob => new Blob([text], { type: 'text/csv' });
  switch (what) {
    case 'csv':
      return csv(gradesCsv(key, shown));
    case 'list':
      return csv(list ? listWithGrades(list, key.assignment, result) : '');
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
      return zipped(feedbackFiles(key, result));
    case 'memory':
      return json(
        `${JSON.stringify(remembered(room.memory, choices.course, key.assignment, room.stats), null, 1)}\n`,
      );
  }
}
