/** What docstrings promise of a first change: each program is run as it is, and changed in the line that is named. */
import { expect, test } from 'vitest';
import { sourcesOf } from '../../scripts/programs.ts';
import { defaults, type AnySettings, type Table } from '../../widgets/kit/contract/params.ts';
import { aboutOf } from '../../widgets/kit/python/about.ts';
import { programOf } from '../../widgets/kit/python/program.ts';
import { ALL } from '../all.ts';
import { EXPERIMENTS } from '../experiments.ts';
import { PYTHON, printed } from './printed.ts';

/** What a measure is before and after, times so much, as rounded as it is said there. */
type Claims = Readonly<Record<string, readonly [was: number, is: number, times?: number]>>;

// prettier-ignore
const CHANGES: readonly [tag: string, words: string, line: string, becomes: string, Claims][] = [
  ['all-green', 'fault=fahrenheit checks=ks.temp', "now['temp'] = 1.8 * now['temp'] + 32", "now['temp'] += 5", { errorAfter: [276, 54], caught: [40, 21, 40] }],
  ['batch-bench', 'maxBatch=32', 's.fixedCost + s.itemCost * size', 'max(s.fixedCost, s.itemCost * size)', { capacity: [2000, 4000], p99: [16.7, 15.9] }],
  ['black-friday', '', 'wanted = fleet.ready * ratio', 'wanted = fleet.ordered * ratio', { minutesToEnough: [14, 4], peakServers: [113, 200] }],
  ['class-imbalance', '', 'DECAY = 0.002', 'DECAY = 0', { recall: [44, 66, 100], costPerThousand: [11.1, 6.9] }],
  ['data-poisoning', 'poisoned=20', 'poison_labels = np.full(len(victims), attack.target)', 'poison_labels = labels[victims]', { attackSuccess: [93, 0, 100] }],
  ['dataset-sizes', '', 'SURE = 0.95', 'SURE = 0.5', { growthPerYear: [1.18, 1.18], growthLow: [0.05, 0.9], growthHigh: [29, 1.5] }],
  ['distribution-shift', 'repair=labels', 'lesson = [home, abroad]', 'lesson = [abroad]', { homeAccuracy: [84, 60, 100], abroadAccuracy: [62, 60, 100] }],
  ['first-look', 'columns=1', 'rows = images[learned[batch]]', 'rows = shifted(images[learned[batch]], orders.whole(3) - 1, 0)', { accuracy: [64, 88, 100] }],
  ['gain-worth', '', 'else 100\n', 'else 10\n', { left: [-300000, 600000] }],
  ['kv-cache', 'length=256', '2 * place', '2 * min(place, 64)', { work: [167872, 118720], workTimes: [200, 243] }],
  ['language-model', '', 'np.where(past, nearness, -np.inf)', 'nearness', { knownShare: [0.1, 0], loss: [2.1, 1] }],
  ['late-labels', '', 'changed = min(s.window, max(0, day - s.delay))', 'changed = s.window if day > s.delay else 0', { noticedOnDay: [9, 8] }],
  ['leaderboard', 'rule=ladder submissions=20', 'STEP = math.ceil(math.sqrt(s.items) / 2)', 'STEP = s.items', { gap: [2.9, 2.1, 100] }],
  ['leaderboard', 'rule=ladder submissions=1', 'STEP = math.ceil(math.sqrt(s.items) / 2)', 'STEP = s.items', { gap: [2.1, 2.1, 100] }],
  ['mind-vs-data', 'model=leastSquares', 'np.eye(rows.shape[1])', '0.001 * np.eye(rows.shape[1])', { error: [28, 43, 100] }],
  ['new-classes', 'newLabels=100', 'is_old = ~is_new', 'is_old = ~is_new & (np.cumsum(~is_new) <= 100)', { newAccuracy: [66, 88, 100], oldAccuracy: [93, 81, 100] }],
  ['overall-score', '', 'return s.group * right + (1 - s.group) * s.others', 'return (right + s.others) / 2', { overall: [0.98, 0.5], errorsInGroup: [1, 1] }],
  ['own-digit', '', "'7': ['2,0 8,0'", "'7': ['5,0 8,0'", { answer: [7, 1], confidence: [100, 95, 100] }],
  ['pattern-hunt', 'source=letters symbols=20000 memory=2', 'past = drawn[max(0, i - s.memory) : i]', "past = ''.join(sorted(drawn[max(0, i - s.memory) : i]))", { accuracy: [40, 35, 100] }],
  ['restaurant-ranker', 'salesShare=0.3', 'LOG_NOISE = 0.5', 'LOG_NOISE = 0', { ordersPerThousand: [494, 499], ordersLost: [2.5, 2.2, 100] }],
  ['rolling-update', 'atOnce=3', 'OUT = 2 * MINUTE', 'OUT = MINUTE / 2', { minutes: [8, 2], refusedShare: [9.2, 9.8, 100] }],
  ['rules-or-ml', '', 'PRIOR_COUNT = 1 ', 'PRIOR_COUNT = 0.01 ', { modelRecall: [65, 87, 100], modelFalseAlarms: [0.9, 10, 100] }],
  ['rules-or-ml', 'labels=3000', 'PRIOR_COUNT = 1 ', 'PRIOR_COUNT = 0.01 ', { modelRecall: [94, 93, 100], modelFalseAlarms: [0.6, 0.6, 100] }],
  ['same-run', 'change=sumOrder', 'return numbers.astype(np.float32)', 'return numbers.astype(np.float16)', { predictionsChanged: [0, 100] }],
  ['ship-it', 'moves=OTLRTLSTLNTD', '> PLACE / CLICK', '> 0.5', { clicked: [30, 76, 100], revenue: [77, 47, 1 / 1000] }],
  ['shrink-it', 'prune=0.5', "np.argsort(np.argsort(sizes, kind='stable'))", "np.array(Stream(s.seed, 'ranks').order(len(sizes)))", { pointsLost: [0.8, 40, 100] }],
  ['shrink-it', 'prune=0.5 retrain=1', "np.argsort(np.argsort(sizes, kind='stable'))", "np.array(Stream(s.seed, 'ranks').order(len(sizes)))", { pointsLost: [-0.4, 1, 100] }],
  ['stale-model', 'policy=every window=0', 'return model(days)', 'return hires[latest].sum() / model(latest).sum() * model(days)', { meanError: [84, 50] }],
  ['stale-model', 'policy=every window=3', 'return model(days)', 'return hires[latest].sum() / model(latest).sum() * model(days)', { meanError: [56, 53] }],
  ['synthetic-shifts', 'shift=invert amount=100', 'pictures.mean(axis=1, dtype=float)', 'pictures.std(axis=1, dtype=float)', { ringing: [1, 0] }],
  ['system-map', 'down=interface', 'FOUND = 0.05', 'FOUND = 0.5', { failedSlips: [735, 610], wrongDishes: [450, 460] }],
  ['tail-jar', 'source=queue: fanOut=69', 'return s.correlation * u', 'u = 1 - (1 - u) ** 2\n    return s.correlation * u', { p90: [60, 60], p99: [115, 115], fanOutMedian: [115, 60] }],
  ['three-officers', 'features=noProxies', "'condominium')", "'condominium', 'bad public record')", { raceGuessed: [67, 65, 100], approvalGap: [15, 9] }],
  ['token-serving', '', 'rows = len(self.writing) + self.held', 'rows = len(self.writing)', { capacity: [1.14, 1.22] }],
  ['token-serving', 'policy=continuous', 'rows = len(self.writing) + self.held', 'rows = len(self.writing)', { capacity: [2.05, 2.05] }],
  ['trust-or-override', '', 'PENALTY = 1.0', 'PENALTY = 100.0', { heaviestWeight: [3.23, 0.54], newslettersFlagged: [84, 62, 100], laterSpamCaught: [91, 68, 100] }],
  ['two-districts', 'rateB=0.25', 'here.records += sees', 'here.records += 1', { citiesMisnamed: [0, 48, 100] }],
  ['wrong-labels', '', 'steps = np.array([1 + stream.whole(9) for _ in right])', 'steps = np.ones(len(right), int)', { bestAccuracy: [82, 66, 100] }],
];

const written = EXPERIMENTS.flatMap((widget) => (sourcesOf(widget.tag) ? [widget] : []));
const asked = CHANGES.flatMap(([tag, ...rest]) => {
  const [widget, sources] = [written.find((one) => one.tag === tag), sourcesOf(tag)];
  return widget && sources ? [{ tag, widget, sources, rest }] : [];
});

test('every program has a first change', () => {
  expect([...new Set(asked.map(({ tag }) => tag))]).toEqual(
    written.map(({ tag }) => tag).toSorted(),
  );
});

for (const { tag, widget, sources, rest } of asked) {
  const [words, line, becomes, claims] = rest;
  const { first, trains: learns } = aboutOf(sources.program);
  const isLong = learns || tag === 'black-friday';
  test.skipIf(!PYTHON || (isLong && !ALL))(`${tag} ${words}`, { timeout: 120_000 }, () => {
    const whole = programOf(sources, defaults(widget.params as Table) as AnySettings);
    const program = whole.replace(/^"""[\s\S]*?"""/, '');
    const around = program.split(line);
    expect(around, `“${line}” stands in the program once`).toHaveLength(2);
    const runs = [program, around.join(becomes)].map((text) => printed(text, words.split(' ')));
    if (words) expect(first).toContain(`\`${words}\``);
    for (const [name, [was, is, times = 1]] of Object.entries(claims))
      for (const [i, said] of [was, is].entries()) {
        const value = (runs[i]?.[name] ?? NaN) * times;
        const place = 10 ** -(String(said).split('.')[1]?.length ?? 0);
        // Networks part by half a point.
        const most = learns ? place : place / 2;
        expect(Math.abs(value - said), `${name} = ${value}`).toBeLessThanOrEqual(most);
        if (![0, 1, 100].includes(said))
          expect(first).toContain(Math.abs(said).toLocaleString('en'));
      }
  });
}
