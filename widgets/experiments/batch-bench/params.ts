/** What can be set at the bench: the queue's own settings, and the situations that the text talks about. */
import { QUEUE_PARAMS, type QueueSettings } from '../../shared/queue/params.ts';
import type { Preset } from '../../kit/contract/widget.ts';

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
  { id: 'one-in-10', label: 'One in 10 ms', settings: { ...note, fixedCost: 10, arrivals: 99 } },
  {
    id: 'one-in-100',
    label: 'One in 100 ms',
    settings: { ...note, fixedCost: 100, arrivals: 9.9 },
  },
  {
    id: 'ten-in-10',
    label: 'Ten in 10 ms',
    settings: { ...filled, fixedCost: 10, maxBatch: 10, arrivals: 990 },
  },
  {
    id: 'hundred-in-50',
    label: 'A hundred in 50 ms',
    settings: { ...filled, fixedCost: 50, maxBatch: 100, arrivals: 1980 },
  },
  {
    id: 'gpu',
    label: 'A GPU: starting costs',
    settings: { maxBatch: 32, arrivals: 500 },
  },
  {
    id: 'cpu',
    label: 'A CPU: each item costs',
    settings: { fixedCost: 1, itemCost: 6, maxBatch: 32, arrivals: 130 },
  },
  {
    id: 'static-32',
    label: 'Always 32 together',
    settings: { maxBatch: 32, maxWait: 500, arrivals: 500 },
  },
];
