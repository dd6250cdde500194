/** Pretended students who write code, and what is true of it: by Node itself, which knows nothing of the book’s engine. */
import { isDeepStrictEqual } from 'node:util';
import { compileFunction } from 'node:vm';
import { seeded, type Random } from '../../../widgets/kit/numbers/random.ts';
import type { CodeItem, CodeItemKey } from '../../../src/tasks/kinds/code/item.ts';
import { withValues } from '../../../src/tasks/kinds/code/pure/cases.ts';
import { casesOf } from '../../../src/tasks/kinds/code/grade.ts';
import { drawn } from '../../../src/tasks/sets/pure/variants/variant.ts';
import type { Asked, HandedIn, Pretends, Share } from './contract.ts';

/** Programs that earn nothing: one never ends, one wants out, one forges, one cannot be read, one has another name. */
export const HOSTILE: readonly ((entry: string) => string)[] = [
  (entry) => `function ${entry}() {\n  while (true) {}\n}\n`,
  (entry) =>
    `function ${entry}() {\n  return (function () {}).constructor('return process')().exit();\n}\n`,
  (entry) =>
    `function ${entry}() {\n  postMessage({ cases: [{ isRight: true }] });\n  return import('node:fs');\n}\n`,
  (entry) => `function ${entry}( {\n  return 1;\n`,
  (entry) => `function not_${entry}() {\n  return 1;\n}\n`,
];

const pick = <T>(random: Random, from: readonly T[]): T | undefined =>
  from[random.whole(from.length)];

/** The key’s own program with a remark; a known wrong one; or one that earns nothing. */
function give({ item, key, seed, isRight, random }: Asked<CodeItem, CodeItemKey>): string {
  const own = (code: string): string => withValues(code, drawn(item, seed));
  if (isRight) return own(key.solve);
  const known = random.uniform() < 0.7 ? pick(random, key.wrong) : undefined;
  return known ? own(known.code) : (pick(random, HOSTILE)?.(item.entry) ?? '');
}

/** How much of the item a program does: only the key’s own programs are run here, for they are the author’s. */
function share({
  item,
  key,
  seed,
  handed: { answer },
}: HandedIn<CodeItem, CodeItemKey>): Share | undefined {
  if (typeof answer !== 'string' || answer === '') return undefined;
  const own = (code: string): string => withValues(code, drawn(item, seed));
  const wrong = key.wrong.find(({ code }) => own(code) === answer);
  // Copied from another variant, it is the author’s still; what nobody here has written is not run.
  const isOurs = [key.solve, ...key.wrong.map(({ code }) => code)].some((code) =>
    item.seeds.some((other) => withValues(code, drawn(item, other)) === answer),
  );
  if (!isOurs) return { share: 0 };
  const right = outcomes(item, key, seed, own(key.solve));
  const given = outcomes(item, key, seed, answer);
  const isRight = given.map((one, i) => isNear(one, right[i], item.near));
  if (isRight.every(Boolean)) return { share: 1 };
  const hidden = isRight.slice(item.shown.length);
  const passed = Math.min(hidden.filter(Boolean).length, hidden.length - 1);
  return { share: passed / hidden.length, ...(wrong && { wrong: wrong.id }) };
}

type Native = (...given: readonly unknown[]) => unknown;

/** What each call gives when the engine runs it; a fault is `undefined`, which no right result is. */
function outcomes(
  item: CodeItem,
  key: CodeItemKey,
  seed: number,
  source: string,
): readonly unknown[] {
  const { entry, calls, given } = casesOf(item, key, seed);
  const made = compileFunction(`${source}\nreturn ${entry};`) as () => Native;
  const own = made();
  return calls.map(({ call, chance }) => {
    const random = chance && seeded(chance.seed, chance.stream);
    const run = compileFunction(`${given}\nreturn (${call});`, [entry, 'random']) as Native;
    try {
      return run(own, () => random?.uniform());
    } catch {
      return undefined;
    }
  });
}

function isNear(given: unknown, right: unknown, near: CodeItem['near']): boolean {
  if (typeof right === 'number' && typeof given === 'number' && Number.isFinite(right))
    return (
      Math.abs(given - right) <=
      Math.max(near.absolute ?? 0, (near.relative ?? 0) * Math.abs(right))
    );
  if (Array.isArray(right) && Array.isArray(given))
    return right.length === given.length && right.every((one, i) => isNear(given[i], one, near));
  if (isTable(right) && isTable(given)) {
    const names = Object.keys(right);
    return (
      names.length === Object.keys(given).length &&
      names.every((name) => Object.hasOwn(given, name) && isNear(given[name], right[name], near))
    );
  }
  return isDeepStrictEqual(given, right);
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const PRETENDS: Pretends<CodeItem, CodeItemKey> = { give, share };
