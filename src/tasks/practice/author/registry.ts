/** What `questions.json` says of each question. */
import type { Book, BookQuestion } from '../contract.ts';

/** One question of the registry. */
interface Registered {
  readonly id: string;
  readonly version: number;
  readonly lesson: string;
  readonly kind: string;
  readonly core: boolean;
  /** What it asks about, by its name in the chapter's `ideas.yaml`. */
  readonly idea: string | undefined;
  readonly objective: string;
  /** The misconception that each known wrong answer or option betrays, by its id. */
  readonly misconceptions: Readonly<Record<string, string>>;
  readonly minutes: number;
  readonly points: number;
  readonly hash: string;
}

/** Every question of the book, in its order. */
export function registry(book: Book): readonly Registered[] {
  return book.questions.map(registered);
}

function registered({ question, kind: { known }, lesson, hash }: BookQuestion): Registered {
  const { id, version, kind, core, idea, objective, minutes, points } = question;
  const misconceptions: Record<string, string> = {};
  for (const { id: answer, misconception } of known?.(question) ?? []) {
    if (misconception !== undefined) misconceptions[answer] = misconception;
  }
  return {
    id,
    version,
    lesson,
    kind,
    core,
    idea,
    objective,
    misconceptions,
    minutes,
    points,
    hash,
  };
}
