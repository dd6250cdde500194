/** Answers that nobody’s page writes, to each of these kinds: every one gets a verdict, and none is worth more than the item. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findings } from '../../src/tasks/kinds/claim/pure/fits.ts';
import { checkMatching } from '../../src/tasks/kinds/match/check.ts';
import { judgeText } from '../../src/tasks/kinds/text/grade.ts';

const NASTY = [
  '__proto__',
  'constructor',
  '=1+1',
  '<script>',
  'a:b',
  'NaN',
  '1e999',
  '−',
  '9'.repeat(400),
];
const text = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc
    .array(fc.constantFrom(...NASTY, ' ', 'p99', '43', 'ms', '%', ',', '.'), { maxLength: 30 })
    .map((all) => all.join('')),
);
const given = fc.oneof(text, fc.array(text, { maxLength: 8 }), fc.constant(null));
const p99 = { label: 'p99', unit: 'ms', digits: 0, scale: 1 };

it('whatever is given is judged', () => {
  const left = ['a', '__proto__'].map((id) => ({ id, right: ['b'], feedback: 'f' }));
  const matching = { kind: 'match', left, right: ['b', 'constructor'], wrong: [] } as const;
  const rule = { id: 'r', all: [], any: ['p99'], none: [], credit: 1, feedback: 'f' };
  fc.assert(
    fc.property(given, (answer) => {
      for (const { credit, says } of [
        judgeText({ longest: 100 }, { rules: [rule] }, {}, answer),
        ((one) => ({ ...one, says: one.feedback }))(checkMatching(matching, answer ?? [])),
      ]) {
        expect(credit).toBeGreaterThanOrEqual(0);
        expect(credit).toBeLessThanOrEqual(1);
        expect(says).not.toBe('');
      }
      const item = { measures: { p99 }, settings: {}, band: {} };
      const runs = [
        { settings: {}, measures: { p99: 43 } },
        { settings: {}, measures: { p99: 0 } },
      ];
      for (const one of findings(item, { load: 2 }, runs, String(answer)))
        expect(one.says).toContain(one.number);
    }),
    { seed: 9, numRuns: 1_000 },
  );
});
