import { describe, expect, it } from 'vitest';
import {
  runWithFallback,
  type Finding,
  type Trip,
  type Workplace,
} from '../../../../widgets/run/page/fallback.ts';
import { simulate } from '../../../../widgets/run/page/simulate.ts';
import {
  BackendFault,
  Bystander,
  DataFault,
  RunFailed,
  unwanted,
} from '../../../../widgets/kit/contract/faults.ts';

const LIMITS = { quiet: 60, tick: 10, grace: 50 };
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
const READY: Finding = { state: 'ready', detail: 'the processor' };

interface Acts {
  open?: () => Promise<Finding>;
  run?: () => Promise<void>;
  alive?: () => Promise<unknown>;
}

/** A workplace whose back ends do what they are told, and a diary of what was asked of it. */
function workplace(acts: Record<string, Acts>): Workplace & { diary: string[] } {
  const diary: string[] = [];
  let now: Acts = {};
  return {
    diary,
    open: (name) => {
      diary.push(`open ${name}`);
      now = acts[name] ?? {};
      return now.open?.() ?? Promise.resolve(READY);
    },
    run: () => (diary.push('run'), now.run?.() ?? Promise.resolve()),
    alive: () => now.alive?.() ?? Promise.resolve(true),
    stop: () => void diary.push('stop'),
    close: (fault) => void diary.push(fault ? `close: ${fault.name}` : 'close'),
  };
}

const TITLES: Record<string, string> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
};
const ORDER = ['webgpu', 'webgl', 'wasm', 'cpu'];

function trip(more: Partial<Trip> = {}): Trip & { notices: string[] } {
  const notices: string[] = [];
  return {
    notices,
    signal: new AbortController().signal,
    onNotice: (sentence) => notices.push(sentence),
    title: (name) => TITLES[name] ?? name,
    limits: LIMITS,
    ...more,
  };
}

describe('a run that falls from back end to back end', () => {
  it('stays where it works, without a word', async () => {
    const [place, go] = [workplace({}), trip()];
    expect(await runWithFallback(place, ORDER, go)).toEqual({ backend: 'webgpu' });
    expect(go.notices).toEqual([]);
    expect(place.diary).toEqual(['open webgpu', 'run']);
  });

  it('passes over what is absent or imitated in software, without a word', async () => {
    const place = workplace({
      webgpu: { open: () => Promise.resolve({ state: 'absent', detail: 'not offered' }) },
      webgl: { open: () => Promise.resolve({ state: 'software', detail: 'SwiftShader' }) },
    });
    const go = trip();
    expect(await runWithFallback(place, ORDER, go)).toEqual({ backend: 'wasm' });
    expect(go.notices).toEqual([]);
    expect(place.diary).not.toContain('close');
  });

  it('says so when the back end that the reader chose is absent', async () => {
    const place = workplace({
      webgpu: { open: () => Promise.resolve({ state: 'absent', detail: 'not offered' }) },
    });
    const go = trip({ chosen: 'webgpu' });
    await runWithFallback(place, ORDER, go);
    expect(go.notices).toEqual([
      'WebGPU is not available in this browser; the run started on WebGL with the same seed.',
    ]);
  });

  it.each([
    ['hangs in the run', { run: never<void>, alive: never }, 'stopped answering'],
    ['hangs while it opens', { open: never<Finding>, alive: never }, 'stopped answering'],
    [
      'loses its context',
      { run: () => Promise.reject(new BackendFault('lost its context')) },
      'lost its context',
    ],
    [
      'gives no number',
      { run: () => Promise.reject(new BackendFault('gave a value that is no number')) },
      'gave a value that is no number',
    ],
    [
      'lacks a kernel',
      {
        run: () => Promise.reject(new Error("Kernel 'Unique' not registered for backend 'webgl'")),
      },
      'cannot compute Unique',
    ],
    [
      'fails its self-test',
      { open: () => Promise.resolve({ state: 'failed', detail: 'failed its self-test' } as const) },
      'failed its self-test',
    ],
  ])('goes to the next, says why and closes the worker when one %s', async (_, acts, did) => {
    const place = workplace({ webgl: acts });
    const go = trip();
    expect(await runWithFallback(place, ['webgl', 'wasm'], go)).toEqual({ backend: 'wasm' });
    const again = 'run' in acts ? 'started again' : 'started';
    expect(go.notices).toEqual([`WebGL ${did}; the run ${again} on WASM with the same seed.`]);
    expect(place.diary).toEqual(
      'run' in acts
        ? ['open webgl', 'run', 'close', 'open wasm', 'run']
        : ['open webgl', 'close', 'open wasm', 'run'],
    );
  });

  it('tells several setbacks in one sentence', async () => {
    const lost = (): Promise<void> => Promise.reject(new BackendFault('lost its device'));
    const failed = (): Promise<Finding> =>
      Promise.resolve({ state: 'failed', detail: 'failed its self-test' });
    const go = trip();
    await runWithFallback(workplace({ webgpu: { run: lost }, webgl: { open: failed } }), ORDER, go);
    expect(go.notices).toEqual([
      'WebGPU lost its device, WebGL failed its self-test; the run started again on WASM with the same seed.',
    ]);
  });

  it('is not blamed for taking long as long as it answers', async () => {
    const slow = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
    const go = trip();
    const place = workplace({ cpu: { run: slow } });
    expect(await runWithFallback(place, ['cpu'], go)).toEqual({ backend: 'cpu' });
    expect(go.notices).toEqual([]);
  });

  it('fails with a reason and a next step when none is left', async () => {
    const lost = (): Promise<void> => Promise.reject(new BackendFault('stopped answering'));
    const place = workplace({ wasm: { run: lost }, cpu: { run: lost } });
    const failure = await runWithFallback(place, ['wasm', 'cpu'], trip()).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(RunFailed);
    expect(failure).toMatchObject({
      reason: 'Nothing is left to compute with: WASM stopped answering, CPU stopped answering.',
      next: 'Reload the page and run again, or try another browser.',
    });
  });

  it('does not try other back ends on data that are missing or altered', async () => {
    const bad = (): Promise<void> =>
      Promise.reject(new DataFault('The file a.bin could not be loaded. Check your connection.'));
    const place = workplace({ webgpu: { run: bad } });
    const failure = await runWithFallback(place, ORDER, trip()).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: 'RunFailed',
      reason: 'The file a.bin could not be loaded.',
      next: 'Check your connection.',
    });
    expect(place.diary).toEqual(['open webgpu', 'run']);
  });
});

describe('a run that nobody wants any more', () => {
  it('is told to stop, and its worker is kept when it winds up in time', async () => {
    const abort = new AbortController();
    let end = (): void => undefined;
    const run = (): Promise<void> => new Promise((_, reject) => (end = () => reject(unwanted())));
    const place = workplace({ cpu: { run } });
    const work = runWithFallback(place, ['cpu'], trip({ signal: abort.signal }));
    setTimeout(() => abort.abort(), 20);
    setTimeout(() => end(), 40);
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(place.diary).toEqual(['open cpu', 'run', 'stop']);
  });

  it('loses its worker when it does not wind up', async () => {
    const abort = new AbortController();
    const place = workplace({ cpu: { run: never<void> } });
    const work = runWithFallback(place, ['cpu', 'wasm'], trip({ signal: abort.signal }));
    setTimeout(() => abort.abort(), 20);
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(place.diary).toEqual(['open cpu', 'run', 'stop', 'close: Bystander']);
  });

  it('costs one that shares its worker nothing but time: the same back end, without a word', async () => {
    const ends: [() => Promise<void>, () => Promise<void>] = [
      () => Promise.reject(new Bystander()),
      () => Promise.resolve(),
    ];
    const found: string[] = [];
    const place = workplace({ wasm: { run: () => (ends.shift() ?? never<void>)() } });
    const go = trip({ onFinding: (name, { state }) => found.push(`${name} ${state}`) });
    expect(await runWithFallback(place, ['wasm', 'cpu'], go)).toEqual({ backend: 'wasm' });
    expect(place.diary).toEqual(['open wasm', 'run', 'open wasm', 'run']);
    expect(go.notices).toEqual([]);
    expect(found).toEqual(['wasm ready', 'wasm ready']);
  });

  it('never starts when it was unwanted from the beginning', async () => {
    const place = workplace({});
    const work = runWithFallback(place, ORDER, trip({ signal: AbortSignal.abort() }));
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(place.diary).toEqual([]);
  });
});

describe('a simulation', () => {
  const thrown = new RangeError('rank 7 of 3 numbers');
  const ends = (...errors: readonly Error[]) => {
    const left = [...errors];
    return workplace({ '': { run: () => Promise.reject(left.shift() ?? new Error()) } });
  };

  it('ends alone where it throws: its worker serves others on', async () => {
    const [place, go] = [ends(thrown), trip()];
    await place.open('');
    await expect(simulate(place, go)).rejects.toMatchObject({
      name: 'RunFailed',
      reason: expect.stringContaining('rank 7 of 3 numbers') as string,
    });
    expect(place.diary).toEqual(['open ', 'run']);
    expect(go.notices).toEqual([]);
  });

  it('begins once more in a fresh worker where the old one is gone, and only there', async () => {
    const [place, go] = [ends(new BackendFault('stopped answering'), thrown), trip()];
    await place.open('');
    await expect(simulate(place, go)).rejects.toThrow('rank 7');
    expect(place.diary).toEqual(['open ', 'run', 'close', 'run']);
    expect(go.notices).toEqual([
      'The simulation stopped answering; the run started again with the same seed.',
    ]);
  });
});
