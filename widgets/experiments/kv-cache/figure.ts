/** The figure: what each character of an answer costs, and below it the memory that the weights and the cache take. */
import { nice } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Mark, Part, Point, Step } from '#kit/draw';
import { askedChart, barRows, below, byHandles, chart, dots, drawing, handle } from '#kit/draw';
import { keptExtent, later, line, number, panel, perCent, rule, WIDTH, withUnit } from '#kit/draw';
import type { CacheOutcome } from './model.ts';
import { CONTEXT, params, type CacheSettings } from './params.ts';
import { counted, kib, sayWithout } from './say.ts';

type Seen = View<CacheSettings, CacheOutcome>;
type Of = (one: CacheOutcome['lengths'][number]) => number;

/** What an author calls the step, and the columns of the table, that tell what the cache saves. */
export const WITHOUT = 'without';

const MILLION = 1e6;
const PLACES = { extent: [1, CONTEXT], isLog: true, ticks: [1, 4, 16, 64, CONTEXT] } as const;

/** Draws the run, for a page or a phone. */
export function draw(settings: CacheSettings, outcome: CacheOutcome, view: Seen): Drawing {
  const whole = below(10, drawWork(settings, outcome, view), drawMemory(outcome, view));
  const label =
    'The places of characters in an answer across and multiply-adds upwards, both on logarithmic scales: a line for a model with a cache, another for one without. Below, the memory that the weights and the cache take, as bars.';
  return { ...drawing(whole, label), steps: [withoutStep(settings, outcome)] };
}

/** The length is taken to the left and to the right. */
export const edit = byHandles<typeof params, CacheOutcome>(params, 'length');

const points = ({ lengths }: CacheOutcome, of: Of): readonly Point[] =>
  lengths.map((one, i) => [i + 1, of(one)]);

/** What a character costs by its place. What it costs without a cache waits for a prediction. */
function drawWork(settings: CacheSettings, outcome: CacheOutcome, view: Seen): Part {
  return chart<CacheSettings, CacheOutcome>({
    title: titleOf(settings, outcome),
    note: later(`without a cache, ${timesOf(outcome)} as much`),
    ...{ view, run: { settings, outcome }, right: 12, top: 24 },
    height: { wide: 226, narrow: 200 },
    x: { ...PLACES, label: 'place in the answer' },
    y: { extent: [0.01, 300], isLog: true, label: 'million multiply-adds' },
    marks: ({ settings: { length }, outcome: run }) => [
      rule({ x: length }, { look: 'before-line thin', still: false }),
      handle({
        ...{ sets: 'length', param: params.length, value: length, along: 'x', at: length },
        ...{ name: 'characters written', told: withUnit(number(length), 'characters') },
        ...{ hint: 'drag the mark', keys: '← → length' },
      }),
      ...curve(run, length, (one) => one.work, ['run-line', 'run-fill', 'with the cache']),
      ...curve(run, length, (one) => one.workWithout, ['cat-2 cat-line', 'cat-2', 'without'], true),
    ],
  });
}

/** How much more the character costs than the first, both with the cache. */
function titleOf({ length }: CacheSettings, { work, lengths: [first] }: CacheOutcome): string {
  if (length === 1 || !first) return 'The work for each character';
  return `Character ${number(length)} costs ${perCent(work / first.work - 1)} more than the first`;
}

const timesOf = ({ workTimes }: CacheOutcome): string =>
  workTimes === 1 ? 'just' : `${number(workTimes, 1)} times`;

/** A line over the places, and a dot at the length with what it comes to. */
function curve(
  run: CacheOutcome,
  length: number,
  of: Of,
  [look, dot, key]: readonly [look: string, dot: string, key: string],
  waits = false,
): readonly Mark[] {
  const at = points(run, (one) => of(one) / MILLION);
  return [
    line(at, { look, key, waits, still: true, twice: true }),
    dots(at.slice(length - 1, length), {
      ...{ look: dot, waits, still: false, twice: false },
      words: counted(of(run)),
      say: 'strong',
    }),
  ];
}

/** What the weights take, and the cache at this length; the bars hold while the weights and a full cache fit. */
function drawMemory(outcome: CacheOutcome, { layout, ghost, axes }: Seen): Part {
  const { weightBytes, cacheShare, lengths } = outcome;
  const top = Math.max(weightBytes, lengths.at(-1)?.cacheBytes ?? 0);
  const [, most] = keptExtent([0, top], nice(0, top, 4), axes?.['memory']);
  const row = (of: 'weightBytes' | 'cacheBytes', name: string, look: string, say: string) => ({
    ...{ name, say, bars: [[outcome[of], look]] as const, told: kib(outcome[of]) },
    was: ghost?.outcome[of],
  });
  const rows = [
    row('weightBytes', 'weights', 'before', 'soft'),
    row('cacheBytes', 'cache', 'run-fill', 'run strong'),
  ];
  const lay = { width: WIDTH[layout], most, pitch: 24, left: 60, right: 70, isAtEnd: true };
  const title = `The cache takes ${perCent(cacheShare)} of what the weights take`;
  return { ...panel({ title }, barRows(rows, lay, ghost)), axes: { memory: [0, most] } };
}

/** How many times as much work there is without a cache, by the length of the answer. */
function withoutStep(settings: CacheSettings, outcome: CacheOutcome): Step {
  return askedChart({
    name: WITHOUT,
    asks: 'What does the cache save?',
    says: sayWithout(settings, outcome),
    label: 'How many times as much work there is without a cache, by the length of the answer.',
    title: 'Without a cache',
    x: { ...PLACES, label: 'characters written' },
    y: { extent: [1, CONTEXT], isLog: true, ticks: PLACES.ticks, label: 'times as much work' },
    marks: [
      rule({ x: settings.length }),
      line(
        points(outcome, (one) => one.workTimes),
        { look: 'cat-2 cat-line', key: 'this character' },
      ),
      line(
        points(outcome, (one) => one.answerTimes),
        { look: 'sure-line', key: 'all up to it' },
      ),
    ],
  });
}
