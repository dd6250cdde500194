/** Runs of every experiment to look at: seeded settings of simulations, kept outcomes of what waits for its button, and what could be in their place. */
import { readFileSync } from 'node:fs';
import { randomSettings } from '../../../src/tasks/kinds/reach/random.ts';
import {
  changed,
  defaults,
  type AnySettings,
  type Table,
} from '../../../widgets/kit/contract/params.ts';
import {
  answersAtOnce,
  type AnyWidget,
  type SeenRun,
} from '../../../widgets/kit/contract/widget.ts';
import { seeded, type Random } from '../../../widgets/kit/numbers/random.ts';
import { unpack } from '../../../widgets/kit/record/pack.ts';
import { keptOutcomes } from '../../../widgets/run/kept/kept-outcomes.ts';
import { runOnNode } from '../../../widgets/run/node.ts';
import { QUEUE_PARAMS } from '../../../widgets/shared/queue/params.ts';
import { ALL } from '../../all.ts';
import { likeIt } from './like-it.ts';

/** So many settings of a simulation are looked at, and so many of a run with a model, kept or asked for. */
const [SIMULATED, REUSED] = ALL ? [400, 80] : [120, 60];
/** Of runs that train models of their own, have half a million customers or else take long, so many. */
const LONG: Readonly<Record<string, number>> = ALL
  ? { 'black-friday': 30, 'shrink-it': 30, 'trust-or-override': 40, 'two-districts': 200 }
  : {
      ...{ 'black-friday': 20, 'shrink-it': 20, 'trust-or-override': 30, 'two-districts': 50 },
      ...{ 'all-green': 60, leaderboard: 60, 'restaurant-ranker': 60, 'rolling-update': 60 },
      ...{ 'ship-it': 60, 'stale-model': 50, 'three-officers': 60 },
    };
/** Seeds of runs that ask for the model of another: as many as are kept at once, so that each is trained once. */
const SEEDS = 4;
/** A short run has the same words as a long one. */
const REQUESTS = 2000;
/** Few futures have the same words as many. */
const FUTURES = 5;

/** Lists that are written by hand. */
const BY_HAND = ['values', 'own'];

/** The runs of a widget, one after the other as a reader might make them. */
export async function runsOf(widget: AnyWidget, most = SIMULATED): Promise<readonly SeenRun[]> {
  if (!answersAtOnce(widget)) return learned(widget, Math.min(most, REUSED));
  const runs: SeenRun[] = [];
  for (let seed = 1; seed <= Math.min(most, mostOf(widget)); seed += 1) {
    const settings = settingsOf(widget, seed);
    const [outcome] = widget.models
      ? await keptOutcomes(widget, [settings])
      : [await runOnNode(widget, settings)];
    runs.push({ settings, outcome });
  }
  return runs;
}

const mostOf = ({ tag, models }: AnyWidget): number => LONG[tag] ?? (models ? REUSED : SIMULATED);

function settingsOf(widget: AnyWidget, seed: number): AnySettings {
  const table = widget.params as Table;
  const random = seeded(seed, 'seen');
  // Some of the settings are as at the start, as a reader leaves them.
  const vary = Object.keys(table).filter(
    (name) => random.uniform() < 0.6 && !BY_HAND.includes(name),
  );
  const drawn: AnySettings = { ...defaults(table), ...randomSettings(widget, vary, seed) };
  const settings = {
    ...drawn,
    ...('requests' in table && { requests: REQUESTS }),
    ...('futures' in drawn && { futures: Math.min(Number(drawn['futures']), FUTURES) }),
    // A narrow network has the same words as a wide one.
    ...('outlier' in table && { width: 16, seed: 1 + (seed % 2) }),
    ...('seed' in table && widget.models && { seed: 1 + (seed % SEEDS) }),
  };
  const texts = 'values' in table ? sourceOf(random, seed) : {};
  if ('own' in table) return { ...settings, own: coinsOf(random) };
  return changed(table, settings as never, texts) as AnySettings;
}

/** Coins by hand, none or many. */
function coinsOf(random: Random): string {
  const count = random.whole(4) === 0 ? 0 : 1 + random.whole(random.uniform() < 0.5 ? 45 : 400);
  return Array.from({ length: count }, () => (random.uniform() < 0.5 ? 'H' : 'T')).join('');
}

/** Latencies by hand, few or many, alike or not, or those of a queue. */
function sourceOf(random: Random, seed: number): AnySettings {
  const kind = random.whole(3);
  if (kind === 0) return { source: 'ten', values: '' };
  if (kind === 1) {
    const count = 1 + random.whole(random.uniform() < 0.5 ? 12 : 200);
    const wide = 10 ** (3 * random.uniform());
    const list = Array.from({ length: count }, () =>
      Number((100 * wide ** (random.uniform() - 0.5)).toPrecision(3)),
    );
    return { source: 'own', values: list.join(',') };
  }
  const queue = { params: QUEUE_PARAMS } as unknown as AnyWidget;
  const { maxBatch, arrivals } = randomSettings(queue, ['maxBatch', 'arrivals'], seed);
  return {
    source: `queue:maxBatch=${maxBatch}&arrivals=${arrivals}&requests=${REQUESTS}`,
    values: '',
  };
}

/** Five trained outcomes, and others: of the same models used otherwise, or with other counts in them. */
function learned(widget: AnyWidget, most: number): readonly SeenRun[] {
  const table = widget.params as Table;
  const start = defaults(table);
  const kept = readFileSync(`tests/widgets/seen/${widget.tag}.jsonl`, 'utf8').trim().split('\n');
  const trained: SeenRun[] = [
    {
      settings: start as AnySettings,
      outcome: unpack(readFileSync(`tests/pictures/${widget.tag}.outcome.json`, 'utf8')),
    },
    ...kept.map((line) => {
      const { settings, outcome } = JSON.parse(line) as { settings: AnySettings; outcome: string };
      return {
        settings: changed(table, start as never, settings) as AnySettings,
        outcome: unpack(outcome),
      };
    }),
  ];
  const others = Array.from({ length: most }, (_, seed) =>
    likeIt(widget, trained[seed % trained.length] as SeenRun, seed + 1),
  );
  return [...trained, ...others];
}
