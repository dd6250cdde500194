import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Latest } from '../../../widgets/page/latest.ts';

/** Frames that come when the test says so. */
let frames: (() => void)[] = [];
const frame = (): Promise<void> => new Promise((resolve) => frames.push(resolve));
const nextFrame = async (): Promise<void> => {
  for (const show of frames.splice(0)) show();
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  frames = [];
});

it('what comes is answered in a task of its own', async () => {
  const answer = vi.fn();
  const latest = new Latest<number>(answer, frame);
  latest.put(1);
  expect(answer).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(0);
  expect(answer.mock.calls).toEqual([[1]]);
});

it('a frame has one answer, of the latest that has come by then', async () => {
  const answer = vi.fn();
  const latest = new Latest<number>(answer, frame);
  for (let value = 1; value <= 10; value += 1) latest.put(value);
  await vi.advanceTimersByTimeAsync(0);
  for (let value = 11; value <= 100; value += 1) latest.put(value);
  await vi.advanceTimersByTimeAsync(1000);
  expect(answer.mock.calls).toEqual([[10]]);
  await nextFrame();
  expect(answer.mock.calls).toEqual([[10], [100]]);
  await nextFrame();
  latest.put(101);
  await vi.advanceTimersByTimeAsync(0);
  expect(answer).toHaveBeenCalledTimes(3);
});

it('what has been overtaken is dropped', async () => {
  const answer = vi.fn();
  const latest = new Latest<number>(answer, frame);
  latest.put(1);
  latest.drop();
  await vi.advanceTimersByTimeAsync(0);
  await nextFrame();
  expect(answer).not.toHaveBeenCalled();
  latest.put(2);
  await vi.advanceTimersByTimeAsync(0);
  expect(answer.mock.calls).toEqual([[2]]);
});
