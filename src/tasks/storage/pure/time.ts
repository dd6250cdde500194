/** Times in a work: texts that sort as they lie in time. */
import { isLoose, type Is } from './guards.ts';

/** ISO 8601 in UTC to the millisecond, in the years that have four digits. */
const TIME = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
/** What other programs write for the same: without seconds or their parts, with more of them, or the day alone. */
const KIN = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|\+00:00))?$/;

/** The last time that sorts with all others. */
export const LAST = '9999-12-31T23:59:59.999Z';

export const isTime: Is<string> = (value): value is string => {
  const [, year, month, day] = (typeof value === 'string' && TIME.exec(value)) || [];
  return Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
};

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** What has a time. */
export interface Timed {
  readonly time: string;
}

/** Sorts the oldest first. */
export const byTime = (a: Timed, b: Timed): number =>
  a.time < b.time ? -1 : a.time > b.time ? 1 : 0;

/** A part of a work with its time in the one form in which times are compared; what has none is left as it is. */
export function timed(value: unknown): unknown {
  const time = isLoose(value) ? value['time'] : undefined;
  const found = typeof time === 'string' && !isTime(time) ? KIN.exec(time) : null;
  if (!isLoose(value) || !found) return value;
  const [, day, minute = '00:00', second = '00', part = ''] = found;
  return { ...value, time: `${day}T${minute}:${second}.${part.slice(0, 3).padEnd(3, '0')}Z` };
}
