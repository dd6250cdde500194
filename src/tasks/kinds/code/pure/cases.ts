/** Runs a student’s function on cases. Pure, and the same to the last step wherever it runs. */
import { seeded } from '../../../../../widgets/kit/numbers/random.ts';
import { CODE } from '#words/src/tasks/kinds/code/pure/words';
import type { Drawn } from '../../../sets/pure/format/head.ts';
import { valueIn } from '../../../sets/pure/variants/variant.ts';
import { freshEngine } from './engine.ts';
import { isFault, type Fault } from './faults.ts';
import { isSame, shown, type Near, type Value } from './value.ts';

/** The longest program of a student, in characters. */
export const LONGEST_CODE = 6_000;

/** What a program is run on. */
export interface Cases {
  /** The function’s name. */
  readonly entry: string;
  readonly calls: readonly Call[];
  /** Helpers that stand around the calls. */
  readonly given: string;
}

export interface Call {
  /** An expression in which the function is called. */
  readonly call: string;
  /** What its random numbers begin with; absent: it has none. */
  readonly chance?: { readonly seed: number; readonly stream: string };
}

/** What came of one case. */
export type Outcome = {
  /** The last call of the function in it, with what it was given. */
  readonly asked: string;
} & ({ readonly value: Value } | Fault);

export interface Result {
  readonly outcomes: readonly Outcome[];
  readonly log: readonly string[];
  /** The program cannot be read, breaks before anything is called, or has no such function: there are no outcomes. */
  readonly problem?: Fault;
}

/** A text of the author’s with what is drawn in it, as a program may have it. */
export function withValues(text: string, values: Drawn): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(valueIn(`=${name}`, values)) : whole,
  );
}

/** Runs a program on cases; after one that does not end, no other is run. The engine must be loaded. */
export function runCases(source: string, { entry, calls, given }: Cases): Result {
  const engine = freshEngine();
  const problem = engine.run(source);
  if (problem) return { outcomes: [], log: engine.log, problem };
  const own = engine.named(entry);
  if (!own)
    return { outcomes: [], log: engine.log, problem: { fault: CODE.noFunction(entry), line: 0 } };
  const watched = engine.watched(own);
  let isStopped = false;
  const outcomes = calls.map(({ call, chance }): Outcome => {
    if (isStopped) return { asked: '', fault: CODE.notRun, line: 0 };
    const asking = engine.asking(call, [entry, ...(chance ? ['random'] : [])], given);
    // The author’s fault, which the build has found, if the key is one that it made.
    if (isFault(asking)) return { asked: '', fault: CODE.noCase(call, asking.fault), line: 0 };
    const random = chance && engine.chance(seeded(chance.seed, chance.stream)).random;
    const found = engine.call(asking.value, watched, ...(random ? [random] : []));
    const { given: asked, isInside } = engine.watch;
    isStopped = isFault(found) && found.isStopped === true;
    return {
      asked: asked === undefined ? '' : `${entry}(${asked})`,
      ...(isFault(found) && !isInside ? { ...found, line: 0 } : found),
    };
  });
  return { outcomes, log: engine.log };
}

/** Whether a case came out as it should. */
export function passes(
  given: Outcome | undefined,
  right: Outcome | undefined,
  near: Near,
): boolean {
  if (!given || !right || isFault(right) || isFault(given)) return false;
  return isSame(given.value, right.value, near);
}

/** Whether two programs did the same: broke in the same cases, and gave the same in the others. */
export function isAlike(a: Result, b: Result, near: Near): boolean {
  if (a.problem !== undefined || b.problem !== undefined) return false;
  return a.outcomes.every((one, i) => {
    const other = b.outcomes[i];
    if (!other) return false;
    if (isFault(one) || isFault(other)) return isFault(one) && isFault(other);
    return isSame(one.value, other.value, near);
  });
}

/** What a case gave, to be read. */
export const saidOf = (outcome: Outcome): string =>
  isFault(outcome) ? faultSaid(outcome) : shown(outcome.value);

export const faultSaid = ({ fault, line }: Fault): string =>
  line > 0 ? CODE.atLine(line, fault) : fault;
