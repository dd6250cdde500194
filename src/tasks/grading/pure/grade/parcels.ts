/**
 * The reading queue split among assistants and put together again. A parcel holds what is to be read and nothing else; some
 * answers lie in two of them, and neither reader can tell which.
 */
import { seeded } from '../../../../../widgets/kit/numbers/random.ts';
import { READINGS } from '#words/src/tasks/grading/pure/grade/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { Given } from '../../../sets/pure/submission/submission.ts';
import { wilson, type Estimate } from '../stats/numbers.ts';
import { kappa } from '../stats/kappa.ts';
import { pseudonym, refOf, type ToRead } from './reading.ts';
import type { Reruns } from './reruns.ts';
import { shownIn, shownOf, type Shown } from './shown.ts';
import type { Decision } from './verdict.ts';

/** One answer as an assistant gets it. */
export interface ParcelAnswer {
  /** Names the answer to whoever has the class’s files, and to nobody else. */
  readonly ref: string;
  readonly item: string;
  readonly of: number;
  readonly who: string;
  readonly says: string;
  readonly shown: Shown;
}

/** The same in shares that were made before questions and rubrics stood in them. */
interface OldAnswer extends Omit<ParcelAnswer, 'shown'> {
  readonly answer: Given;
  readonly runs: readonly string[];
  readonly guide?: string;
}

/** What one assistant gets. */
export interface Parcel {
  readonly format: 1;
  readonly kind: 'reading';
  readonly assignment: { readonly id: string; readonly title: string; readonly hash: string };
  readonly assistant: string;
  readonly answers: readonly ParcelAnswer[];
}

/** What an assistant has decided about an answer. */
export interface Reading {
  readonly ref: string;
  readonly points: number;
  readonly note: string;
  /** The lines of the rubric that it meets. */
  readonly met?: readonly string[];
}

/** What an assistant gives back. */
export interface ReadParcel {
  readonly format: 1;
  readonly kind: 'read';
  readonly assignment: Parcel['assignment'];
  readonly assistant: string;
  readonly readings: readonly Reading[];
}

export interface Split {
  readonly assistants: readonly string[];
  /** The share that two read, 0 to 1. */
  readonly twice: number;
  readonly isPseudonymous: boolean;
}

/** A parcel for each assistant: of every item each gets as many answers as the others, give or take one. */
export function split(
  key: Key,
  queue: readonly ToRead[],
  reruns: Reruns,
  { assistants, twice, isPseudonymous }: Split,
): readonly Parcel[] {
  const { id, title, hash } = key.assignment;
  const random = seeded(1, `parcels ${hash}`);
  const dealt = shuffled(queue, random);
  const count = assistants.length;
  const lists = assistants.map((): ToRead[] => []);
  const again = count > 1 ? Math.round(dealt.length * twice) : 0;
  // Item by item, so that each has as many of each.
  const order = dealt.toSorted((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : 0));
  const second = new Set(shuffled(order, random).slice(0, again));
  for (const [i, one] of order.entries()) {
    lists[i % count]?.push(one);
    if (second.has(one)) lists[(i + 1) % count]?.push(one);
  }
  return lists.map((list, i) => ({
    format: 1,
    kind: 'reading',
    assignment: { id, title, hash },
    assistant: assistants[i] ?? '',
    answers: byItem(shuffled(list, random)).map((one) => ({
      ref: refOf(one),
      item: one.item,
      of: one.of,
      who: isPseudonymous
        ? pseudonym(one.receipt)
        : READINGS.who(one.student.name, one.student.number),
      says: one.says,
      shown: shownOf(key, one, reruns),
    })),
  }));
}

const byItem = (list: readonly ToRead[]): readonly ToRead[] =>
  list.toSorted((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : 0));

function shuffled<T>(list: readonly T[], random: ReturnType<typeof seeded>): readonly T[] {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = random.whole(i + 1);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}

/** The names and texts of the files that go to assistants. */
export const parcelFiles = (parcels: readonly Parcel[]): readonly (readonly [string, string])[] =>
  parcels.map((parcel, i) => [
    `${i + 1}-${parcel.assignment.id}-reading.json`,
    `${JSON.stringify(parcel, null, 1)}\n`,
  ]);

export interface Merged {
  /** What everybody who read it agrees on. */
  readonly decisions: readonly Decision[];
  /** Answers on which two differ, with what each says: somebody has to settle them. */
  readonly open: readonly { readonly ref: string; readonly says: string }[];
  /** Of the answers that two have read: how many, how often both gave the same points, and kappa. */
  readonly twice: number;
  readonly same: Estimate | undefined;
  readonly kappa: Estimate | undefined;
  /** Readings of answers that are in no file of this class, or of none that counts. */
  readonly strange: number;
}

/** Puts together what assistants have read; each file once by its assistant, the later for the earlier. */
export function merged(queue: readonly ToRead[], files: readonly ReadParcel[]): Merged {
  const answers = new Map(queue.map((one) => [refOf(one), one]));
  const byRef = new Map<string, { readonly by: string; readonly reading: Reading }[]>();
  let strange = 0;
  for (const { assistant, readings } of new Map(
    files.map((one) => [one.assistant, one]),
  ).values()) {
    for (const reading of readings) {
      const answer = answers.get(reading.ref);
      if (!answer || reading.points > answer.of) strange += 1;
      else byRef.set(reading.ref, [...(byRef.get(reading.ref) ?? []), { by: assistant, reading }]);
    }
  }
  const decisions: Decision[] = [];
  const open: { ref: string; says: string }[] = [];
  const pairs: (readonly [number, number])[] = [];
  for (const [ref, all] of byRef) {
    const { student, item, of } = answers.get(ref) as ToRead;
    const [first, second] = all;
    if (!first) continue;
    if (second) pairs.push([first.reading.points / of, second.reading.points / of]);
    if (all.every(({ reading }) => reading.points === first.reading.points)) {
      const note = [...new Set(all.map(({ reading }) => reading.note).filter(Boolean))].join(' ');
      const by = all.map((one) => one.by).join(', ');
      const { points, met } = first.reading;
      decisions.push({ number: student.number, item, points, note, ...(met && { met }), by });
    } else {
      const says = all.map(({ by, reading }) => READINGS.gave(by, reading.points, reading.note));
      open.push({ ref, says: READINGS.differ(says) });
    }
  }
  return {
    decisions,
    open,
    twice: pairs.length,
    same: wilson(pairs.map(([a, b]) => Number(a === b))),
    kappa: kappa(pairs),
    strange,
  };
}

const MOST = 20_000;
const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

/** What an assistant has given back in a file; nothing where it is no such file of this assignment. */
export function readParcelIn(text: string, hash: string): ReadParcel | undefined {
  const value = valueIn(text) as Partial<ReadParcel> | undefined;
  const isOne =
    value?.kind === 'read' &&
    value.format === 1 &&
    isText(value.assistant, 200) &&
    value.assignment?.hash === hash &&
    Array.isArray(value.readings) &&
    value.readings.length <= MOST &&
    value.readings.every(
      (one: Partial<Reading> | null) =>
        isText(one?.ref, 16) &&
        isText(one.note, 2_000) &&
        (one.met === undefined ||
          (Array.isArray(one.met) && one.met.every((id) => isText(id, 80)))) &&
        Number.isFinite(one.points) &&
        (one.points ?? -1) >= 0,
    );
  return isOne ? (value as ReadParcel) : undefined;
}

/** The parcel in a file; nothing where it is none. */
export function parcelIn(text: string): Parcel | undefined {
  const value = valueIn(text) as (Partial<Parcel> & { readonly guide?: Guides }) | undefined;
  const isOne =
    value?.kind === 'reading' &&
    value.format === 1 &&
    isText(value.assistant, 200) &&
    isText(value.assignment?.id, 80) &&
    isText(value.assignment.title, 500) &&
    isText(value.assignment.hash, 64) &&
    Array.isArray(value.answers) &&
    value.answers.length <= MOST;
  if (!isOne) return undefined;
  const answers = value.answers?.map((one) => answerIn(one, value.guide ?? {})) ?? [];
  if (!answers.every((one) => one !== undefined)) return undefined;
  return { ...(value as Parcel), answers };
}

/** What to read by, item by item, in the first shares: there it stood beside no answer. */
type Guides = Readonly<Record<string, string>>;

function answerIn(value: unknown, guides: Guides): ParcelAnswer | undefined {
  const one = value as Partial<ParcelAnswer & OldAnswer> | null;
  const isOne =
    isText(one?.ref, 16) &&
    isText(one.item, 80) &&
    isText(one.who, 400) &&
    isText(one.says, 10_000) &&
    Number.isFinite(one.of);
  if (!isOne) return undefined;
  const { ref, item, of, who, says } = one as ParcelAnswer;
  const before = one as OldAnswer;
  const shown = shownIn(
    one?.shown ?? {
      ...{
        question: '',
        given: [before.answer ?? []].flat().join('\n'),
        findings: [],
        remarks: [],
      },
      runs: Array.isArray(before.runs) ? before.runs.map((run) => ({ says: run })) : [],
      rubric: [{ id: 'all', text: READINGS.all, points: of }],
      solution: before.guide ?? (Object.hasOwn(guides, item) ? guides[item] : ''),
    },
  );
  return shown && { ref, item, of, who, says, shown };
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
