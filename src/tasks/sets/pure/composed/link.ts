/**
 * A set that a teacher has composed, as the fragment of its link, and back. What its teacher writes stands there to be read, with
 * `_` for a blank; behind the last `~` stands the rest in base64url: one byte for the format, the release (a byte for its
 * length), number (4 bytes), revision (1), when it is due (year less 2000, month, day, hour, minute; 0: never) and its zone in
 * quarters of an hour (1), a byte for hints and solutions, and of each item its code (3) and its points in halves (1); last a checksum (3).
 */
import { base64, bytesIn, CHECK_BYTES, checkOf, inBytes } from '../format/base64.ts';
import { digest } from '../submission/digest.ts';

/** What a hint costs: what its item says, or nothing; or there are none. */
export const HINTS = ['as-written', 'free', 'none'] as const;
/** When solutions are handed out, by the teacher: told to students, and never in their pages. */
export const SOLUTIONS = ['with-marks', 'never'] as const;

export interface ComposedSet {
  /** The edition of the book whose items it is made of. */
  readonly release: string;
  /** Drawn when it is begun, below 2^32: it names the set for good, and mixes students’ numbers. */
  readonly number: number;
  /** 1 to 255; each correction raises it. */
  readonly revision: number;
  readonly title: string;
  readonly note: string;
  /** ISO 8601 with its zone, to the minute. */
  readonly due?: string | undefined;
  readonly hints: (typeof HINTS)[number];
  readonly solutions: (typeof SOLUTIONS)[number];
  /** In their order; points in halves, 0.5 to 127.5. */
  readonly items: readonly { readonly code: number; readonly points: number }[];
}

/** Why a fragment is no set: there is none in it; it was cut or altered; a later book has written it. */
export interface NoSet {
  readonly problem: 'none' | 'altered' | 'newer';
}

/** Title and note together, in characters. */
export const LONGEST_TEXT = 200;
/** The whole link, in characters: what a chat or a QR code takes. */
export const LONGEST_LINK = 300;

const FORMAT = 1;
const QUARTER = 15;

/** The code of an item: the first 24 bits of the SHA-256 of its id. */
export const codeOfItem = (id: string): number => Number.parseInt(digest(id).slice(0, 6), 16);

/** The fragment, without its `#`. */
export function fragmentOf(set: ComposedSet): string {
  const { release, number, revision, due, hints, solutions, items } = set;
  const bytes = [
    FORMAT,
    release.length,
    ...[...release].map((sign) => sign.charCodeAt(0)),
    ...inBytes(number, 4),
    revision,
    ...momentBytes(due),
    HINTS.indexOf(hints) * 16 + SOLUTIONS.indexOf(solutions),
    ...items.flatMap(({ code, points }) => [...inBytes(code, 3), Math.round(2 * points)]),
  ];
  const text = textOf(set);
  return `${written(text)}~${base64([...bytes, ...checkOf(text, bytes)])}`;
}

/** The set in a fragment, or in a whole link that was pasted. Never throws. */
export function setIn(fragment: string): ComposedSet | NoSet {
  // In the one file the page’s name stands before it.
  const bare = fragment
    .trim()
    .replace(/^[^#]*#(?:\/set\/)?/, '')
    .replaceAll(/%7e/gi, '~');
  const at = bare.lastIndexOf('~');
  if (at < 0) return { problem: bare === '' ? 'none' : 'altered' };
  const text = read(bare.slice(0, at));
  const bytes = bytesIn(bare.slice(at + 1));
  if (text === undefined || !bytes || bytes.length <= CHECK_BYTES) return { problem: 'altered' };
  const [body, check] = [bytes.slice(0, -CHECK_BYTES), bytes.slice(-CHECK_BYTES)];
  if (checkOf(text, body).join() !== check.join()) return { problem: 'altered' };
  if (body[0] !== FORMAT) return { problem: 'newer' };
  const reader = { at: 1 };
  const next = (count: number): number => {
    const own = body.slice(reader.at, reader.at + count);
    reader.at += count;
    return own.reduce((sum, one) => sum * 256 + one, 0);
  };
  const length = next(1);
  const release = Array.from({ length }, () => String.fromCharCode(next(1))).join('');
  const [number, revision] = [next(4), next(1)];
  const due = momentOf(Array.from({ length: 6 }, () => next(1)));
  const options = next(1);
  const items: ComposedSet['items'][number][] = [];
  while (reader.at + 4 <= body.length) items.push({ code: next(3), points: next(1) / 2 });
  const [title = '', ...note] = text.split('\n');
  return {
    ...{ release, number, revision, title, note: note.join('\n') },
    ...(due !== undefined && { due }),
    hints: HINTS[options >> 4] ?? 'as-written',
    solutions: SOLUTIONS[options & 15] ?? 'never',
    items,
  };
}

export const isSet = (read: ComposedSet | NoSet): read is ComposedSet => !('problem' in read);

const textOf = ({ title, note }: Pick<ComposedSet, 'title' | 'note'>): string =>
  note === '' ? title : `${title}\n${note}`;

/** What a fragment may hold as it is. */
const AS_IT_IS = /%(?:2C|3A|3B|3F|2F|40|24)/g;

const written = (text: string): string =>
  encodeURIComponent(text.replaceAll(/[\uD800-\uDFFF]/gu, '�'))
    .replaceAll('_', '%5F')
    .replaceAll('~', '%7E')
    .replaceAll(AS_IT_IS, (sign) => decodeURIComponent(sign))
    .replaceAll('%20', '_');

function read(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment.replaceAll(/_|%20|\+/g, ' '));
  } catch {
    return undefined;
  }
}

const MOMENT = /^20(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d).*([+-])(\d\d):(\d\d)$/;

/** A moment as it is written, to the minute, in six bytes; a zone west of Greenwich counts down from 256. */
function momentBytes(due = ''): readonly number[] {
  const [, ...parts] = MOMENT.exec(due) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(0, 5).map(Number);
  const [sign, hours, minutes] = parts.slice(5);
  const zone = Math.round((60 * Number(hours ?? 0) + Number(minutes ?? 0)) / QUARTER);
  return [year, month, day, hour, minute, sign === '-' && zone > 0 ? 256 - zone : zone];
}

function momentOf(bytes: readonly number[]): string | undefined {
  const [year, month, day, hour, minute, zone = 0] = bytes;
  if (month === 0) return undefined;
  const two = (value = 0): string => String(value).padStart(2, '0');
  const away = QUARTER * (zone > 127 ? 256 - zone : zone);
  const local = `20${two(year)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00`;
  return `${local}${zone > 127 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}
