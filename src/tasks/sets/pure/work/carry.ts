/**
 * A student’s work in a link, to carry it on elsewhere: who they are, their ticket, and what is short of their answers. What is
 * long goes by file. It lies behind the `#` of an address, which no server is told.
 */
import type { RunRecord } from '../../../../../widgets/kit/record/run-record.ts';
import type { Item } from '../../../tables/item.ts';
import { FIRST, type Assignment } from '../format/assignment.ts';
import { base64, bytesIn, CHECK_BYTES, checkOf } from '../format/base64.ts';
import { lastLink } from '../submission/chain.ts';
import { canonical } from '../submission/digest.ts';
import { drawn, settingsIn, variantOf } from '../variants/variant.ts';
import { workOf } from './kept.ts';
import { packed, Unpacking, type Packable } from './packed.ts';
import { doneOf, type Work } from './work.ts';

/** The form that is written. */
const FORMAT = 1;
/** Letters that come through every mail and messenger. */
const ROOM = 2_000;
/** Bytes of an answer that is short. */
const SHORT = 300;

/** What a link brings, and the ids of the items whose answers it has no room for. */
export interface Carried {
  readonly work: Work;
  readonly left: readonly string[];
}

/** The work as the text of a link of at most so many letters, and the ids of the items whose answers stay behind. */
export function carriedText(
  work: Work,
  assignment: Assignment,
  letters = ROOM,
): Pick<Carried, 'left'> & { readonly text: string } {
  const { student, session, log, at } = work;
  const steps = log.before.count + log.entries.length;
  const edition = assignment.edition === FIRST ? [] : [assignment.edition];
  const told = [student.name, student.number, session, steps, lastLink(log), at, ...edition];
  const who = packed(told, []);
  const begins = [FORMAT, ...markOf(assignment), ...who];
  const entries = assignment.items.flatMap((item, i) => entryOf(work, assignment, item, i) ?? []);
  let room =
    letters -
    lettersFor(begins.length + CHECK_BYTES + sum(entries.map(({ behind }) => behind.length)));
  const goes = new Set<Entry>();
  // The shortest first, so that as many go along as can.
  for (const one of entries.toSorted((a, b) => a.whole.length - b.whole.length)) {
    const more = lettersFor(one.whole.length) - lettersFor(one.behind.length);
    if (more > room || one.whole.length > SHORT || !one.isExact) continue;
    room -= more;
    goes.add(one);
  }
  const all = entries.flatMap((one) => (goes.has(one) ? one.whole : one.behind));
  const left = entries.filter((one) => !goes.has(one)).map(({ id }) => id);
  const bytes = [...begins, ...all];
  return { text: base64([...bytes, ...checkOf('', bytes)]), left };
}

/** What a link brings; of one by another edition which that is; of one that was cut or altered, or was made for other items, which of the two. */
export function carried(
  text: string,
  assignment: Assignment,
): Carried | { readonly edition: string } | 'broken' | 'other' {
  const all = bytesIn(text) ?? [];
  const [bytes, check] = [all.slice(0, -CHECK_BYTES), all.slice(-CHECK_BYTES)];
  if (bytes.length === 0 || checkOf('', bytes).join() !== check.join()) return 'broken';
  const begins = [FORMAT, ...markOf(assignment)];
  if (bytes[0] !== FORMAT) return 'other';
  try {
    const from = new Unpacking(bytes.slice(begins.length));
    const [name, number, session, count, link, at, edition = FIRST] = listIn(from.next([]));
    if (edition !== assignment.edition) return { edition: String(edition) };
    if (begins.some((byte, i) => bytes[i] !== byte)) return 'other';
    const items: Record<string, unknown> = {};
    while (!from.isAtEnd) {
      const item = assignment.items[Number(from.next([]))];
      if (!item) return 'broken';
      items[item.id] = doneIn(from.next(wordsOf(item)), assignment, item, String(number));
    }
    const log = { before: { count, link }, entries: [] };
    const student = { name, number };
    const told = { assignment: assignment.id, session, student, items, log, at };
    const work = workOf(told, assignment.id);
    const left = Object.entries(work?.items ?? {}).filter(([, done]) => done.at === 0);
    return work ? { work, left: left.map(([id]) => id) } : 'broken';
  } catch {
    return 'broken';
  }
}

/** An item in a link: with its answer, and without, for hints that were opened are opened everywhere. */
interface Entry {
  readonly id: string;
  readonly whole: readonly number[];
  readonly behind: readonly number[];
  /** The answer comes back as it was. */
  readonly isExact: boolean;
}

function entryOf(work: Work, assignment: Assignment, item: Item, i: number): Entry | undefined {
  const { minutes: _minutes, ...done } = doneOf(work, item);
  if (done.at + done.hints + done.tries === 0) return undefined;
  const { number } = work.student;
  const own = variantOf(assignment, item, number);
  const values = [
    ...[done.at, done.hints, done.tries, done.answer, done.confidence ?? null],
    ...[(done.variant ?? own) === own ? null : (done.variant ?? null)],
    ...done.runs.map((run) => runIn(run, startOf(item, own))),
  ];
  while (values.at(-1) === null) values.pop();
  const words = wordsOf(item);
  const again = doneIn(new Unpacking(packed(values, words)).next(words), assignment, item, number);
  return {
    id: item.id,
    whole: [...packed(i, []), ...packed(values, words)],
    behind: [...packed(i, []), ...packed([0, done.hints, done.tries], words)],
    isExact: canonical({ ...done, variant: done.variant ?? own }) === canonical(again),
  };
}

/** What was done, as far as it can be told: whether it is well formed is asked later. */
function doneIn(entry: Packable, assignment: Assignment, item: Item, number: string): unknown {
  const [at, hints, tries, answer = null, confidence, variant, ...runs] = listIn(entry);
  const own = variantOf(assignment, item, number);
  return {
    ...{ version: item.version, at, hints, tries, answer, variant: variant ?? own },
    ...(typeof confidence === 'string' && { confidence }),
    runs: runs.map((run) => runOf(run, item, startOf(item, own))),
  };
}

type Settings = RunRecord['settings'];

/** A run by what its settings change and by what came of it. */
function runIn({ backend, settings, measures }: RunRecord, start: Settings): Packable {
  const changed = Object.entries(settings).filter(([name, value]) => start[name] !== value);
  return [backend, changed.flat(), Object.entries(measures).flat()];
}

function runOf(run: Packable, item: Item, start: Settings): unknown {
  const [backend, changed, measures] = listIn(run);
  if (!('widget' in item)) throw new Error('no runs');
  return {
    ...{ widget: item.widget, version: item.widgetVersion, backend },
    settings: { ...start, ...pairsIn(changed) },
    measures: pairsIn(measures),
  };
}

const startOf = (item: Item, variant: number): Settings =>
  'widget' in item ? settingsIn(item.start, drawn(item, variant)) : {};

function pairsIn(list: Packable | undefined): Readonly<Record<string, Packable>> {
  const all = listIn(list);
  return Object.fromEntries(
    all.flatMap((name, i) => (i % 2 === 0 ? [[String(name), all[i + 1] ?? null]] : [])),
  );
}

function listIn(value: Packable | undefined): readonly Packable[] {
  if (typeof value !== 'object' || value === null) throw new Error('no list');
  return value;
}

/** What both sides know of an item: every name and text in it. */
function wordsOf(item: Item): readonly string[] {
  const words = new Set<string>(['unsure', 'fairly', 'certain']);
  const look = (value: unknown): void => {
    if (typeof value === 'string') words.add(value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) {
        if (!Array.isArray(value)) words.add(name);
        look(one);
      }
  };
  look(item);
  return [...words];
}

/** Three bytes that tell assignments, and states of one, apart: the words of another one mean something else. */
const markOf = ({ hash }: Assignment): readonly number[] =>
  [0, 2, 4].map((at) => Number.parseInt(hash.slice(at, at + 2), 16));

/** How many letters so many bytes take. */
const lettersFor = (bytes: number): number => (bytes * 4) / 3;

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
