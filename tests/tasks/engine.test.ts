/** The engine of students’ programs: what it gives is what Node gives, its bounds hold, and faults are told in sentences. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Random } from '../../widgets/kit/numbers/random.ts';
import '../../src/tasks/kinds/code/engine/node.ts';
import { freshEngine } from '../../src/tasks/kinds/code/pure/engine.ts';
import { isFault, type Fault } from '../../src/tasks/kinds/code/pure/faults.ts';
import { shown, type Value } from '../../src/tasks/kinds/code/pure/value.ts';

/** What an expression gives after a program. */
function valueOf(expression: string, program = ''): { readonly value: Value } | Fault {
  const engine = freshEngine();
  const problem = engine.run(program);
  if (problem) return problem;
  const asking = engine.asking(expression);
  return isFault(asking) ? asking : engine.call(asking.value);
}

const SAME = [
  '1 + 2 * 3 ** 2 ** 1 % 4 - (5 / 2 | 0)',
  '[3, 1, 10, 2].sort()',
  '[3, 1, undefined, 10].sort((a, b) => b - a)',
  '`a${1 + 1}b${[1, [2, 3]]}c${{}}`',
  '((a, { b = 2, ...r }, [c, , d] = [1, 2, 3], ...z) => [a, b, r, c, d, z])(1, { x: 3 }, undefined, 8, 9)',
  '(() => { let s = 0; for (let i = 0; i < 10; i++) { if (i % 2) continue; if (i > 7) break; s += i; } return s; })()',
  '(() => { const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); return fs.map((f) => f()); })()',
  '(() => { class Q { n = 0; static z = 3; constructor(a) { this.a = a; } add(x) { this.n += x; return this; } } const q = new Q(4); q.add(3).add(4); return [q.n, q.a, q instanceof Q, Q.z]; })()',
  '(() => { try { throw new RangeError("x"); } catch (e) { return [e.message, e.name, e instanceof Error]; } finally { } })()',
  '(() => { const log = []; const f = () => { try { return log.push(1); } finally { log.push(2); } }; f(); return log; })()',
  '({ a: 1, 2: 3, 1: 4, "x y": [], ["k" + 1]: null })',
  'Object.entries({ b: 1, a: 2, 10: 3, 9: 4 })',
  '[..."añb"].map((c, i) => c + i)',
  '[...new Map([[1, 2], [3, 4]])].concat([...new Set([1, 1, 2])])',
  '[undefined?.x?.y.z ?? 5, null || 0, 0 ?? 1, "" && 1]',
  '(function fact(n) { return n < 2 ? 1 : n * fact(n - 1); })(10)',
  '(() => { switch (3) { case 1: return 1; case 3: { let a = 3; } default: return 9; } })()',
  '(() => { let a = [1, 2, 3]; [a[0], a[2]] = [a[2], a[0]]; a.length = 2; a[4] = 1; return [a, a.length]; })()',
  '(() => { const o = { a: 1, f() { return this.a; } }; delete o.b; o.a++; return [o.f(), "a" in o, o?.g?.(1)]; })()',
  '[1, [2, [3, [4]]]].flat(Infinity).reduce((a, b) => a + b)',
  '[(1234.5678).toFixed(2), (0.1 + 0.2).toPrecision(3), (255).toString(16), Number("12px"), +"3e2", parseInt("12px")]',
  '"a-b-c".split("-").reverse().join("+").toUpperCase().padStart(8, "*")',
  '[10, 9, 1].sort()[0] + [5, 1, 4].toSorted((a, b) => a - b).at(-1)',
  'Array.from({ length: 4 }, (_, i) => i * i).slice(-3, -1)',
  '[[1, 2] + [3], 1 + "1", "3" * "4", true + 1, null + 1, [] + {}, 1 < 2 < 3, "b" > "a", "10" < "9", null == undefined, null == 0, "1" == 1]',
  '(() => { let x = 5; x ??= 3; x **= 2; x ||= 1; return [x++, x--, --x, x]; })()',
  '(() => { var a = 1; { var a = 2; } return a; })()',
  '(() => { let i = 0; do { i++; } while (i < 5); while (true) { if (i-- < 2) break; } return i; })()',
  '(() => { const out = []; for (const k in { a: 1, b: 2 }) out.push(k); for (const [i, x] of ["p", "q"].entries()) out.push(i + x); return out; })()',
  '[1, 2, 3, 4, 5].splice(1, 2).concat([7, 8, 9].fill(0, 1))',
  '[Math.max(...[1, 5, 3]), Math.min(), Math.round(-2.5), Math.hypot(3, 4), Math.sign(-3), Math.trunc(-4.7)]',
  'JSON.parse(\'{"a":[1,"x",null,{"__proto__":1}]}\').a.length',
  '[typeof 1, typeof "", typeof undefined, typeof null, typeof (() => 1), typeof zzz, void 0]',
  '(() => { const f = (n) => (n <= 0 ? [] : [n, ...f(n - 1)]); return f(4); })()',
  '[1, 2, 3].map((x) => ({ x, y: x ** 2 })).filter(({ y }) => y > 1).map(({ x: z }) => z)',
  '"x".repeat(3) + "abc".slice(1) + "abc".indexOf("c") + " a ".trim() + "aXbX".replaceAll("X", "Y")',
  '(() => { let a = 1, b = 2; [a, b] = [b, a + b]; return a * 10 + b; })()',
  '(() => { const c = ((n) => () => (n += 1))(1); c(); return c(); })()',
];

/** What only the language as a whole has; the interpreter before this engine refused each. */
const NEW = [
  '"a1b22".replace(/\\d+/g, (d) => `<${d}>`)',
  '[...(function* () { yield 1; yield* [2, 3]; })()]',
  '(() => { class A { #n = 1; get n() { return this.#n; } } class B extends A { get n() { return super.n + 1; } } return new B().n; })()',
  '(() => { outer: for (let i = 0; ; i++) for (;;) { if (i > 2) break outer; continue outer; } return 1; })()',
  'Object.groupBy([1, 2, 3], (x) => (x % 2 ? "odd" : "even"))',
];

describe('the engine of students’ programs', () => {
  it.each([...SAME, ...NEW])('gives what Node gives: %s', (source) => {
    const native: unknown = runInNewContext(`JSON.stringify(${source})`);
    expect(valueOf(`JSON.stringify(${source})`)).toEqual({ value: native });
  });

  it('passes over types', () => {
    const program = `type Pair<T> = readonly [T, T];
      interface Named { readonly name: string; size?: number }
      enum Way { Up, Down }
      const first = <T,>([a]: Pair<T>): T => a;
      function of(x: number, y?: { a: string }[]): x is number { return x as unknown as number; }
      const m = new Map<string, Array<number>>();
      let n: number | undefined = of(first([4, 5]))!;`;
    expect(
      valueOf('[n satisfies number, m.size, Way.Down]'.replace(' satisfies number', ''), program),
    ).toEqual({
      value: [4, 0, 1],
    });
  });

  it('tells a value as one would write it down, and cuts what is long', () => {
    const said = (expression: string): string => {
      const found = valueOf(expression);
      return isFault(found) ? found.fault : shown(found.value);
    };
    expect(said('[1.5, -0, NaN, -Infinity, "a\\n", null, undefined, true]')).toBe(
      '[1.5, -0, NaN, -Infinity, "a\\n", null, undefined, true]',
    );
    expect(said('({ a: [], "b c": {}, 3: () => 1 })')).toBe('{ 3: a function, a: [], "b c": {} }');
    expect(said('[new Map([["a", new Set([1])]]), new TypeError("no")]')).toBe(
      '[new Map([["a", new Set([1])]]), TypeError: no]',
    );
    expect(said('Array.from({ length: 50 }, (_, i) => i)')).toMatch(/38, 39, … 10 more\]$/);
    expect(said('(() => { const a = []; a.push(a); return a; })()')).toBe('[[[[[…]]]]]');
    expect(said('"x".repeat(1000)')).toHaveLength(401);
  });

  it.each([
    ['const a = 1;\na = 2', 2, /“a” is a constant/],
    ['let a = 1;\nlet a = 2', 2, /“a” is declared twice/],
    ['b;\nlet b = 1', 1, /“b” is used before its declaration/],
    ['x.y', 1, /no “x”/],
    ['x = 1', 1, /no “x”/],
    ['fetch("/")', 1, /no page, no network/],
    ['require("fs")', 1, /Nothing can be imported/],
    ['import fs from "fs"', 1, /Nothing can be imported/],
    ['export const a = 1', 1, /Leave out export/],
    ['const f = async () => 1;\nf()', 2, /not a function|plain function/],
    ['[1, 2', 1, /Expected “,” here, and found the end/],
    ['function f() {\n  return [1;\n}', 2, /Expected “,” here, and found “;”/],
    ['const f = () => {\n  return [1;\n}', 2, /“;”/],
    ['let n: number = [1;', 1, /Expected “,” here, and found “;”/],
    ['if (1) {', 1, /ends too early|end of the program/],
    ['"abc', 1, /does not end/],
    ['const c;', 1, /“c” needs a value/],
    ['return 1', 1, /outside of a function/],
    ['break', 1, /“break” stands outside of a loop/],
    ['for (;;) {}', 1, /not come to an end/],
    ['const f = () => f();\nf()', 1, /deeper than is possible/],
    ['Array(1e9).fill(0)', 1, /200000 entries/],
    ['let s = "a"; for (;;) s += s', 1, /more memory/],
    ['Math.random()', 1, /same input/],
    ['null.x', 1, /no “x” of null/],
    ['null.x = 1', 1, /“x” of null cannot be set/],
    ['const o = {};\no.f(1)', 2, /“o?\.?f” is not a function/],
    ['const q = 1;\n\nq()', 3, /“q” is not a function/],
    ['class A {}\nA()', 2, /write new before it/],
    ['new (() => 1)()', 1, /cannot be made with new/],
    ['for (const x of 5) {}', 1, /one by one/],
    ['const { a } = null', 1, /taken apart/],
    ['[].reduce((a, b) => a)', 1, /first value/],
    ['throw new Error("mine")', 1, /thrown Error: mine\./],
    ['throw { a: 1 }', 0, /thrown \{ a: 1 \}\./],
    ['new TypeError("own").x.y', 1, /no “y” of undefined/],
  ])('says what is wrong with %s, and where', (source, line, says) => {
    const found = freshEngine().run(source);
    expect(found?.fault).toMatch(says);
    expect(found?.line).toBe(line);
  });

  it.each([
    'const a = Array(150000).fill(1); for (;;) [...a];',
    'const a = Array.from({ length: 150000 }, (_, i) => i); for (;;) a.sort();',
    'for (;;) new Set(Array(100000));',
    'for (;;) "a".repeat(2e5).indexOf("a".repeat(1e5) + "b");',
    'for (;;) /(a+)+b/.test("a".repeat(60));',
    'for (;;) { try { for (;;) {} } catch {} finally {} }',
    'for (const _ of (function* () { for (;;) yield 1; })()) {}',
    'for (;;) console.log("x".repeat(9e4));',
    'return { get a() { for (;;) {} } };',
    'throw { get message() { for (;;) {} } };',
    'let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; return JSON.stringify(a);',
    'const a = []; for (;;) a.push("x".repeat(1e5));',
    `return ${'('.repeat(2_500)}1${')'.repeat(2_500)};`,
  ])('ends %s, and the next program knows nothing of it', (body) => {
    const engine = freshEngine();
    engine.define(engine.chance({ uniform: () => 0.5, normal: () => 2 } as Random));
    const problem = engine.run(`Array.prototype.own = 1; function f() { ${body} }`);
    const own = engine.named('f');
    const found = problem ?? (own && engine.call(own));
    expect(found && isFault(found) && found.fault).toMatch(/come to an end|memory|nested|thrown/);
    expect(engine.log.length).toBeLessThanOrEqual(61);
    const after = '[[].own, typeof f, typeof random, [1, 2].map((x) => x + 1)]';
    expect(valueOf(after)).toEqual({ value: [undefined, 'undefined', 'undefined', [2, 3]] });
  });

  it('holds nothing that leads outside, makes no program of a text, and knows no time', () => {
    const globals = valueOf(
      '(() => { let a = []; for (const n of NAMES) { try { if (TYPES[n]() !== "undefined") a.push(n); } catch {} } return a; })()',
      `const NAMES = "eval Function Date Promise Proxy Reflect WebAssembly globalThis performance queueMicrotask ArrayBuffer Atomics".split(" "); const TYPES = Object.fromEntries(NAMES.map((n) => [n, () => "undefined"]));
      ${'eval Date Promise Proxy Reflect WebAssembly performance queueMicrotask ArrayBuffer Atomics'
        .split(' ')
        .map((name) => `TYPES.${name} = () => typeof ${name};`)
        .join('\n')}
      TYPES.Function = () => typeof Function; TYPES.globalThis = () => typeof globalThis;`,
    );
    expect(globals).toEqual({ value: [] });
    for (const maker of [
      '(() => 1)',
      '(function* () {})',
      '[].map',
      'Math.max',
      'class {}',
      'console.log',
    ])
      expect([maker, valueOf(`${maker}.constructor`)]).toEqual([maker, { value: undefined }]);
    expect(valueOf('(function () { return this; })()')).toEqual({ value: undefined });
  });
});
