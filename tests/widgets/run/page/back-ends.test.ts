import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../../widgets/run/page/back-end-menu.ts';
import { BackendChoice, ranked } from '../../../../widgets/run/page/back-end-choice.ts';
import { BACKENDS } from '../../../../widgets/run/page/back-ends.ts';
import {
  runWithFallback,
  type Finding,
  type Workplace,
} from '../../../../widgets/run/page/fallback.ts';
import { DataFault } from '../../../../widgets/kit/contract/faults.ts';
import { survey } from '../../../../widgets/run/page/measure-back-ends.ts';

const order = (times: Partial<Record<string, number>>): readonly string[] =>
  ranked(
    BACKENDS.filter((name) => name in times),
    (name) => times[name],
  );

describe('the order of back ends, from what was measured', () => {
  it('has graphics hardware first, WebGPU before WebGL, as long as it takes at most twice as long', () => {
    expect(order({ webgpu: 1.9, webgl: 1.2, wasm: 1, cpu: 4 })).toEqual([
      'webgpu',
      'webgl',
      'wasm',
      'cpu',
    ]);
    expect(order({ webgpu: 2.1, webgl: 2, wasm: 1, cpu: 4 })).toEqual([
      'webgl',
      'wasm',
      'webgpu',
      'cpu',
    ]);
  });

  it('has the quickest first where graphics hardware is slow or missing', () => {
    expect(order({ webgpu: 30, webgl: 9, wasm: 1, cpu: 4 })).toEqual([
      'wasm',
      'cpu',
      'webgl',
      'webgpu',
    ]);
    expect(order({ wasm: 3, cpu: 2 })).toEqual(['cpu', 'wasm']);
    expect(order({ wasm: 2, cpu: 3 })).toEqual(['wasm', 'cpu']);
  });

  it('leaves what was not measured where it was', () => {
    expect(ranked(BACKENDS, () => undefined)).toEqual(BACKENDS);
    expect(order({ wasm: 5 })).toEqual(['wasm']);
    // Plain JavaScript comes last: unmeasured, it does not overtake what has been measured.
    const wasm = (name: string): number | undefined => (name === 'wasm' ? 5 : undefined);
    expect(ranked(BACKENDS, wasm)).toEqual(BACKENDS);
    const cpu = (name: string): number | undefined => (name === 'cpu' ? 5 : undefined);
    expect(ranked(BACKENDS, cpu)).toEqual(BACKENDS);
  });
});

describe('what the page remembers of back ends', () => {
  it('must be measured once: all of them, the likely winner last, unless the reader has chosen', () => {
    const choice = new BackendChoice();
    expect(choice.untried()).toEqual(['webgpu', 'webgl', 'cpu', 'wasm']);
    choice.found('webgpu', { state: 'software', detail: 'SwiftShader' });
    choice.found('webgl', { state: 'absent', detail: '' });
    choice.found('cpu', { state: 'ready', detail: '', stepMs: 1 });
    choice.found('wasm', { state: 'ready', detail: '', stepMs: 2 });
    expect(choice.untried()).toEqual([]);
    expect(choice.order()).toEqual(['cpu', 'wasm']);
    expect(choice.facts().map(({ stepMs }) => stepMs)).toEqual([undefined, undefined, 2, 1]);
    choice.choose('webgl');
    expect(choice.untried()).toEqual([]);
    expect(choice.order()).toEqual(['webgl', 'cpu', 'wasm']);
  });

  it('forgets what was found of an imitation when the reader takes back the wish for it', () => {
    const choice = new BackendChoice();
    choice.choose('webgl');
    choice.found('webgl', { state: 'ready', detail: 'SwiftShader', stepMs: 1 });
    choice.found('wasm', { state: 'ready', detail: '', stepMs: 1 });
    choice.choose(undefined);
    expect(choice.untried()).toEqual(['webgpu', 'webgl', 'cpu']);
  });

  it('keeps what it measured of one that the reader chose and gave up for another', () => {
    const choice = new BackendChoice();
    choice.found('wasm', { state: 'ready', detail: '', stepMs: 1 });
    choice.choose('cpu');
    choice.found('cpu', { state: 'ready', detail: '', stepMs: 20 });
    choice.choose('webgpu');
    choice.found('webgpu', { state: 'absent', detail: '' });
    expect(choice.order()).toEqual(['webgl', 'wasm', 'cpu']);
    expect(choice.facts().map(({ stepMs }) => stepMs)).toEqual([undefined, undefined, 1, 20]);
    // A fault counts against nobody for longer than the wish.
    choice.choose('cpu');
    choice.found('cpu', { state: 'failed', detail: 'stopped answering' });
    choice.choose(undefined);
    expect(choice.untried()).toContain('cpu');
  });

  it('holds nothing against a back end that the reader chose while it was being tried', () => {
    const choice = new BackendChoice();
    choice.found('cpu', { state: 'ready', detail: '', stepMs: 1 }, '');
    choice.choose('webgl');
    choice.found('webgl', { state: 'software', detail: 'SwiftShader' }, '');
    expect(choice.order()[0]).toBe('webgl');
    // Nor does the book take an imitation that was opened for a wish taken back meanwhile.
    choice.choose(undefined);
    choice.found('webgl', { state: 'ready', detail: 'SwiftShader', stepMs: 1 }, 'webgl');
    expect(choice.untried()).toContain('webgl');
  });

  it('is told with each name in the menu', () => {
    const facts = { name: 'wasm', title: 'WASM', detail: 'the processor' } as const;
    expect(entryOf({ ...facts, state: 'untried' })).toBe('WASM');
    expect(entryOf({ ...facts, state: 'ready', stepMs: 0.634 })).toBe('WASM: 0.6 ms a step here');
    expect(entryOf({ ...facts, state: 'ready', stepMs: 23.4 })).toBe('WASM: 23 ms a step here');
    expect(entryOf({ ...facts, state: 'failed', detail: 'lost its context' })).toBe(
      'WASM: lost its context',
    );
    expect(entryOf({ ...facts, state: 'software' })).toContain('imitated in software');
  });
});

const READY: Finding = { state: 'ready', detail: 'the processor', stepMs: 1 };
const LIMITS = { quiet: 60, tick: 10, grace: 50 };

function workplace(opens: Record<string, () => Promise<Finding>>): Workplace & { diary: string[] } {
  const diary: string[] = [];
  return {
    diary,
    open: (name) => {
      diary.push(name);
      return opens[name]?.() ?? Promise.resolve(READY);
    },
    run: () => Promise.resolve(),
    alive: () => new Promise(() => undefined),
    stop: () => undefined,
    close: () => void diary.push('close'),
  };
}

describe('a survey of back ends', () => {
  const signal = new AbortController().signal;

  it('opens each, in one worker as long as nothing fails', async () => {
    const found: string[] = [];
    const place = workplace({});
    const onFinding = (name: string): void => void found.push(name);
    expect(await survey(place, ['cpu', 'wasm'], { signal, onFinding })).toEqual([]);
    expect(place.diary).toEqual(['cpu', 'wasm']);
    expect(found).toEqual(['cpu', 'wasm']);
  });

  it('makes a finding of a fault or a hang, closes the worker and goes on', async () => {
    const found: [string, Finding][] = [];
    const place = workplace({
      webgpu: () => new Promise(() => undefined),
      webgl: () => Promise.reject(new Error('no memory')),
    });
    const setbacks = await survey(place, ['webgpu', 'webgl', 'wasm'], {
      signal,
      limits: LIMITS,
      onFinding: (...one) => found.push(one),
    });
    expect(place.diary).toEqual(['webgpu', 'close', 'webgl', 'close', 'wasm']);
    expect(found).toEqual([
      ['webgpu', { state: 'failed', detail: 'stopped answering' }],
      ['webgl', { state: 'failed', detail: 'failed (no memory)' }],
      ['wasm', READY],
    ]);
    const notices: string[] = [];
    const onNotice = (sentence: string): void => void notices.push(sentence);
    const title = (name: string): string => name.toUpperCase();
    await runWithFallback(place, ['wasm'], { signal, onNotice, title, setbacks });
    expect(notices).toEqual([
      'WEBGPU stopped answering, WEBGL failed (no memory); the run started on WASM with the same seed.',
    ]);
  });

  it('ends with a reason when a file of the book does not arrive', async () => {
    const place = workplace({
      wasm: () => Promise.reject(new DataFault('The file w.wasm is missing. Try again.')),
    });
    await expect(survey(place, ['cpu', 'wasm'], { signal })).rejects.toMatchObject({
      name: 'RunFailed',
      reason: 'The file w.wasm is missing.',
      next: 'Try again.',
    });
  });
});
