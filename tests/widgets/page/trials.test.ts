/** One run at a time, on a page that only writes down what it was told to show. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { RunFailed, unwanted } from '../../../widgets/kit/contract/faults.ts';
import { defaults } from '../../../widgets/kit/contract/params.ts';
import type { Stage } from '../../../widgets/page/stage.ts';
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
  readonly draw = vi.fn();
  get isRunning(): boolean {
    return this.state === 'running';
  }
  part(): null {
    return null;
  }
  show(state: string, sentence = ''): void {
    [this.state, this.sentence] = [state, sentence];
  }
  tell(sentence: string): void {
    this.sentence = sentence;
  }
  step(): Promise<void> {
    return Promise.resolve();
  }
}

function opened() {
  const paper = new Paper();
  const told = { onEnd: vi.fn(), onShown: vi.fn(), onNotice: vi.fn(), onFailure: vi.fn() };
  return { paper, told, trials: new Trials(toy, paper as unknown as Stage, START, told) };
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
    expect(told.onFailure).toHaveBeenCalledOnce();
  });

  it('leaves a run of the same experiment that goes on its state, and is said as a notice', async () => {
    const { paper, told, trials } = opened();
    await trials.run(START, 'reader');
    const end = held();
    const going = trials.run({ ...START, x: 5 }, 'reader');
    trials.fail(FAILURE);
    expect(paper.state).toBe('running');
    expect(told.onNotice).toHaveBeenCalledWith('The worker is gone. Press run again.');
    end();
    await going;
    expect(paper.state).toBe('done');
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
