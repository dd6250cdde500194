/** When what was brought back is due, and what becomes of it once it was asked. Days are counted, not timed. */
import type { Brought, Review } from '../../tasks/storage/pure/work.ts';

/** On which days after it was brought back something is asked again. */
const STEPS = [1, 5, 14, 35] as const;

const DAY = 86_400_000;

/**
 * The reader's calendar day as a number of days since 1970, at a time in milliseconds where the clock is `offset` minutes
 * behind UTC, as `getTimezoneOffset` says it for that time: so no change of summer time makes a day longer or shorter.
 */
export const dayAt = (time: number, offset: number): number =>
  Math.floor((time - offset * 60_000) / DAY);

/** The day on which it is asked next; nothing where it was stopped or has come back for the last time. */
export function dueDay({ from, step, isStopped }: Brought): number | undefined {
  const days = STEPS[step];
  return isStopped || days === undefined ? undefined : from + days;
}

/**
 * What it is after it was asked today. Who comes late has the later steps later by as much, for they are there to lie apart;
 * what was missed begins anew, and comes first where the reader had been certain.
 */
export function after(
  { wasCertain: _was, ...brought }: Brought,
  isRight: boolean,
  today: number,
  isCertain = false,
): Brought {
  const days = STEPS[brought.step] ?? 0;
  return isRight
    ? { ...brought, from: today - days, step: brought.step + 1 }
    : { ...brought, from: today, step: 0, ...(isCertain && { wasCertain: true }) };
}

/**
 * The same where the clock was set back since it was last asked or brought back, on what is now a day to come: as if that
 * had been today. So it waits no longer than its step says, and is not due again at once.
 */
export function healed(brought: Brought, today: number): Brought {
  const latest = today - (STEPS[brought.step - 1] ?? 0);
  return brought.from > latest ? { ...brought, from: latest } : brought;
}

/** A question that may be asked by itself. */
export interface Stocked {
  readonly id: string;
  readonly idea: string;
  readonly lesson: string;
  /** The name of its lesson in addresses. */
  readonly page: string;
  readonly minutes: number;
}
/** What is asked for something that was brought back. */
interface Asked {
  readonly brought: Brought;
  readonly asked: Stocked;
}

/** What is due today, first what the reader was certain of and missed, then the longest due, each with the question that is asked for it: none twice if that can be. */
export function dueToday(
  review: Review,
  stock: readonly Stocked[],
  today: number,
): readonly Asked[] {
  const used = new Set<string>();
  return Object.values(review)
    .flatMap((brought) => {
      const day = dueDay(brought);
      return day !== undefined && day <= today ? [{ brought, day }] : [];
    })
    .toSorted(
      ({ brought: a, ...one }, { brought: b, ...other }) =>
        Number(b.wasCertain ?? false) - Number(a.wasCertain ?? false) ||
        one.day - other.day ||
        (a.question < b.question ? -1 : 1),
    )
    .flatMap(({ brought }) => {
      const asked = askedFor(brought, stock, used);
      if (!asked) return [];
      used.add(asked.id);
      return [{ brought, asked }];
    });
}

/** Another question of the idea, each time another one; where there is none the same; nothing where the book has neither any more. */
function askedFor(
  { question, idea, from, step }: Brought,
  stock: readonly Stocked[],
  used: ReadonlySet<string>,
): Stocked | undefined {
  const all = stock.filter((one) => one.idea === idea);
  const others = all.filter(({ id }) => id !== question);
  const at = others.length > 0 ? (from + step) % others.length : 0;
  const inTurn = [...others.slice(at), ...others.slice(0, at), ...all];
  return inTurn.find(({ id }) => !used.has(id)) ?? inTurn[0];
}

/** So long a sitting takes at most, in minutes, by what the questions say of themselves. */
const SITTING = 5;

/** The first of them that can be asked in one sitting: always one. */
export function sitting(due: readonly Asked[]): readonly Asked[] {
  let minutes = 0;
  const end = due.findIndex(({ asked }, i) => {
    minutes += asked.minutes;
    return i > 0 && minutes > SITTING;
  });
  return end < 0 ? due : due.slice(0, end);
}

/** How an idea stands: how many questions are due for it, and when the next one is after today; no score. */
interface Standing {
  readonly idea: string;
  readonly due: number;
  readonly next: number | undefined;
}

/** The ideas of which something is still to come back, the soonest first. */
export function standings(review: Review, today: number): readonly Standing[] {
  const days = new Map<string, readonly number[]>();
  for (const one of Object.values(review)) {
    const day = dueDay(one);
    if (day !== undefined) days.set(one.idea, [...(days.get(one.idea) ?? []), day]);
  }
  return [...days]
    .map(([idea, all]) => {
      const later = all.filter((day) => day > today);
      const due = all.length - later.length;
      return { idea, due, next: later.length > 0 ? Math.min(...later) : undefined };
    })
    .toSorted(
      (a, b) => b.due - a.due || (a.next ?? 0) - (b.next ?? 0) || (a.idea < b.idea ? -1 : 1),
    );
}

/** The days that are still to come if nothing is missed and nobody is late, with how many questions each has. */
export function daysToCome(review: Review, today: number): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const one of Object.values(review)) {
    const due = dueDay(one);
    if (due === undefined) continue;
    const late = Math.max(0, today - due);
    for (const step of STEPS.slice(one.step)) {
      const day = one.from + step + late;
      days.set(day, (days.get(day) ?? 0) + 1);
    }
  }
  return new Map([...days].toSorted(([a], [b]) => a - b));
}
