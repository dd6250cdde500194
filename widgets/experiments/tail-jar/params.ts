/** What can be set about the jar: which latencies are in it, how a percentile is read, and how pages fan out. */
import type { Preset, Query, Settings } from '#kit/contract';
import { amount, choice, first, more, pairsOf, preset, readInner } from '#kit/contract';
import { readSettings, revealed, seed, whole } from '#kit/contract';
import { QUEUE_PARAMS, type QueueSettings } from '../../shared/queue/params.ts';

/** Latencies of ten requests in ms, as the course note gives them. */
const TEN: readonly number[] = [100, 102, 100, 100, 99, 104, 110, 90, 3000, 95];

const QUEUE = 'queue:';
const MOST_VALUES = 200;
/** More dots than this are too small to take hold of. */
const MOST_HANDLES = 40;

/** The parameter table of `tail-jar`. */
export const params = {
  source: {
    ...more('Latencies from'),
    help: 'Ten requests of the course note, your own list, or the log of a queue with the settings written after “queue:”.',
    kind: 'text',
    default: 'ten',
    options: [
      { value: 'ten', label: 'ten requests' },
      { value: 'own', label: 'your own list' },
      { value: 'queue:arrivals=100', label: 'a queue, one at a time' },
      { value: 'queue:maxBatch=8&arrivals=100', label: 'a queue, in batches of 8' },
    ],
    parse: parseSource,
  },
  values: {
    ...first('Your own'),
    help: 'Up to 200 latencies in ms, with commas between. Up to 40 can also be changed in the figure: drag a dot, press between the dots to add one, drag one below the axis to take it away. By keyboard, with a dot in focus: left and right move it, up and down go to another, Delete takes it away.',
    kind: 'text',
    default: '',
    parse: (text: string) => valuesOf(text).join(','),
  },
  definition: {
    ...revealed('Percentile by'),
    help: 'Textbooks disagree on which value of a sorted list is the 90th percentile.',
    ...choice(
      { nearest: 'nearest rank', linear: 'linear interpolation', index: 'sorted[int(0.9 n)]' },
      'nearest',
    ),
  },
  fanOut: {
    ...revealed('Calls of a page'),
    help: 'How many answers a page needs: it waits for the slowest of them.',
    ...whole({ min: 1, max: 500, default: 1 }),
    scale: 'log',
    spreadAt: [1, 2, 3, 5, 7, 10, 14, 20, 30, 50, 69, 100, 150, 200, 300, 500],
  },
  customers: {
    ...more('Customers'),
    help: 'An assumption, measured nowhere: the slower a request, the more orders its customer has placed.',
    ...choice({ plain: 'all alike', byValue: 'the slowest have bought most' }, 'plain'),
  },
  correlation: {
    ...more('Likeness of calls'),
    help: 'Correlation of any two calls of a page: 0, each has its own luck; 1, all share the same.',
    ...amount({ min: 0, max: 1, step: 0.05, default: 0 }),
  },
  seed: seed(
    'Draws the pages of the picture, and the queue unless its settings name a seed.',
    999_999,
  ),
} as const;

/** Settings of one run. */
export type JarSettings = Settings<typeof params>;

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  preset('ten', 'Ten requests', {}),
  preset('queue', 'A queue’s log', { source: 'queue:arrivals=100' }),
  preset('fan-out', 'A page of 69 calls', { source: 'queue:maxBatch=8&arrivals=100', fanOut: 69 }),
];

/** The latencies of a jar that was not filled by a queue, in the order they are written; `null` for a queue's log. */
export function listOf({ source, values }: JarSettings): readonly number[] | null {
  if (source.startsWith(QUEUE)) return null;
  return values === '' ? TEN : valuesOf(values);
}

/** Latencies that stand in the figure to be dragged; none of a queue's log. */
export function editable(settings: JarSettings): readonly number[] {
  const list = listOf(settings);
  return list && list.length <= MOST_HANDLES ? list : [];
}

/** A latency in the figures that a hand can aim at: whole ms, tens from 1,000 on, tenths under 10. */
export function rounded(value: number): number {
  const grain = value >= 1000 ? 10 : value >= 10 ? 1 : 0.1;
  return Number((Math.max(1, Math.round(value / grain)) * grain).toPrecision(6));
}

/** The source and the list by hand go together: whichever the reader has just changed decides. */
export function follow(settings: JarSettings, changed: string): JarSettings {
  const { source, values } = settings;
  if (changed === 'values') return { ...settings, source: values === '' ? 'ten' : 'own' };
  if (changed !== 'source') return settings;
  if (source === 'own') return { ...settings, values: values === '' ? TEN.join(',') : values };
  return { ...settings, values: '' };
}

/** In version 1 a list by hand took the place of any source; since version 2 the source says which of them is meant. */
export function migrate(query: Query, from: number): Query {
  return from < 2 && (query['values'] ?? '') !== '' ? { ...query, source: 'own' } : query;
}

/** The settings of the queue whose log fills the jar; `null` for a list. */
export function queueOf({ source, seed }: JarSettings): QueueSettings | null {
  if (!source.startsWith(QUEUE)) return null;
  const query = { seed: String(seed), ...pairsOf(source.slice(QUEUE.length)) };
  return readSettings(QUEUE_PARAMS, query).settings;
}

function parseSource(text: string): string {
  if (text === 'ten' || text === 'own') return text;
  if (!text.startsWith(QUEUE))
    throw new Error('ten, own, or queue: and settings such as maxBatch=8&arrivals=100');
  return QUEUE + readInner(QUEUE_PARAMS, text.slice(QUEUE.length)).text;
}

/** Latencies as written by hand; none for an empty text. */
function valuesOf(text: string): number[] {
  if (text.trim() === '') return [];
  const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (values.length > MOST_VALUES) throw new Error(`at most ${MOST_VALUES} numbers`);
  if (values.some((value) => !(value > 0 && value <= 1e6))) {
    throw new Error(
      'numbers above 0 and up to 1,000,000 with commas between, such as 100,102,3000',
    );
  }
  return values;
}
