/** How far a guess was from what the run gave, as a share of what the question left room for. */
import { readNumber } from '../../tasks/judge/read-number.ts';
import type { Point } from '../../tasks/judge/answers.ts';
import type { KeptAnswer } from '../../tasks/storage/pure/work.ts';
import type { Asked, AskedChoice, AskedCurve, AskedNumbers, AskedOrder, Line } from './asked.ts';

/** A typed number beside that of its run: both as values, and both as shares of the line from 0 to 1. */
export interface GuessedNumber {
  readonly kind: 'number';
  /** Which of the question's numbers. */
  readonly part: number;
  readonly guess: number;
  readonly found: number;
  readonly at: { readonly guess: number; readonly found: number };
  readonly size: number;
}

/** A drawn line beside that of its runs: how far off it was on average, in the question's unit. */
export interface GuessedLine {
  readonly kind: 'line';
  readonly off: number;
  readonly size: number;
}

/** An order beside that of its runs: how many of its pairs stood the wrong way round. */
export interface GuessedOrder {
  readonly kind: 'order';
  readonly wrong: number;
  readonly pairs: number;
  readonly size: number;
}

/** What was picked. Right or wrong has no size. */
export interface GuessedOption {
  readonly kind: 'option';
  readonly isRight: boolean;
  /** By picking blindly one would be right so often. */
  readonly byChance: number;
}

export type Guessed = GuessedNumber | GuessedLine | GuessedOrder | GuessedOption;

/** What was guessed in one answer, beside what its runs gave; nothing of what cannot be compared. */
export function guessedIn({ what }: Asked, kept: KeptAnswer): readonly Guessed[] {
  if (what.form === 'numbers') return numbers(what, kept);
  if (what.form === 'curve') return curve(what, kept);
  return what.form === 'choice' ? option(what, kept) : order(what, kept);
}

function numbers({ lines }: AskedNumbers, { answer, found }: KeptAnswer): readonly GuessedNumber[] {
  const typed: readonly unknown[] = typeof answer === 'string' ? [answer] : listIn(answer);
  return lines.flatMap((line, part) => {
    const [text, there] = [typed[part], found?.[part]];
    const read = typeof text === 'string' ? readNumber(text, line.unit) : undefined;
    if (!read || !('value' in read) || typeof there !== 'number') return [];
    const at = { guess: shareOn(line, read.value), found: shareOn(line, there) };
    const size = Math.abs(at.guess - at.found);
    return [{ kind: 'number', part, guess: read.value, found: there, at, size }];
  });
}

/**
 * Where a value lies on its line, from 0 to 1: by factors where its ends lie a thousand times apart, as the question draws it.
 * Not shared with the question's drawing: a file that both fetch would cost every lesson a request.
 */
function shareOn({ min, max }: Line, value: number): number {
  const bend = min > 0 && max / min >= 1000 ? Math.log : (one: number): number => one;
  // A run may end beyond the ends that its question has set: there the line ends.
  const inside = Math.min(max, Math.max(min, value));
  return (bend(inside) - bend(min)) / (bend(max) - bend(min));
}

function curve({ line, over }: AskedCurve, { answer, found }: KeptAnswer): readonly GuessedLine[] {
  const gaps = listIn(answer).flatMap((one) => {
    const { x, y } = one as Partial<Point>;
    const there = found?.[over.indexOf(x ?? Number.NaN)];
    return typeof y === 'number' && typeof there === 'number' ? [Math.abs(y - there)] : [];
  });
  if (gaps.length === 0) return [];
  const off = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return [{ kind: 'line', off, size: Math.min(1, off / (line.max - line.min)) }];
}

function option({ right, of }: AskedChoice, { answer }: KeptAnswer): readonly GuessedOption[] {
  const [picked] = listIn(answer);
  if (typeof picked !== 'string') return [];
  return [{ kind: 'option', isRight: picked === right, byChance: 1 / of }];
}

function order({ order: right }: AskedOrder, { answer }: KeptAnswer): readonly GuessedOrder[] {
  const places = listIn(answer).map((id) => right.indexOf(String(id)));
  if (places.length !== right.length || places.includes(-1)) return [];
  const gaps = places.flatMap((place, i) => places.slice(i + 1).map((later) => later - place));
  const wrong = gaps.filter((gap) => gap < 0).length;
  return [{ kind: 'order', wrong, pairs: gaps.length, size: wrong / (gaps.length || 1) }];
}

function listIn(answer: KeptAnswer['answer']): readonly unknown[] {
  return Array.isArray(answer) ? (answer as readonly unknown[]) : [];
}
