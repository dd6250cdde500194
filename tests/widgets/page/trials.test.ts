/** One run at a time, on a page that only writes down what it was told to show. */
import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { RunFailed, unwanted } from '../../../widgets/kit/contract/faults.ts';
import { defaults } from '../../../widgets/kit/contract/params.ts';
import { SettingsState } from '../../../widgets/kit/record/settings-state.ts';
import type { Instance } from '../../../widgets/page/instance.ts';
import type { Drawn } from '../../../widgets/page/stage.ts';
import { Trials } from '../../../widgets/page/trials.ts';
import { runOnPage } from '../../../widgets/run/page/runners.ts';
import { toy, toyParams } from '../kit/toy.ts';

vi.mock('../../../widgets/run/page/runners.ts', () => ({ runOnPage: vi.fn() }));
const runner = vi.mocked(runOnPage);

const START = defaults(toyParams);
const FAILURE = new RunFailed('The worker is gone.', 'Press run again.');

/** What stands on the page: the state and the sentence beside it. */
class Paper {
  state = 'idle';
  sentence = '';
  readonly runWord = 'Run';
  drawn: Drawn | undefined;
  readonly draw = vi.fn((run: Drawn) => (this.drawn = run));
  get isRunning(): boolean {
    return this.state === 'running';
  }
  readonly ranOn = vi.fn();
  part(): null {
    return null;
  }
  show(state: string, sentence = ''): void {
    [this.state, this.sentence] = [state, sentence];
  }
  tell(sentence: string): void {
    this.sentence = sentence;
  }
  step(run: Drawn): Promise<void> {
    this.drawn = run;
    return Promise.resolve();
  }
}

function opened(widget: AnyWidget = toy) {
  const paper = new Paper();
  const told = { ended: vi.fn(), shown: vi.fn(), tell: vi.fn(), report: vi.fn() };
  const settings = new SettingsState(widget, START);
  const here = { widget, stage: paper, settings, announcer: told, ...told };
  return { paper, told, trials: new Trials(here as unknown as Instance) };
}

/** A run that ends when it is told to, or is stopped. */
function held() {
  let end = (): void => undefined;
  runner.mockImplementationOnce(
    (_name, { signal, onOutcome }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(unwanted()));
        end = () => void onOutcome({ y: 1 } as never, 1).then(() => resolve({ backend: 'sim' }));
      }),
  );
  return () => end();
}

beforeEach(() => {
  runner.mockReset();
  runner.mockImplementation(async (_name, { onOutcome }) => {
    await onOutcome({ y: 6 } as never, 1);
    return { backend: 'sim' };
  });
});

describe('a run that fails', () => {
  it('ends in the state "failed", with what to do', async () => {
    const { paper, told, trials } = opened();
    runner.mockReset();
    runner.mockRejectedValue(FAILURE);
    await trials.run(START, 'reader');
    expect(paper).toMatchObject({
      state: 'failed',
      sentence: 'The worker is gone. Press run again.',
    });
    expect(told.report).toHaveBeenCalledOnce();
  });

  it('leaves a run of the same experiment that goes on its state, and is said as a notice', async () => {
    const { paper, told, trials } = opened();
    await trials.run(START, 'reader');
    const end = held();
    const going = trials.run({ ...START, x: 5 }, 'reader');
    trials.fail(FAILURE);
    expect(paper.state).toBe('running');
    expect(told.tell).toHaveBeenCalledWith('The worker is gone. Press run again.');
    end();
    await going;
    expect(paper.state).toBe('done');
  });
});

describe('a run that was set up anew', () => {
  it('is compared with nothing, whatever is asked for while it runs', async () => {
    const { paper, trials } = opened();
    await trials.run(START, 'reader');
    trials.isAside = true;
    const end = held();
    const going = trials.run({ ...START, x: 5 }, 'question');
    await vi.waitFor(() => expect(runner).toHaveBeenCalledTimes(3));
    trials.isAside = false;
    end();
    await going;
    expect(paper.drawn).toMatchObject({ settings: { x: 5 }, before: undefined });
    await trials.run({ ...START, x: 6 }, 'question');
    expect(paper.drawn?.before?.settings).toMatchObject({ x: 5 });
  });
});

describe('a run that is stopped before anything has come of it', () => {
  it('says that the figure is older than the settings', async () => {
    const { paper, trials } = opened();
    await trials.run(START, 'reader');
    held();
    const going = trials.run({ ...START, x: 5 }, 'reader');
    await vi.waitFor(() => expect(runner).toHaveBeenCalledTimes(3));
    trials.stop();
    await going;
    expect(paper.state).toBe('idle');
    expect(paper.sentence).toBe('The settings have changed. Press Run to see what they do.');
  });

  it('says nothing where the figure shows these settings', async () => {
    const { paper, trials } = opened();
    await trials.run(START, 'reader');
    held();
    const going = trials.run(START, 'reader');
    await vi.waitFor(() => expect(runner).toHaveBeenCalledTimes(3));
    trials.stop();
    await going;
    expect(paper).toMatchObject({ state: 'idle', sentence: '' });
  });
});

describe('what is set while a run is on its way', () => {
  /** A learner that dots change nothing of. */
  const marked: AnyWidget = {
    ...toy,
    runner: 'lab/toy-line',
    reuse: (
      { dots: _, ...settings }: typeof START,
      ran: { settings: typeof START; outcome: unknown },
    ) =>
      isDeepStrictEqual(settings, (({ dots: __, ...rest }) => rest)(ran.settings))
        ? ran.outcome
        : undefined,
  };

  /** A run that has shown something and goes on until it is told to end. */
  function underWay() {
    const { paper, told, trials } = opened(marked);
    let end = (): void => undefined;
    const isToEnd = new Promise<void>((resolve) => (end = resolve));
    runner.mockReset();
    runner.mockImplementationOnce(async (_name, { onOutcome }) => {
      await onOutcome({ y: 1 } as never, 0.5);
      await isToEnd;
      await onOutcome({ y: 2 } as never, 1);
      return { backend: 'cpu' };
    });
    const going = trials.run({ ...START, x: 5 }, 'reader');
    const ended = (): Promise<void> => {
      end();
      return going;
    };
    return { paper, told, trials, ended };
  }

  it('is drawn at once and stays, where it leaves the outcome as it is', async () => {
    const { paper, told, trials, ended } = underWay();
    await vi.waitFor(() => expect(paper.drawn).toBeDefined());
    const set = { ...START, x: 5, dots: '1,2' };
    expect(trials.reuse(set, 'reader')).toBe(true);
    expect(paper.drawn).toMatchObject({ settings: set, outcome: { y: 1 } });
    expect(paper.state).toBe('running');
    await ended();
    expect(paper.drawn).toMatchObject({ settings: set, outcome: { y: 2 } });
    expect(told.ended).toHaveBeenCalledWith(
      expect.objectContaining({ settings: set }),
      'done',
      'reader',
    );
  });

  it('waits for the end where it asks for another outcome', async () => {
    const { paper, trials, ended } = underWay();
    await vi.waitFor(() => expect(paper.drawn).toBeDefined());
    expect(trials.reuse({ ...START, x: 6, dots: '1' }, 'reader')).toBe(false);
    await ended();
    expect(paper.drawn?.settings).toEqual({ ...START, x: 5 });
  });
});
