/** What a student gets back: points, of each item why, and what they are made of. No wrong answer is told “wrong” and nothing else. */
import { FEEDBACK, LATE } from '#words/src/tasks/grading/pure/out/words';
import type { Assignment, Key } from '../../../sets/pure/format/assignment.ts';
import type { StudentResult } from '../grade/class.ts';
import { isUnread, type ItemVerdict } from '../grade/verdict.ts';
import type { Confidence } from '../../../sets/pure/submission/submission.ts';
import { solutionIn } from '../grade/right.ts';

type Asked = Pick<Assignment, 'title' | 'items'>;
type Told = Omit<StudentResult, 'file' | 'flags' | 'made'>;

/** The text, in Markdown; with the keys of the items it holds the solution of each, of the student’s own variant. */
export function feedbackMarkdown(asked: Asked, graded: Told, keys?: Key['items']): string {
  const { student, items } = graded;
  const parts = items.flatMap((one, i) => {
    const solution = keys && solutionOf(asked, one, keys);
    return [
      `## ${itemHead(one, i)}`,
      ...madeOf(asked, one),
      quoted(one.says),
      ...(solution ? [`### ${FEEDBACK.solution}`, solution] : []),
    ];
  });
  const [title, ...head] = headOf(asked, graded);
  const who = quoted(`${student.name} (${student.number})`);
  return `${[`# ${title ?? ''}`, who, ...head, ...parts].join('\n\n')}\n`;
}

/** The same in short, as HTML for the column of comments in a course’s system: without a line break, so that it stays in its cell. */
export function feedbackComment(asked: Asked, graded: Told): string {
  const [title = '', ...head] = headOf(asked, graded);
  const items = graded.items.map((one, i) =>
    [`${itemHead(one, i)}.`, ...madeOf(asked, one), one.says].join(' '),
  );
  const lines = [...head, ...items].map((line) => `<p>${asHtml(line)}</p>`);
  return `${COMMENT}${asHtml(title)}</strong></p>${lines.join('')}`;
}

const COMMENT = '<p><strong>';

/** Whether a comment is one that was made here before: only those are replaced. */
export const isOwnComment = (text: string): boolean =>
  text.startsWith(`${COMMENT}${asHtml(FEEDBACK.title(''))}`);

/** Title, points and what they are made of, in sentences. */
function headOf({ title }: Asked, { points, of, items, receipt, late }: Told): readonly string[] {
  const unread = items.filter(isUnread);
  const first = whereFirst(items);
  return [
    FEEDBACK.title(title),
    `${FEEDBACK.points(rounded(points), of)}. ${FEEDBACK.receipt(receipt)}`,
    ...(late ? [LATE.told(late)] : []),
    ...(unread.length > 0
      ? [
          FEEDBACK.unread(
            unread.length,
            unread.reduce((sum, one) => sum + one.of, 0),
          ),
        ]
      : []),
    ...(first.length > 0 ? [FEEDBACK.first(first)] : []),
  ];
}

const itemHead = (one: ItemVerdict, i: number): string =>
  isUnread(one)
    ? FEEDBACK.unreadItem(i + 1, one.of)
    : FEEDBACK.item(i + 1, rounded(one.points), one.of);

/** What hints have cost: the points are what was right, less that. */
function madeOf(
  { items }: Asked,
  { item, state, credit, points, of }: ItemVerdict,
): readonly string[] {
  const less = rounded(credit * of - points);
  if (less <= 0 || (state !== 'right' && state !== 'partly')) return [];
  const costs = items.find(({ id }) => id === item)?.hints ?? [];
  // A first hint that costs as much is the only one that was seen.
  return [FEEDBACK.less(state, less, less === rounded(costs[0] ?? 0))];
}

function solutionOf(
  { items }: Asked,
  { item: id, variant }: ItemVerdict,
  keys: Key['items'],
): string | undefined {
  const item = items.find((one) => one.id === id);
  const key = Object.hasOwn(keys, id) ? keys[id] : undefined;
  return item && key && solutionIn(item, key, variant);
}

/** Thirds of a point are nobody’s business to the sixteenth place. */
const rounded = (points: number): number => Math.round(points * 100) / 100;

/** The surest first. */
const SURE: readonly (Confidence | undefined)[] = ['certain', 'fairly'];

/** The places of mistakes that felt like none: the surest first, for those teach most. */
function whereFirst(items: Told['items']): readonly number[] {
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

/** What PHP’s reader of CSV takes for a sign of its own, the backslash, stands by its number too. */
const asHtml = (text: string): string =>
  text
    .replace(/[&<>"'\\]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/\r\n|[\n\r\u2028\u2029]/gu, '<br>')
    .replace(/\p{Cc}/gu, ' ');
