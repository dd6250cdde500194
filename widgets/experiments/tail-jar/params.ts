/** What can be set about the jar: which latencies are in it, how a percentile is read, and how pages fan out. */
import { readSettings, type Query, type Settings } from '../../kit/contract/params.ts';
import { pairsOf, readInner } from '../../kit/contract/run-name.ts';
import { QUEUE_PARAMS, type QueueSettings } from '../../shared/queue/params.ts';
import type { Preset } from '../../kit/contract/widget.ts';

/** Latencies of ten requests in ms, as the course note gives them. */
const TEN: readonly number[] = [100, 102, 100, 100, 99, 104, 110, 90, 3000, 95];

const QUEUE = 'queue:';
/** The most latencies that are taken by hand. */
export const MOST_VALUES = 200;

/** The parameter table of `tail-jar`. */
export const params = {
  source: {
    kind: 'text',
    label: 'Latencies from',
    help: 'Ten requests of the course note, your own list, or the log of a queue with the settings written after “queue:”.',
    place: 'more',
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
    kind: 'text',
    label: 'Your own',
    help: 'Up to 200 latencies in ms, with commas between. Up to 40 can also be changed in the figure: drag a dot, press between the dots to add one, drag one below the axis to take it away. By keyboard, with a dot in focus: left and right move it, up and down go to another, Delete takes it away.',
    place: 'first',
    default: '',
    parse: (text: string) => valuesOf(text).join(','),
  },
  definition: {
    kind: 'choice',
    label: 'Percentile by',
    help: 'Textbooks disagree on which value of a sorted list is the 90th percentile.',
    place: 'first',
    after: 'reveal',
    options: [
      { value: 'nearest', label: 'nearest rank' },
      { value: 'linear', label: 'linear interpolation' },
      { value: 'index', label: 'sorted[int(0.9 n)]' },
    ],
    default: 'nearest',
  },
  fanOut: {
    kind: 'number',
    label: 'Calls of a page',
    help: 'How many answers a page needs: it waits for the slowest of them.',
    place: 'first',
    after: 'reveal',
    min: 1,
    max: 500,
    step: 1,
    default: 1,
    whole: true,
    scale: 'log',
    spreadAt: [1, 2, 3, 5, 7, 10, 14, 20, 30, 50, 69, 100, 150, 200, 300, 500],
  },
  customers: {
    kind: 'choice',
    label: 'Customers',
    help: 'An assumption, measured nowhere: the slower a request, the more orders its customer has placed.',
    place: 'more',
    options: [
      { value: 'plain', label: 'all alike' },
      { value: 'byValue', label: 'the slowest have bought most' },
    ],
    default: 'plain',
  },
  correlation: {
    kind: 'number',
    label: 'Likeness of calls',
    help: 'Correlation of any two calls of a page: 0, each has its own luck; 1, all share the same.',
    place: 'more',
    min: 0,
    max: 1,
    step: 0.05,
    default: 0,
  },
  seed: {
    kind: 'number',
    label: 'Seed',
    help: 'Draws the pages of the picture, and the queue unless its settings name a seed.',
    place: 'more',
    min: 1,
    max: 999_999,
    step: 1,
    default: 1,
    whole: true,
    spreadAt: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  },
} as const;

/** Settings of one run. */
export type JarSettings = Settings<typeof params>;

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  { id: 'ten', label: 'Ten requests', settings: {} },
  { id: 'queue', label: 'A queue’s log', settings: { source: 'queue:arrivals=100' } },
  {
    id: 'fan-out',
    label: 'A page of 69 calls',
    settings: { source: 'queue:maxBatch=8&arrivals=100', fanOut: 69 },
  },
];

/** The latencies of a jar that was not filled by a queue, in the order they are written; `null` for a queue's log. */
export function listOf(settings: Pick<JarSettings, 'source' | 'values'>): readonly number[] | null {
  if (settings.source.startsWith(QUEUE)) return null;
  const own = valuesOf(settings.values);
  return own.length > 0 ? own : TEN;
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

/** The settings of a queue as written in a source; `null` for the ten requests. */
export function queueOf(source: string, seed: number): QueueSettings | null {
  if (!source.startsWith(QUEUE)) return null;
  return readSettings(QUEUE_PARAMS, { seed: String(seed), ...pairsOf(source.slice(QUEUE.length)) })
    .settings;
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
