import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WORK } from '#words/src/tasks/judge/words';
import { readJson } from '../../../src/tasks/storage/pure/bounded-json.ts';
import { CUT } from '../../../src/tasks/storage/pure/guards.ts';

/** Strings with all that could be taken for structure: quotes, backslashes, brackets, lone surrogates. */
const text = fc.string({
  unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', 'a', '\n', '\ud800'),
});
const value = fc.jsonValue({ maxDepth: 11, stringUnit: 'binary' });

it('what is not too deep is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.tuple(value, fc.dictionary(text, text)), (both) => {
      const json = JSON.stringify(both);
      expect(readJson(json)).toEqual(JSON.parse(json));
    }),
    { seed: 1 },
  );
});

it('what is no JSON is refused in the same words, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        fc.json().chain((one) => fc.nat(one.length).map((n) => one.slice(n))),
      ),
      (one) => {
        let isJson = true;
        try {
          JSON.parse(one);
        } catch {
          isJson = false;
        }
        if (isJson) readJson(one);
        else expect(() => readJson(one)).toThrow(WORK.notJson);
      },
    ),
    { seed: 1 },
  );
});

it('what lies too deep gives way to a word, and all around it is read', () => {
  const deep = `${'[{"a":'.repeat(250_000)}"]}"${'}]'.repeat(250_000)}`;
  const read = readJson(`{"before": 1, "deep": ${deep}, "after": [2]}`) as Record<string, unknown>;
  expect(read['before']).toBe(1);
  expect(read['after']).toEqual([2]);
  expect(JSON.stringify(read['deep'])).toBe(`${'[{"a":'.repeat(5)}["${CUT}"]${'}]'.repeat(5)}`);
});

it.each(['['.repeat(1_000_000), '{"a":'.repeat(200_000), `"${'\\'.repeat(1_000_000)}`])(
  'a text that never ends is refused',
  (one) => {
    expect(() => readJson(one)).toThrow(WORK.notJson);
  },
);
