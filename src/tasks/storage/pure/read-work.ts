/** Reads the text of a work: what can be read of it, and the parts that cannot. Formats of every age are migrated. */
import { WORK } from '#words/src/tasks/judge/words';
import { readJson } from './bounded-json.ts';
import { readReview } from './brought.ts';
import { isHarmless, isLoose, type Is, type Loose } from './guards.ts';
import { readMarks } from './marks.ts';
import type { Part } from './parts.ts';
import { readRuns } from './runs.ts';
import { isKeptAnswer, isLogEntry } from './shapes.ts';
import { timed } from './time.ts';
import { FORMAT, keyOf, type KeptAnswer, type LogEntry, type Work } from './work.ts';

/** From each older format to the next one. Format 0 had no edition (the first tried-out pages), format 1 no runs. */
const MIGRATIONS: Readonly<Record<number, (work: Loose) => Loose>> = {
  0: (work) => ({ ...work, format: 1, edition: '1' }),
  1: (work) => ({ ...work, format: 2, runs: {} }),
};
const KNOWN = ['format', 'book', 'edition', 'answers', 'log', 'runs', 'marks', 'review', 'aside'];

/** What a text holds. */
export interface Reading {
  readonly work: Work;
  readonly unread: readonly Part[];
}

/** Work of a later edition: this one cannot read it and must not touch it. */
export class NewerFormat extends Error {}

/** Reads the work in a text. Throws an Error whose message is the end of a sentence for the reader when nothing can be read. */
export function readWork(text: string, book: string, migrations = MIGRATIONS): Reading {
  const value = readJson(text);
  if (!isLoose(value) || typeof value['format'] !== 'number') {
    throw new Error(WORK.broken('format'));
  }
  if (typeof value['book'] !== 'string') throw new Error(WORK.noBook);
  if (value['book'] !== book) throw new Error(WORK.otherBook(value['book'].slice(0, 60)));
  let work = value;
  for (let format = value['format']; format < FORMAT; format += 1) {
    const migrate = migrations[format];
    if (!migrate) throw new Error(WORK.broken('format'));
    work = migrate(work);
  }
  if (work['format'] !== FORMAT) throw new NewerFormat();
  return readParts(work, book);
}

function readParts(value: Loose, book: string): Reading {
  const [answers, brokenAnswers] = readAnswers(value['answers']);
  const [log, brokenLog] = readLog(value['log']);
  const [runs, brokenRuns] = readRuns(value['runs']);
  // Nobody had any before there were some.
  const [marks, brokenMarks] = readMarks(value['marks'] ?? {});
  const [review, brokenReview] = readReview(value['review'] ?? {});
  const [rest, brokenRest] = readRest(value);
  const unread = [
    ...[...brokenAnswers, ...brokenLog, ...brokenRuns],
    ...[...brokenMarks, ...brokenReview, ...brokenRest],
  ];
  const [first] = unread;
  const isEmpty = [answers, log, runs, marks, review, rest.aside ?? []].every(
    (part) => Object.keys(part).length === 0,
  );
  if (isEmpty && first) throw new Error(WORK.broken(first.where.slice(0, 60)));
  return { work: { format: FORMAT, book, ...rest, answers, log, runs, marks, review }, unread };
}

/** The question that a broken part speaks of, as far as it says. */
function questionOf(value: unknown, key: string): string {
  const question = isLoose(value) ? value['question'] : undefined;
  return typeof question === 'string' ? question : key.replace(/@\d+$/, '');
}

function readAnswers(value: unknown): [Work['answers'], readonly Part[]] {
  if (!isLoose(value)) return [{}, [whole('answers', value)]];
  const answers: [string, KeptAnswer][] = [];
  const broken: Part[] = [];
  for (const [key, one] of Object.entries(value)) {
    const kept = timed(one);
    if (isKeptAnswer(kept) && key === keyOf(kept.question, kept.version)) answers.push([key, kept]);
    else {
      const name = questionOf(one, key);
      broken.push({ of: 'answers', where: `answers.${key}`, name, value: one });
    }
  }
  return [Object.fromEntries(answers), broken];
}

function readLog(value: unknown): [readonly LogEntry[], readonly Part[]] {
  if (!Array.isArray(value)) return [[], [whole('log', value)]];
  const log = new Map<string, LogEntry>();
  const broken: Part[] = [];
  for (const [i, one] of (value as readonly unknown[]).entries()) {
    const entry = timed(one);
    const before = isLogEntry(entry) ? log.get(entry.id) : undefined;
    if (isLogEntry(entry) && !before) log.set(entry.id, entry);
    // The same entry twice is once too often; another one under its id is not dropped unsaid.
    else if (!before || JSON.stringify(before) !== JSON.stringify(entry)) {
      broken.push({ of: 'log', where: `log[${i}]`, name: questionOf(one, ''), value: one });
    }
  }
  return [[...log.values()], broken];
}

function readRest(value: Loose): [Pick<Work, 'edition' | 'aside' | 'more'>, readonly Part[]] {
  const { edition, aside = [] } = value;
  const isEdition = typeof edition === 'string' && edition.length <= 200;
  const isText: Is<string> = (one) => typeof one === 'string';
  const list = Array.isArray(aside) ? (aside as readonly unknown[]) : [aside];
  const texts = list.filter(isText);
  const others = Object.entries(value).filter(([name]) => !KNOWN.includes(name));
  const isKept = isHarmless(value, KNOWN);
  const broken = [
    ...(isEdition ? [] : [whole('edition', edition)]),
    ...list.filter((one) => !isText(one)).map((one) => whole('aside', one)),
    ...(isKept ? [] : others.map(([name, one]) => whole(name, one))),
  ];
  const rest = {
    edition: isEdition ? edition : '',
    ...(texts.length > 0 && { aside: texts }),
    ...(isKept && others.length > 0 && { more: Object.fromEntries(others) }),
  };
  return [rest, broken];
}

function whole(name: string, value: unknown): Part {
  return { of: 'other', where: name, name, value };
}
