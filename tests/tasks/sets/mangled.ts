/** Hand-ins that somebody has mangled: their values, their shape, their text. Seeded by whoever asks for them. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { csvRows } from '../../../src/tasks/grading/pure/out/read-csv.ts';
import { receiptOf } from '../../../src/tasks/sets/pure/submission/receipt.ts';

/** A value of JSON, whatever it holds. */
export type Json = unknown;
type Table = Readonly<Record<string, Json>>;

const POISON: readonly Json[] = [
  '<script>document.title=1</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x.example";"mark")',
  '@SUM(1+1)',
  '+1',
  '-1+1|cmd',
  '\t=1+1',
  '\r=1+1',
  ' "=1+1',
  '\uFF1D1+1',
  'a\r\n=1,"b"\r\n',
  '# A heading\n# Another',
  'a\r# Another\u2028# and\u2029# more',
  '](javascript:alert(1))',
  '\u202Egnp.exe',
  '\u0000\u0007',
  '\uD800',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'Infinity',
  '1e999',
  '0x10',
  '',
  ' ',
  '語'.repeat(300),
  'x'.repeat(50_000),
  NaN,
  1e308,
  -1,
  0.5,
  2 ** 53,
  null,
  true,
  [],
  {},
  [[[[[[[[]]]]]]]],
  ['red', 'red', 'red'],
  { widget: 'toy' },
];
const NAMES = ['__proto__', 'constructor', 'toy-sum', 'hasOwnProperty', 'x', '<b>', '=1', ''];

/** Where something stands, as a list of names. */
export type Path = readonly string[];

function pathsIn(value: Json, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...at, name]))];
}

/** A copy in which something else stands at a place; nothing there where `put` says so. */
function withAt(value: Json, path: Path, put: (old: Json) => Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return put(value) ?? null;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([own, one]): [string, Json][] => {
    if (own !== name) return [[own, one]];
    if (rest.length > 0) return [[own, withAt(one, rest, put)]];
    const fresh = put(one);
    return fresh === undefined ? [] : [[own, fresh]];
  });
  return Array.isArray(value)
    ? entries.map(([, one]) => one)
    : entries.reduce((all, [own, one]) => named(all, own, one), {});
}

/** Sets a name as JSON.parse does, whatever it is called. */
function named(all: Table, name: string, value: Json): Table {
  const field = { value, enumerable: true, configurable: true, writable: true };
  return Object.defineProperty({ ...all }, name, field) as Table;
}

type Change = (value: Json) => Json;
/** Texts that mean something to one program or another. */
export const SHORT = POISON.filter(
  (one): one is string => typeof one === 'string' && one.length < 40 && one !== '',
);
const path = fc.nat();
const pathIn = (value: Json, pick: number): Path => {
  const all = pathsIn(value);
  return all[pick % all.length] ?? [];
};
const poison = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...POISON) },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  fc.jsonValue({ maxDepth: 2 }),
);
const deep = (levels: number): Json => {
  let value: Json = 1;
  for (let i = 0; i < levels; i += 1) value = i % 2 === 0 ? [value] : { a: value };
  return value;
};

/** What is done to the value. */
const changeOf = (bases: readonly Json[], free: readonly Path[]): fc.Arbitrary<Change> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...free),
          fc.oneof(
            { weight: 3, arbitrary: fc.constantFrom(...SHORT) },
            fc.string({ unit: 'binary', maxLength: 40 }),
          ),
        )
        .map(
          ([at, put]): Change =>
            (value) =>
              withAt(value, at, () => put),
        ),
    },
    fc.tuple(path, poison).map(
      ([at, put]): Change =>
        (value) =>
          withAt(value, pathIn(value, at), () => put),
    ),
    path.map(
      (at): Change =>
        (value) =>
          withAt(value, pathIn(value, at), () => undefined),
    ),
    fc.tuple(path, fc.constantFrom(...NAMES), poison).map(
      ([at, name, put]): Change =>
        (value) =>
          withAt(value, pathIn(value, at), (old) =>
            typeof old === 'object' && old !== null && !Array.isArray(old)
              ? named(old as Table, name, put)
              : [old, old, put],
          ),
    ),
    fc.tuple(path, fc.integer({ min: 1, max: 400 })).map(
      ([at, levels]): Change =>
        (value) =>
          withAt(value, pathIn(value, at), () => deep(levels)),
    ),
    // Something of another place: foreign ids, forged measures, another item’s runs.
    fc.tuple(path, path).map(([from, to]): Change => (value) => {
      let found: Json;
      withAt(value, pathIn(value, from), (old) => (found = old));
      return withAt(value, pathIn(value, to), () => found);
    }),
    fc
      .tuple(
        fc.constantFrom('log', 'items', 'student', 'session', 'receipt', 'made'),
        fc.constantFrom(...bases),
      )
      .map(
        ([name, from]): Change =>
          (value) =>
            withAt(value, [name], () => (from as Table)[name]),
      ),
    fc.constantFrom('0', '2', '<b>', '=1+1').map(
      (edition): Change =>
        (value) =>
          withAt(value, ['edition'], () => edition),
    ),
    fc.constantFrom('7', ' 00-07 ', '８', '8', '=8', '-', '\u0000').map(
      (number): Change =>
        (value) =>
          withAt(value, ['student', 'number'], () => number),
    ),
  );

/** What is done to the text. */
const scribble: fc.Arbitrary<(text: string) => string> = fc.oneof(
  { weight: 6, arbitrary: fc.constant((text: string) => text) },
  fc.nat().map((n) => (text: string) => text.slice(0, n % (text.length + 1))),
  fc.nat().map((n) => (text: string) => text.slice(n % (text.length + 1))),
  fc
    .tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 12 }))
    .map(([n, put]) => (text: string) => {
      const at = n % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + put.length);
    }),
  fc.constant((text: string) => text.replace(/: \d+/, ': NaN')),
  fc.constant((text: string) => `\uFEFF${text}`),
  fc.constant((text: string) => text + text),
  fc.constant((text: string) => text.replace('{', '{"__proto__":{"kind":"key"},')),
  fc.constant((text: string) => text.replaceAll(/\d/g, '9')),
);

/** An attacker may also sign what they have made up. */
function signedAgain(value: Json): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value, receipt: receiptOf(value as never) }
    : value;
}

/** The texts of files that were made of these and then mangled; `free`: where a file may hold any text, which is taken and must come out as text. */
export const mangledFrom = (bases: readonly Json[], free: readonly Path[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...bases),
      fc.array(changeOf(bases, free), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      scribble,
    )
    .map(([base, changes, isSigned, write]) => {
      const value = changes.reduce((now, one) => one(now), base);
      return write(JSON.stringify(isSigned ? signedAgain(value) : value, null, 1));
    });

/** A cell as a spreadsheet reads it, that begins with what it would work out. */
const RUNS = /^[\s"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
const COUNTS = /^-?\d+(\.\d+)?(e[+-]\d+)?$/;
const OWN_LINES =
  /^(> .*|# Feedback: [\w ]+|## Item \d+: .*|[\d.]+ of \d+ points\. .*|\d+ answers? (?:has|have) not been read yet: .*|Look first at item [^:]*: .*|(?:R|Partly r)ight, less .* for .*|>|)$/;

/** Expects a table that is as wide everywhere, and in which nothing is worked out. */
export function harmlessTable(csv: string): void {
  const rows = csvRows(csv);
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  expect(rows.flat().filter((cell) => RUNS.test(cell) && !COUNTS.test(cell))).toEqual([]);
}

/** Expects feedback in which whatever came from outside is a quotation. */
export function harmlessFeedback(text: string): void {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  expect(lines.filter((line) => !OWN_LINES.test(line))).toEqual([]);
  expect(text).not.toMatch(/<|(^|[^\\])\[/);
}
