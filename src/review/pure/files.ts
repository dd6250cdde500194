/** The files that a reader may take along: the days that are due for a calendar, questions and solutions for Anki. */

/** A calendar has lines of at most so many bytes. */
const LINE = 75;

/** One day of the calendar, as `2026-12-04`. */
interface Due {
  readonly day: string;
  readonly summary: string;
}

/** All-day entries of an RFC 5545 calendar. `made` is when, as `20261203T061500Z`; the same day of a book has the same UID always. */
export function calendar(
  due: readonly Due[],
  { book, made, url }: { readonly book: string; readonly made: string; readonly url: string },
): string {
  const events = due.flatMap(({ day, summary }) => [
    'BEGIN:VEVENT',
    `UID:review-${day}@${book}`,
    `DTSTAMP:${made}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${summary.replaceAll(/[\\;,]/g, '\\$&')}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${book}//review//EN`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A long line goes on after a line break and a space; no sign is cut in two. */
function folded(line: string): string {
  let text = '';
  let length = 0;
  for (const sign of line) {
    const size = bytesIn(sign.codePointAt(0) ?? 0);
    if (length + size > LINE) {
      text += '\r\n ';
      length = 1;
    }
    text += sign;
    length += size;
  }
  return text;
}

/** How many bytes a sign takes in UTF-8. */
const bytesIn = (code: number): number =>
  code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

/** One card; the same `id` again is the same card, and takes the place of the earlier one. */
interface Card {
  readonly id: string;
  readonly front: string;
  readonly back: string;
}

/** A text file as Anki imports it: what each column holds stands at its head. */
export function ankiFile(cards: readonly Card[], deck: string): string {
  const head = ['#separator:tab', '#html:false', '#guid column:1', '#deck column:2'];
  const rows = cards.map(({ id, front, back }) => [id, deck, front, back].map(field).join('\t'));
  return [...head, ...rows, ''].join('\n');
}

/** A field may hold anything between quotation marks, if its own are doubled. */
const field = (text: string): string => `"${text.replaceAll('"', '""')}"`;
