/** A reader's work as data: answers, and a log that only grows. Reading, migrating and merging, with no word about storage. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { Point } from '../judge/types.ts';
import { WORK } from '../judge/words.ts';

/** What a reader gave: a typed number, picked options, a drawn line, settings that met a goal, or `null` for a skip. */
export type GivenAnswer = string | readonly string[] | readonly Point[] | AnySettings | null;

/** One thing that happened; entries are never changed and never removed. */
export interface LogEntry {
  readonly id: string;
  readonly question: string;
  readonly version: number;
  readonly kind: 'prediction' | 'answer' | 'hint' | 'solution' | 'reach';
  readonly answer?: GivenAnswer;
  readonly correct?: boolean;
  readonly credit?: number;
  readonly settings?: AnySettings;
  readonly seed?: number | string;
  readonly backend?: string;
  /** ISO 8601, in UTC. */
  readonly time: string;
}

/** The last answer to one version of a question. */
export interface KeptAnswer {
  readonly question: string;
  readonly version: number;
  readonly answer: GivenAnswer;
  readonly correct?: boolean;
  /** What the run that answered a prediction said, in words. */
  readonly saw?: string;
  readonly time: string;
}

/** All work on one edition of the book. */
export interface Work {
  readonly format: number;
  readonly book: string;
  readonly edition: string;
  /** By `question@version`. */
  readonly answers: Readonly<Record<string, KeptAnswer>>;
  readonly log: readonly LogEntry[];
  /** Stored texts that could not be read, unchanged. */
  readonly aside?: readonly string[];
}

const FORMAT = 1;
/** From each older format to the next one. Format 0 had no edition: it was kept in the first tried-out pages. */
const MIGRATIONS: Readonly<Record<number, (work: Loose) => Loose>> = {
  0: (work) => ({ ...work, format: 1, edition: '1' }),
};
/** JSON that claims to be work. */
type Loose = Readonly<Record<string, unknown>>;

/** The key of an answer. */
export const keyOf = (question: string, version: number): string => `${question}@${version}`;

/** Work in which nothing has been done. */
export function emptyWork(book: string, edition: string): Work {
  return { format: FORMAT, book, edition, answers: {}, log: [] };
}

/** The work in a text. Throws an Error whose message is the end of a sentence for the reader. */
export function readWork(text: string, book: string, migrations = MIGRATIONS): Work {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(WORK.notJson);
  }
  if (!isLoose(value) || typeof value['format'] !== 'number')
    throw new Error(WORK.broken('format'));
  if (typeof value['book'] !== 'string') throw new Error(WORK.noBook);
  if (value['book'] !== book) throw new Error(WORK.otherBook(value['book']));
  let work = value;
  for (let format = value['format']; format < FORMAT; format += 1) {
    const migrate = migrations[format];
    if (!migrate) throw new Error(WORK.broken('format'));
    work = migrate(work);
  }
  if (work['format'] !== FORMAT) throw new NewerFormat(WORK.broken('format'));
  return checked(work);
}

/** Work of a later edition: this one cannot read it and must not touch it. */
export class NewerFormat extends Error {}

function checked(work: Loose): Work {
  const { answers, log, aside, edition } = work;
  if (typeof edition !== 'string') throw new Error(WORK.broken('edition'));
  if (!isLoose(answers)) throw new Error(WORK.broken('answers'));
  if (!Array.isArray(log)) throw new Error(WORK.broken('log'));
  for (const [key, kept] of Object.entries(answers)) {
    const sound = isLoose(kept) && hasPlace(kept) && isGiven(kept['answer']);
    if (!sound || key !== keyOf(kept['question'] as string, kept['version'] as number)) {
      throw new Error(WORK.broken(`answers.${key}`));
    }
  }
  log.forEach((entry: unknown, i) => {
    const sound = isLoose(entry) && hasPlace(entry) && typeof entry['id'] === 'string';
    if (!sound || (entry['answer'] !== undefined && !isGiven(entry['answer']))) {
      throw new Error(WORK.broken(`log[${i}]`));
    }
  });
  const kept = Array.isArray(aside) && aside.every((text) => typeof text === 'string');
  return { ...(work as unknown as Work), ...(aside !== undefined && { aside: kept ? aside : [] }) };
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasPlace(value: Loose): boolean {
  const { question, version, time } = value;
  return (
    typeof question === 'string' &&
    typeof version === 'number' &&
    typeof time === 'string' &&
    !Number.isNaN(Date.parse(time))
  );
}

/** True of what a reader can have given. */
export function isGiven(value: unknown): boolean {
  if (value === null || typeof value === 'string') return true;
  if (Array.isArray(value)) {
    const isPoint = (one: unknown): boolean =>
      isLoose(one) && typeof one['x'] === 'number' && typeof one['y'] === 'number';
    return value.every((one) => typeof one === 'string') || value.every(isPoint);
  }
  return (
    isLoose(value) &&
    Object.values(value).every((one) => typeof one === 'number' || typeof one === 'string')
  );
}

/** What merging has found: the union, and how much of what came in was new or older than ours. */
export interface Merged {
  readonly work: Work;
  readonly added: number;
  readonly entries: number;
  readonly older: number;
}

/** Both works together: all entries of both logs; of two answers to one question the newer. */
export function merge(ours: Work, theirs: Work): Merged {
  const answers: Record<string, KeptAnswer> = { ...ours.answers };
  let added = 0;
  let older = 0;
  for (const [key, kept] of Object.entries(theirs.answers)) {
    const own = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (!own || kept.time > own.time) {
      answers[key] = kept;
      added += 1;
    } else if (JSON.stringify(own.answer) !== JSON.stringify(kept.answer)) older += 1;
  }
  const known = new Set(ours.log.map((entry) => entry.id));
  const fresh = theirs.log.filter((entry) => !known.has(entry.id));
  const log = [...ours.log, ...fresh];
  if (fresh.length > 0) log.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  const aside = [...new Set([...(ours.aside ?? []), ...(theirs.aside ?? [])])];
  const work = { ...ours, answers, log, ...(aside.length > 0 && { aside }) };
  return { work, added, entries: fresh.length, older };
}
