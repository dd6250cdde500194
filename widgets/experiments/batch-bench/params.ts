/** What can be set at the bench: the queue's own settings, and the situations that the text talks about. */
import type { Preset } from '#kit/contract';
import { preset } from '#kit/contract';
import { QUEUE_PARAMS, type QueueSettings } from '../../shared/queue/params.ts';

/** The bench begins with one control; the other two come once the reader has predicted what it does. */
export const params = {
  ...QUEUE_PARAMS,
  arrivals: { ...QUEUE_PARAMS.arrivals, after: 'reveal' },
  maxWait: { ...QUEUE_PARAMS.maxWait, after: 'reveal' },
} as const;
/** Settings of one run: those of its queue. */
export type BenchSettings = QueueSettings;

/** At 99 of 100 of the course note's own rates: at the full rate a queue has no slack, and the bench rightly refuses. */
const note = { arrivalProcess: 'steady', itemCost: 0 } as const;
const filled = { ...note, maxWait: 500 } as const;

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  preset('one-in-10', 'One in 10 ms', { ...note, fixedCost: 10, arrivals: 99 }),
  preset('one-in-100', 'One in 100 ms', { ...note, fixedCost: 100, arrivals: 9.9 }),
  preset('ten-in-10', 'Ten in 10 ms', { ...filled, fixedCost: 10, maxBatch: 10, arrivals: 990 }),
  preset('hundred-in-50', 'A hundred in 50 ms', {
    ...filled,
    fixedCost: 50,
    maxBatch: 100,
    arrivals: 1980,
  }),
  preset('gpu', 'A GPU: starting costs', { maxBatch: 32, arrivals: 500 }),
  preset('cpu', 'A CPU: each item costs', {
    fixedCost: 1,
    itemCost: 6,
    maxBatch: 32,
    arrivals: 130,
  }),
  preset('static-32', 'Always 32 together', { maxBatch: 32, maxWait: 500, arrivals: 500 }),
];
