/** The language in which students write: what it gives is what the engine itself gives, and its bounds hold. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { isFault, valueOf } from '../../../src/assignments/kinds/code/pure/script/program.ts';

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

describe('the language of students’ programs', () => {
  it.each(SAME)('gives what the engine gives: %s', (source) => {
    const native: unknown = runInNewContext(`JSON.stringify(${source})`);
    const found = valueOf(`JSON.stringify(${source})`);
    expect(found).toEqual({ value: native });
  });

  it('passes over types', () => {
    const source = `(() => {
      type Pair<T> = readonly [T, T];
      interface Named { readonly name: string; size?: number }
      const first = <T,>([a]: Pair<T>): T => a;
      function of(x: number, y?: { a: string }[]): x is number { return x as unknown as number; }
      const m = new Map<string, Array<number>>();
      let n: number | undefined = of(first([4, 5]))!;
      return [n satisfies number, m.size];
    })()`;
    expect(valueOf(`JSON.stringify(${source})`)).toEqual({ value: '[4,0]' });
  });

  it.each([
    ['const a = 1;\na = 2', 2, /constant/],
    ['let a = 1;\nlet a = 2', 2, /declared twice/],
    ['b;\nlet b = 1', 1, /before its declaration/],
    ['x.y', 1, /no “x”/],
    ['fetch("/")', 1, /no page, no network/],
    ['[1, 2', 2, /Expected “,”/],
    ['"abc', 1, /does not end on its line/],
    ['/a+/', 1, /Regular expressions/],
    ['async () => 1', 1, /plain function/],
    ['for (;;) {}', 1, /not come to an end/],
    ['const f = () => f();\nf()', 1, /deeper than is possible/],
    ['Array(1e9)', 1, /200000 entries/],
    ['let s = "a"; for (;;) s += s', 1, /100000 characters/],
    [`${'('.repeat(500)}1${')'.repeat(500)}`, 1, /nested too deeply/],
    [`(a=${'(a='.repeat(40)}1${')'.repeat(41)}`, 1, /nested too deeply|no “a”/],
    ['Math.random()', 1, /same input/],
    ['null.x', 1, /no “x” of null/],
  ])('says what is wrong with %s, and where', (source, line, says) => {
    const found = valueOf(`(() => {\n${source}\n})()`);
    if (!isFault(found)) throw new Error(JSON.stringify(found));
    expect(found.fault).toMatch(says);
    // Two lines stand before it.
    expect(found.line - 2).toBe(line);
  });

  it('holds nothing that leads outside', () => {
    for (const start of [
      '[]',
      '({})',
      '"a"',
      '1',
      '(() => 1)',
      '[].map',
      'Math',
      'JSON',
      'new Map()',
      'new Error("a")',
      'class {}',
      'console.log',
    ])
      for (const name of [
        'constructor',
        '__proto__',
        'prototype',
        '__defineGetter__',
        'caller',
        'callee',
        'arguments',
      ])
        expect([start, name, valueOf(`(${start})["${name}"]`)]).toEqual([
          start,
          name,
          { value: undefined },
        ]);
  });
});
