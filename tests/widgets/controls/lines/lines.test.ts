import { describe, expect, test } from 'vitest';
import { faultsOf, lines } from '../../../../widgets/controls/lines/pure/lines.ts';
import { LINES, faultList } from '../../../../widgets/controls/lines/pure/markup.ts';
import { readSettings } from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const rules = lines({
  label: 'Rules',
  place: 'first',
  default: '',
  samples: ['keep <5', 'drop', 'ask'],
  check: (line) => (/^(keep|drop|ask)\b/.test(line) ? undefined : `“${line}” is no rule`),
});
const read = (text: string) => readSettings({ rules }, { rules: text });

describe('lines as text', () => {
  test('lose what cannot be seen, and nothing else', () => {
    expect(read('keep \r\n\tdrop\u0007\n\n ask\n\n').settings.rules).toBe('keep\n  drop\n\n ask');
    const random = seeded(1, 'rules');
    for (let i = 0; i < 50; i += 1) {
      const text = LINES.random(rules, random);
      expect(read(text)).toMatchObject({ settings: { rules: text }, adjusted: {}, unreadable: [] });
    }
  });
  test('are taken as they stand though something is wrong with them; each fault has its line', () => {
    const text = 'keep\nkep\ndrop\n?';
    expect(read(text)).toMatchObject({ settings: { rules: text }, unreadable: [] });
    expect(faultsOf(rules.check, text)).toEqual([
      { line: 1, why: '“kep” is no rule' },
      { line: 3, why: '“?” is no rule' },
    ]);
    expect(rules.say?.(text)).toBe('4 lines, 2 with a fault');
    expect(rules.say?.('keep')).toBe('1 line');
    expect(faultList(rules.check, text).markup.match(/<li/g)).toHaveLength(4);
    expect(faultList(rules.check, 'drop').markup).toBe('');
  });
  test('may be 4,000 characters long, but no longer than a link can bear', () => {
    expect(read('keep '.repeat(800)).adjusted).toEqual({});
    expect(read('x'.repeat(4001)).unreadable[0]?.wanted).toBe('at most 4000 characters');
    const signs = `${'<'.repeat(99)}\n`.repeat(40);
    const { settings, adjusted } = read(signs);
    expect(adjusted.rules).toMatch(/^\d+ lines at the end are cut off: .* too long for a link$/);
    const link = new URLSearchParams({ rules: settings.rules }).toString();
    expect(link.length).toBeLessThanOrEqual('rules='.length + 6000);
    expect(link.length).toBeGreaterThan(5600);
  });
  test('of letters that take nine characters in a link are counted as that', () => {
    const { settings } = read('漢字\n'.repeat(700));
    expect(new URLSearchParams({ x: settings.rules }).toString().length).toBeLessThanOrEqual(6002);
  });
  test('are native, whole and escaped without a script', () => {
    const { markup } = LINES.markup(rules, '\nkeep <5\nkep', { field: 'x', name: 'rules' });
    // A browser leaves out one line break after the tag.
    expect(markup).toContain('>\n\nkeep &lt;5\nkep</textarea>');
    expect(markup).toContain('Line 3: </span>“kep” is no rule');
  });
});
