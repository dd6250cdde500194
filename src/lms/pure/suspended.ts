/**
 * What a learning platform keeps of a student’s work between two visits: the best share, the place, which parts were done, and as
 * many short answers as there is room for. ASCII, `FORMAT best place marks answers check`; answers give way first, the share never.
 */
import { base64, bytesIn, checkOf } from '../../tasks/sets/pure/format/base64.ts';
import { packed, Unpacking, type Packable } from '../../tasks/sets/pure/work/packed.ts';
import { codeOfItem } from '../../tasks/sets/pure/composed/link.ts';
import { isKeptAnswer } from '../../tasks/storage/pure/shapes.ts';
import type { GivenAnswer, KeptAnswer } from '../../tasks/storage/pure/work.ts';

const FORMAT = '1';
/** The most characters, far below what platforms keep: 4,096 where they keep to the standard. */
export const ROOM = 3_800;
const PLACE = 200;

export interface Suspended {
  /** 0 to 100. */
  readonly best: number;
  /** The id of a heading, or of an item. */
  readonly place: string;
  /** The codes of parts that were done, here or on another device. */
  readonly marks: readonly number[];
  /** Answers, in the code that takes a student’s work elsewhere. */
  readonly answers: string;
}

const NOTHING: Suspended = { best: 0, place: '', marks: [], answers: '' };

/** A part of a lesson or a set in a few bytes. */
export const markOf = (id: string): number => codeOfItem(id);

/** The text; `answers` gives those that fit into so many letters. */
export function suspendedText(
  { best, place, marks }: Omit<Suspended, 'answers'>,
  answers: (room: number) => string,
  room = ROOM,
): string {
  const named = encodeURIComponent(place.replaceAll(/[\uD800-\uDFFF]/gu, ''));
  const where = named.length > PLACE ? '' : named;
  // The check takes four letters, and a blank stands between all.
  const fixed = `${FORMAT} ${best} ${where}`.length + 3 + 4;
  const all = base64(packed(marks, []));
  const done = all.length > room - fixed ? '' : all;
  const left = room - fixed - done.length;
  const short = answers(left);
  const text = [FORMAT, best, where, done, short.length > left ? '' : short].join(' ');
  return `${text} ${base64(checkOf(text, []))}`;
}

/** What such a text says; nothing where it was cut or is none. */
export function suspendedIn(kept: string): Suspended {
  const text = kept.trimEnd();
  const at = text.lastIndexOf(' ');
  const [format, best, place = '', marks = '', answers = ''] = text.slice(0, at).split(' ');
  if (format !== FORMAT || text.slice(at + 1) !== base64(checkOf(text.slice(0, at), [])))
    return NOTHING;
  const list = marks === '' ? [] : valuesIn(marks)[0];
  return {
    best: Math.min(100, Math.max(0, Number(best) || 0)),
    place: decodeURIComponent(place),
    marks: Array.isArray(list) ? list.filter((one) => typeof one === 'number') : [],
    answers,
  };
}

/** The answers to questions of a lesson, the shortest first, so that as many go along as can. */
export function answersText(kept: readonly KeptAnswer[], room: number): string {
  const entries = kept
    .map(({ question, version, answer, correct, time }) =>
      packed(
        [
          ...[markOf(question), version, digitsOf(time)],
          ...[correct === undefined ? null : Number(correct), packable(answer)],
        ],
        [],
      ),
    )
    .toSorted((a, b) => a.length - b.length);
  const all: number[] = [];
  for (const entry of entries) {
    if (Math.ceil(((all.length + entry.length) * 4) / 3) > room) break;
    all.push(...entry);
  }
  return base64(all);
}

/** Those answers; of questions that the lesson has not there are none. */
export function answersIn(text: string, questions: readonly string[]): readonly KeptAnswer[] {
  const byMark = new Map(questions.map((id) => [markOf(id), id]));
  return valuesIn(text).flatMap((entry) => {
    if (!Array.isArray(entry)) return [];
    const [mark, version, moment, correct, answer] = entry as readonly Packable[];
    const kept = {
      ...{ question: byMark.get(Number(mark)), version, answer: given(answer ?? null) },
      time: timeOf(moment),
      ...(typeof correct === 'number' && { correct: correct === 1 }),
    };
    return isKeptAnswer(kept) ? [kept] : [];
  });
}

/** A moment to the second as a number of fourteen digits, and back. */
const digitsOf = (time: string): number => Number(time.replaceAll(/\D/g, '').slice(0, 14));
const timeOf = (digits: Packable | undefined): string =>
  String(digits).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6.000Z');

function valuesIn(text: string): readonly Packable[] {
  const values: Packable[] = [];
  try {
    const from = new Unpacking(bytesIn(text) ?? []);
    while (!from.isAtEnd) values.push(from.next([]));
  } catch {
    // Cut: what came whole is here.
  }
  return values;
}

/** An answer as JSON without names: points are pairs, settings begin with a 0. */
function packable(answer: GivenAnswer): Packable {
  if (typeof answer === 'string' || answer === null) return answer;
  if (!Array.isArray(answer)) return [0, ...Object.entries(answer).flat()] as readonly Packable[];
  return answer.map((one: string | { x: number; y: number }) =>
    typeof one === 'string' ? one : [one.x, one.y],
  );
}

function given(value: Packable): unknown {
  if (!Array.isArray(value)) return value;
  const list = value as readonly Packable[];
  if (list[0] !== 0)
    return list.map((one) => (Array.isArray(one) ? { x: one[0], y: one[1] } : one));
  const pairs = list.slice(1);
  return Object.fromEntries(
    pairs.flatMap((name, i) => (i % 2 === 0 ? [[String(name), pairs[i + 1]]] : [])),
  );
}
