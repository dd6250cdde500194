import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OUTCOME, SPREAD } from '../../../widgets/kit/contract/border.ts';
import { inTurn } from '../../../src/tasks/kinds/prediction/queue.ts';

/** An experiment as far as the queue looks at it: events, and a state that is watched. */
class FakeExperiment extends EventTarget {
  readonly dataset: Record<string, string> = {};
  readonly watches = new Set<() => void>();
  become(state: string): void {
    this.dataset['state'] = state;
    for (const watch of this.watches) watch();
  }
  answer(name: string): void {
    this.dispatchEvent(new Event(name));
  }
}
class FakeObserver {
  readonly #watch: () => void;
  #of: FakeExperiment | undefined;
  constructor(watch: () => void) {
    this.#watch = watch;
  }
  observe(of: FakeExperiment): void {
    this.#of = of;
    of.watches.add(this.#watch);
  }
  disconnect(): void {
    this.#of?.watches.delete(this.#watch);
  }
}

let page: Map<string, FakeExperiment>;
let round = 0;
beforeEach(() => {
  // What one page still owes is none of the next one's business.
  round += 1;
  page = new Map([named('bench'), named('jar')].map((id) => [id, new FakeExperiment()]));
  vi.stubGlobal('document', { getElementById: (id: string) => page.get(id) ?? null });
  vi.stubGlobal('MutationObserver', FakeObserver);
});
afterEach(() => vi.unstubAllGlobals());

const named = (name: string): string => `${name}-${round}`;
const bench = (): FakeExperiment => page.get(named('bench'))!;
/** All that was promised has been told. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Asks in turn, and writes down what happens. */
function asking(
  log: string[],
  name: string,
  instance = 'bench',
  answer: typeof OUTCOME | typeof SPREAD = OUTCOME,
  isOff = (): boolean => false,
): boolean {
  return inTurn(named(instance), {
    answer,
    isOff,
    ask: () => log.push(`${name} asks`),
    onOff: () => log.push(`${name} is off`),
    onLost: () => log.push(`${name} is lost`),
  });
}

describe('predictions about one experiment', () => {
  it('are answered one after the other', async () => {
    const log: string[] = [];
    expect(asking(log, 'first')).toBe(true);
    expect(asking(log, 'second')).toBe(false);
    expect(asking(log, 'third')).toBe(false);
    expect(log).toEqual(['first asks']);
    bench().answer(OUTCOME);
    await settled();
    expect(log).toEqual(['first asks', 'second asks']);
    bench().answer(OUTCOME);
    await settled();
    bench().answer(OUTCOME);
    await settled();
    expect(log).toEqual(['first asks', 'second asks', 'third asks']);
    // Nothing is owed any more: the next one need not wait.
    expect(asking(log, 'fourth')).toBe(true);
  });

  it('do not wait for those about another one', () => {
    const log: string[] = [];
    asking(log, 'first');
    expect(asking(log, 'other', 'jar')).toBe(true);
  });

  it('wait for the event that answers, and for no other', async () => {
    const log: string[] = [];
    asking(log, 'curve', 'bench', SPREAD);
    asking(log, 'number');
    bench().answer(OUTCOME);
    await settled();
    expect(log).toEqual(['curve asks']);
    bench().answer(SPREAD);
    await settled();
    expect(log).toEqual(['curve asks', 'number asks']);
  });

  it.each(['failed', 'idle', 'partial'])(
    'go on when the run before has %s, and that one knows that it is lost',
    async (state) => {
      const log: string[] = [];
      asking(log, 'first');
      bench().become('running');
      asking(log, 'second');
      bench().become(state);
      await settled();
      expect(log).toEqual(['first asks', 'first is lost', 'second asks']);
    },
  );

  it('ask nothing once the reader has moved on, and keep nobody waiting', async () => {
    const log: string[] = [];
    let hasMoved = false;
    asking(log, 'first');
    asking(log, 'second', 'bench', OUTCOME, () => hasMoved);
    asking(log, 'third');
    hasMoved = true;
    bench().answer(OUTCOME);
    await settled();
    expect(log).toEqual(['first asks', 'second is off', 'third asks']);
  });

  it('are lost at once where the page has no such experiment', async () => {
    const log: string[] = [];
    asking(log, 'first', 'nowhere');
    await settled();
    expect(log).toContain('first is lost');
    expect(asking(log, 'second', 'nowhere')).toBe(true);
  });
});
