/** Sealed solutions: the code opens them, nothing else does, and nothing of them stands in the page. */
import { describe, expect, it, vi } from 'vitest';
import { readAssignment } from '../../../src/tasks/sets/author/read.ts';
import { sealedByRun, sealedSolutions } from '../../../src/tasks/sets/author/seal.ts';
import { opened, unsealed } from '../../../src/tasks/sets/page/unseal.ts';
import { codeOf, keyByRun } from '../../../src/tasks/sets/pure/format/seal.ts';
import { FILE, YAML } from './fixture.ts';

const SEAL = 'a long and secret text';
const sourceWith = (seal: string) => {
  const faults: string[] = [];
  const read = readAssignment(
    FILE,
    YAML.replace('salt: test', `salt: test\nseal: ${seal}`),
    faults,
  );
  if (!read) throw new Error(faults.join('\n'));
  return read.source;
};
const source = sourceWith(SEAL);
const sealed = sealedSolutions(source);
const code = codeOf('small', SEAL);

describe('sealed solutions', () => {
  it('are opened by their code, however it is typed', async () => {
    if (!sealed) throw new Error('not sealed');
    expect(code).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]$/);
    const solutions = {
      'small-capacity': 'Divide.',
      'small-tail': 'Multiply.',
      'small-machine': 'One.',
    };
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]) {
      expect(await unsealed('small', sealed, typed)).toEqual(solutions);
    }
  });

  it('are opened where the browser has no means of its own, as over plain http', async () => {
    if (!sealed) throw new Error('not sealed');
    const own = await unsealed('small', sealed, code);
    vi.stubGlobal('crypto', {});
    expect(await unsealed('small', sealed, code)).toEqual(own);
    expect(await unsealed('small', sealed, 'another code')).toMatch('does not open');
    vi.unstubAllGlobals();
  });

  it('are opened one by one by a run, where an item says so', async () => {
    expect(sealedByRun(source)).toEqual({});
    const items = source.items.map((item) => ({ ...item, opensSolution: true }));
    const byRun = sealedByRun({ ...source, items: items as typeof source.items });
    const [item] = source.items;
    const one = item && byRun[item.id];
    if (!item || !one) throw new Error('not sealed');
    expect(JSON.stringify(byRun)).not.toContain('Divide');
    expect(await opened(keyByRun('small', item), one)).toBe('Divide.');
    expect(await opened(keyByRun('small', { ...item, version: 2 }), one)).toBeUndefined();
  });

  it('are opened by nothing else, and not where they were altered', async () => {
    if (!sealed) throw new Error('not sealed');
    const wrong = expect.stringContaining('does not open') as string;
    expect(await unsealed('small', sealed, '')).toEqual(wrong);
    expect(
      await unsealed(
        'small',
        sealed,
        code.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')),
      ),
    ).toEqual(wrong);
    expect(await unsealed('tall', sealed, code)).toEqual(wrong);
    const data = sealed.data.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
    expect(await unsealed('small', { ...sealed, data }, code)).toEqual(wrong);
  });

  it('say nothing, are alike in two builds, and others under another seal', () => {
    for (const secret of ['Divide', 'small-capacity', SEAL]) {
      expect(JSON.stringify(sealed)).not.toContain(secret);
      expect(Buffer.from(sealed?.data ?? '', 'base64').toString('latin1')).not.toContain(secret);
    }
    expect(sealedSolutions(source)).toEqual(sealed);
    expect(sealedSolutions(sourceWith('another long and secret text'))).not.toEqual(sealed);
    expect(sealedSolutions({ ...source, seal: undefined })).toBeUndefined();
  });
});
