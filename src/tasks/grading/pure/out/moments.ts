/** The times that Moodle writes, as far as they are in English; in any other language nobody guesses. */

/** A time by the clock of whoever downloaded the file, to the minute: 2026-11-30T02:37. Or what could not be read. */
export type Moment = { readonly at: string } | { readonly unread: string };

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];
/** `Monday, 30 November 2026, 2:37 AM`; and with the month first, as in the United States. */
const DAY_FIRST = /^(?:[a-z]+, )?(\d{1,2}) ([a-z]+) (\d{4}), (\d{1,2}):(\d{2})(?: ([ap])m)?$/;
const MONTH_FIRST = /^(?:[a-z]+, )?([a-z]+) (\d{1,2}), (\d{4}), (\d{1,2}):(\d{2})(?: ([ap])m)?$/;

export function momentIn(text: string): Moment {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const [, first = '', second = '', year = '', hour = '', minute = '', half] =
    DAY_FIRST.exec(plain) ?? MONTH_FIRST.exec(plain) ?? [];
  const [day, month] = /^\d/.test(first) ? [first, second] : [second, first];
  const m = MONTHS.indexOf(month) + 1;
  const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  const isOne =
    m > 0 &&
    Number(day) > 0 &&
    Number(day) <= daysIn(m, Number(year)) &&
    h < 24 &&
    Number(minute) < 60 &&
    (half === undefined || (Number(hour) > 0 && Number(hour) <= 12));
  if (!isOne) return { unread: text };
  const two = (value: number | string): string => String(value).padStart(2, '0');
  return { at: `${year}-${two(m)}-${two(day)}T${two(h)}:${minute}` };
}

/** Until when Moodle gives a student more time, by the status in its worksheet; as it stands there where it cannot be read. */
export function extensionIn(status: string): string {
  const [, text = ''] = /extension granted until: (.+?)[\s-]*$/i.exec(status) ?? [];
  const moment = momentIn(text);
  return 'at' in moment ? moment.at : text;
}

const daysIn = (month: number, year: number): number =>
  month === 2
    ? 28 + Number(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
    : 30 + ((month + (month >> 3)) & 1);
