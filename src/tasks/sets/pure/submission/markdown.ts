/** A hand-in for people to read: the same as the file, in Markdown. */
import { READABLE as SAYS } from '#words/src/tasks/sets/pure/submission/words';
import type { MatchItem } from '../../../kinds/match/item.ts';
import type { Assignment } from '../format/assignment.ts';
import type { Item } from '../../../tables/item.ts';
import type { HandedItem, Submission } from './submission.ts';

/** The text. What a student wrote stands as a quotation, line by line, so that no line of it becomes a heading. */
export function submissionMarkdown({ title, items }: Assignment, submission: Submission): string {
  const { student, made, receipt, incomplete } = submission;
  const parts = items.map((item, i) => {
    const handed = submission.items[item.id];
    return [
      `## ${SAYS.item(i + 1)} (${item.id})`,
      '',
      ...(handed ? linesOf(item, handed) : [SAYS.nothing]),
    ].join('\n');
  });
  const head = [
    `# ${SAYS.title(title)}`,
    '',
    ...[
      `${SAYS.name}: ${student.name}`,
      `${SAYS.number}: ${student.number}`,
      `${SAYS.made}: ${made}`,
      `${SAYS.receipt}: ${receipt}`,
    ].map(quoted),
    '',
    incomplete.length > 0 ? SAYS.incomplete(incomplete) : SAYS.complete,
  ];
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

function linesOf(
  item: Item,
  { answer, runs, tries, hints, confidence, minutes }: HandedItem,
): readonly string[] {
  return [
    ...(answer === null || answer.length === 0
      ? runs.length === 0
        ? [SAYS.nothing]
        : []
      : given(item, answer)),
    ...runs.map(({ widget, settings, measures }) =>
      quoted(`${widget}: ${pairs(settings)}; ${pairs(measures)}`),
    ),
    '',
    [
      SAYS.tries(tries, hints),
      ...(confidence === undefined ? [] : [SAYS.confidence[confidence]]),
      ...(minutes === undefined ? [] : [SAYS.minutes(minutes)]),
    ].join(' '),
  ];
}

/** An answer as it is read best: programs as they are, everything else as a quotation. */
function given(item: Item, answer: string | readonly string[]): readonly string[] {
  if (typeof answer === 'string') return [item.kind === 'code' ? fenced(answer) : quoted(answer)];
  if (item.kind === 'match') return [quoted(answer.map((one) => pairIn(item, one)).join(', '))];
  if (item.kind === 'program') return [quoted(answer[0] ?? ''), '', fenced(answer[1] ?? '')];
  if (item.kind !== 'outside') return [quoted(answer.join(', '))];
  const numbers = item.asks.map(({ label }, i) => quoted(`${label}: ${answer[i] ?? ''}`));
  const script = answer[item.asks.length] ?? '';
  return [numbers.join('\n>\n'), ...(script.trim() === '' ? [] : ['', fenced(script)])];
}

/** A pair by its places in both lists: the names of what stands there may tell what is right. */
function pairIn({ left, right }: MatchItem, pair: string): string {
  const [from = '', to = ''] = pair.split(':');
  return `${left.indexOf(from) + 1} → ${right.indexOf(to) + 1}`;
}

/** A program between fences that are longer than any in it, so that it does not end early. */
function fenced(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return [fence, text.replace(/\r\n?/g, '\n').trimEnd(), fence].join('\n');
}

const pairs = (table: Readonly<Record<string, unknown>>): string =>
  Object.entries(table)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');

const quoted = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n');
