/**
 * The log’s chain: each entry has a link, made of the link before it and of itself. It holds no secret, so it proves nothing
 * by itself; where it does not fit, somebody has edited the file, and that is a question to ask.
 */
import { normalised } from '../variants/student.ts';
import { canonical, digest } from './digest.ts';
import type { Submission, Log, LogEntry } from './submission.ts';

const LENGTH = 16;

/** Where a log begins: it belongs to one student and one assignment. */
export function firstLink(assignment: string, session: string, number: string): string {
  return digest(`${assignment}\n${session}\n${normalised(number)}`).slice(0, LENGTH);
}

/** An entry with its link. */
export function linked(before: string, entry: Omit<LogEntry, 'link'>): LogEntry {
  const { item, what, value } = entry;
  return {
    item,
    what,
    value,
    link: digest(before + canonical({ item, what, value })).slice(0, LENGTH),
  };
}

/** The last link of a log. */
export const lastLink = ({ before, entries }: Log): string => entries.at(-1)?.link ?? before.link;

/** Whether every link fits the one before it, and the first one the student. */
export function isWhole({ assignment, session, student, log }: Submission): boolean {
  const { before, entries } = log;
  const start = firstLink(assignment.id, session, student.number);
  if (before.count === 0 && before.link !== start) return false;
  let link = before.link;
  return entries.every((entry) => {
    const fits = linked(link, entry).link === entry.link;
    ({ link } = entry);
    return fits;
  });
}

/**
 * The log as it is handed in. Where an answer or a run stood there is a hash of it, with a salt that is in no file: so what was
 * typed and taken back can neither be read nor found by trying. A link that did not fit does not fit then either.
 */
export function withoutValues({ before, entries }: Log, salt: string): Log {
  let [was, last] = [before.link, before.link];
  const hidden = entries.map(({ item, what, value, link }, at) => {
    const hash = digest(canonical([salt, at, item, what, value])).slice(0, LENGTH);
    const fresh = linked(last, { item, what, value: hash });
    const isFit = linked(was, { item, what, value }).link === link;
    was = link;
    last = isFit ? fresh.link : link;
    return { ...fresh, link: last };
  });
  return { before, entries: hidden };
}

/** Whether a hash stands in the place of a value. */
export const isHash = (value: string): boolean => /^[0-9a-f]{16}$/.test(value);

/** Whether nothing that was typed stands in a log. */
export const isHidden = ({ entries }: Log): boolean => entries.every(({ value }) => isHash(value));

/** What happened, without links: the same for two students where one has the other’s log. */
export function storyOf({ log }: Pick<Submission, 'log'>): string {
  return canonical(log.entries.map(({ item, what, value }) => [item, what, value]));
}
