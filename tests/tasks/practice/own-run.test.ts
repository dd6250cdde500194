import { describe, expect, it } from 'vitest';
import { isOwn, isTry } from '../../../src/tasks/kinds/reach/judge/own-run.ts';

const START = { batch: 4, machines: 1, seed: 1 };
const SOLVED = { batch: 8, machines: 2, seed: 1 };
const run = (settings: Readonly<Record<string, number>>, backend = 'sim') => ({
  run: { settings, backend },
});
const logged = { kind: 'reach', settings: SOLVED, correct: true };

describe('a goal takes a run for the reader’s', () => {
  it('when they have asked for it', () => {
    expect(isOwn({ ...run(SOLVED), by: 'reader' }, START, [])).toBe(true);
  });

  it('never when it is the one that the book was built with', () => {
    for (const by of ['reader', 'question', 'address'] as const) {
      expect(isOwn({ ...run(SOLVED, ''), by }, START, [logged])).toBe(false);
    }
  });

  it('when the address asks for it only if they have made it before', () => {
    const linked = { ...run(SOLVED), by: 'address' } as const;
    expect(isOwn(linked, START, [])).toBe(false);
    expect(isOwn(linked, START, [{ ...logged, settings: START }])).toBe(false);
    expect(isOwn(linked, START, [logged])).toBe(true);
  });

  it('when it is the start that the goal has set up, and not when a prediction is answered', () => {
    expect(isOwn({ ...run(START), by: 'question' }, START, [])).toBe(true);
    expect(isOwn({ ...run(SOLVED), by: 'question' }, START, [])).toBe(false);
  });
});

describe('a run is a try', () => {
  const mine = { ...run(SOLVED), by: 'reader' } as const;

  it('once', () => {
    expect(isTry(mine, START, [], true)).toBe(true);
    expect(isTry(mine, START, [logged], true)).toBe(false);
  });

  it('again with another seed, or when it is judged otherwise', () => {
    expect(isTry({ ...run({ ...SOLVED, seed: 2 }), by: 'reader' }, START, [logged], true)).toBe(
      true,
    );
    expect(isTry(mine, START, [logged], false)).toBe(true);
  });

  it('not at the start, and not when it came by itself', () => {
    expect(isTry({ ...run(START), by: 'reader' }, START, [], false)).toBe(false);
    expect(isTry({ ...run(SOLVED), by: 'address' }, START, [], true)).toBe(false);
  });
});
