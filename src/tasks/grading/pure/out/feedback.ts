/** What a student gets back: points, and of each item why. No wrong answer is told “wrong” and nothing else. */
import { FEEDBACK } from '#words/src/tasks/grading/pure/out/words';
import type { Assignment } from '../../../sets/pure/format/assignment.ts';
import type { Graded } from '../grade/grade.ts';
import type { ItemVerdict } from '../grade/verdict.ts';
import type { Confidence } from '../../../sets/pure/submission/submission.ts';

/** The text, in Markdown. */
export function feedbackMarkdown({ title }: Pick<Assignment, 'title'>, graded: Graded): string {
  const { student, points, of, items, receipt } = graded;
  const parts = items.map(
    (one, i) => `## ${FEEDBACK.item(i + 1, rounded(one.points), one.of)}\n\n${quoted(one.says)}`,
  );
  const first = whereFirst(items);
  const head = [
    `# ${FEEDBACK.title(title)}`,
    quoted(`${student.name} (${student.number})`),
    `${FEEDBACK.points(rounded(points), of)}. ${FEEDBACK.receipt(receipt)}`,
    ...(first.length > 0 ? [FEEDBACK.first(first)] : []),
  ];
  return `${[...head, ...parts].join('\n\n')}\n`;
}

/** Thirds of a point are nobody’s business to the sixteenth place. */
const rounded = (points: number): number => Math.round(points * 100) / 100;

/** The surest first. */
const SURE: readonly (Confidence | undefined)[] = ['certain', 'fairly'];

/** The places of mistakes that felt like none: the surest first, for those teach most. */
function whereFirst(items: Graded['items']): readonly number[] {
  const isMistake = ({ state }: ItemVerdict): boolean => state === 'wrong' || state === 'partly';
  return SURE.flatMap((sure) =>
    items.flatMap((one, i) => (one.confidence === sure && isMistake(one) ? [i + 1] : [])),
  );
}

/** What came from outside stands as a quotation: no line of it becomes a heading, and no sign of it a picture or a link. */
const quoted = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => `> ${line.replaceAll('<', '&lt;').replace(/[[\]`]/gu, '\\$&')}`)
    .join('\n');
