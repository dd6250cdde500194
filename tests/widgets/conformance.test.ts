/** What every experiment promises, whatever its subject: found by folder, and asked of each as far as its facts say that it applies. */
import { describe, expect, test } from 'vitest';
import { randomSettings } from '../../src/tasks/kinds/reach/random.ts';
import { loadWidgets } from '../../widgets/index.ts';
import { defaults, readSettings, type AnySettings } from '../../widgets/kit/contract/params.ts';
import type { Table } from '../../widgets/kit/contract/params.ts';
import {
  answersAtOnce,
  learnerOf,
  measureAll,
  runsOnBackend,
  trainsWhenAsked,
} from '../../widgets/kit/contract/widget.ts';
import {
  workerOf,
  type AnyRun,
  type AnyWidget,
  type Epochs,
  type Learner,
} from '../../widgets/kit/contract/widget.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';
import { pack, unpack } from '../../widgets/kit/record/pack.ts';
import { LEARNERS } from '../../widgets/run/lab/learners.ts';
import { ModelShelf } from '../../widgets/run/lab/models.ts';
import { nodeEnv, runOnNode } from '../../widgets/run/lab/node.ts';
import * as tf from '../../widgets/engine/tf.ts';
import { ALL } from '../all.ts';
import { EXPERIMENTS } from '../experiments.ts';
import { drawn } from './drawn.ts';
import { measuredAlike, learnsNothing } from './conformance/measures.ts';
import { runsOf } from './seen/runs.ts';
import { emptied, TICK, UNWANTED, watched, type Shows } from './conformance/watched.ts';

const WIDGETS = EXPERIMENTS;
const startOf = ({ params }: AnyWidget): AnySettings => defaults(params as Table) as AnySettings;
const hasSeed = (widget: AnyWidget): boolean => 'seed' in startOf(widget);
const seeded = (widget: AnyWidget, seed: number): AnySettings =>
  hasSeed(widget) ? { ...startOf(widget), seed } : startOf(widget);
const sweeps = ({ runner }: AnyWidget): boolean =>
  learnerOf((LEARNERS[runner as 'lab/'] ?? (() => undefined)) as AnyRun).sweep !== undefined;
/** The start, and what else its author has named. */
const named = (widget: AnyWidget): readonly AnySettings[] =>
  [{}, ...widget.presets.map(({ settings }) => settings)].map((changes) => ({
    ...startOf(widget),
    ...changes,
  }));
const titled = (widgets: readonly AnyWidget[]): readonly (readonly [string, AnyWidget])[] =>
  widgets.map((widget) => [widget.tag, widget]);

/** The start of each, run once for all who look at it. */
const whole = new Map<string, ReturnType<typeof watched>>();
const shelf = new ModelShelf();
function startRun(widget: AnyWidget): ReturnType<typeof watched> {
  const run = whole.get(widget.tag) ?? watched(widget, startOf(widget), { shelf });
  whole.set(widget.tag, run);
  return run;
}
const outcomeOf = (shows: Shows): unknown => shows.at(-1)?.outcome;
/** The start with every setting moved that asks for no other model. */
function usedOtherwise(widget: AnyWidget, outcome: unknown): AnySettings {
  const ran = { settings: startOf(widget), outcome };
  return Object.keys(ran.settings).reduce((settings, name) => {
    const kind = (widget.params as Table)[name]?.kind;
    const next = kind !== 'text' && { ...settings, ...randomSettings(widget, [name], 6) };
    return next && widget.reuse?.(next, ran) !== undefined ? next : settings;
  }, ran.settings);
}

describe.each(titled(WIDGETS))('%s', (_, widget) => {
  const start = startOf(widget);

  test('shows something before it has trained, does ever more of its work, and ends with all of it done', async () => {
    const { shows, end } = await startRun(widget);
    expect(end).toBeUndefined();
    const shares = shows.map(({ share }) => share);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    if (runsOnBackend(widget) && !widget.models) expect(shares[0]).toBe(0);
    if (!trainsWhenAsked(widget) || widget.timeline?.kind !== 'stages') return;
    // A training is seen before it begins and after each of its epochs, and no two of them alike.
    const epochs = shows.map(
      ({ outcome }) => widget.timeline?.label(outcome as never, 0) as Epochs,
    );
    const [{ planned }] = epochs as [Epochs];
    const done = [...new Set(epochs.map((one) => one.done))];
    expect(done).toEqual(Array.from({ length: planned + 1 }, (_, epoch) => epoch));
    const pictures = shows.map(({ outcome }) => drawn(widget, start, outcome, 'wide'));
    expect(new Set(pictures).size).toBeGreaterThan(planned);
  });

  test('comes to the same outcome again, and leaves no tensor behind', async () => {
    const { shows } = await startRun(widget);
    const before = tensors(widget);
    const again = await watched(widget, start, { shelf });
    expect(outcomeOf(again.shows)).toEqual(outcomeOf(shows));
    expect(tensors(widget)).toBe(before);
    // Whoever uses the model of another finds it at hand.
    if (widget.models) expect(again.shows).toHaveLength(1);
  });

  test.runIf(hasSeed(widget))('comes to another outcome with another seed', async () => {
    const measured = (outcome: unknown): string => JSON.stringify(measureAll(widget, outcome));
    const outcomeWith = async (settings: AnySettings): Promise<unknown> =>
      outcomeOf((await watched(widget, settings, { shelf })).shows);
    const first = measured(outcomeOf((await startRun(widget)).shows));
    if (measured(await outcomeWith(seeded(widget, 2))) !== first) return;
    // Chance has no part in the start: it has in others that readers come to.
    for (const { settings, outcome } of await runsOf(widget, 9))
      if (measured(await outcomeWith({ ...settings, seed: 77 })) !== measured(outcome)) return;
    expect.fail('no seed changes anything');
  });

  test('ends at whichever show finds that nobody wants it any more, and keeps no tensor', async () => {
    const { shows } = await startRun(widget);
    const before = tensors(widget);
    // Each with a seed of its own, so that what has been learned for one is not at hand for the next.
    const stops = new Set([1, 3, Math.ceil(shows.length / 2)]);
    for (const stopAt of [...stops].filter((at) => at <= shows.length)) {
      const own = new ModelShelf();
      const settings = seeded(widget, 70 + stopAt);
      const stopped = await watched(widget, settings, { stopAt, shelf: own });
      emptied(own);
      expect(stopped.end, `at show ${stopAt}`).toBe(UNWANTED);
      expect(stopped.shows).toHaveLength(stopAt);
      expect(tensors(widget)).toBe(before);
    }
  });

  test('can be drawn, said and tabulated at whatever it shows on the way', async () => {
    const { shows } = await startRun(widget);
    for (const at of [0, 1, Math.floor(shows.length / 2)]) {
      const { outcome } = shows[at] ?? { outcome: outcomeOf(shows) };
      expect(all(widget, start, outcome), `show ${at}`).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  test('says, tabulates, measures and draws the same after its outcome has come from a worker', async () => {
    const outcome = outcomeOf((await startRun(widget)).shows);
    const arrived = structuredClone(outcome);
    expect(arrived).toEqual(outcome);
    expect(all(widget, start, arrived) === all(widget, start, outcome)).toBe(true);
  });

  test('has presets that can be read, and measures that some run has', async () => {
    for (const { id, settings } of widget.presets) {
      const query = Object.entries(settings).map(([name, value]) => [name, String(value)] as const);
      const read = readSettings(widget.params as Table, Object.fromEntries(query));
      expect(read, id).toMatchObject({ clamped: {}, unreadable: [] });
      expect(read.settings).toMatchObject(settings);
    }
    expect(Object.keys(widget.measures)).toContain(widget.spreadMeasure);
  });
});

describe.each(titled(WIDGETS.filter((widget) => !answersAtOnce(widget))))(
  '%s, which waits for its button',
  (_, widget) => {
    test('says and tabulates the same after its outcome has been packed into a page', async () => {
      const start = startOf(widget);
      const outcome = outcomeOf((await startRun(widget)).shows);
      const packed = unpack(pack(outcome));
      expect(widget.say(start, packed)).toBe(widget.say(start, outcome));
      expect(pack(widget.tabulate(start, packed))).toBe(pack(widget.tabulate(start, outcome)));
      const [one, other] = [packed, outcome].map((of) => measureAll(widget, of).measures);
      measuredAlike(widget, one ?? {}, other ?? {}, 1e-6);
    });
  },
);

describe.each(titled(WIDGETS.filter(({ reuse }) => reuse)))(
  '%s, whose model serves again',
  (_, widget) => {
    test('answers for other uses as a run of its own would', async () => {
      const outcome = outcomeOf((await startRun(widget)).shows);
      const settings = usedOtherwise(widget, outcome);
      const used: unknown = widget.reuse?.(settings, { settings: startOf(widget), outcome });
      expect((await keptOutcomes(widget, [settings]))[0]).toEqual(used);
    });
  },
);

describe.each(titled(WIDGETS.filter(runsOnBackend)))('%s, on a back end', (_, widget) => {
  const start = startOf(widget);

  test('on the cpu comes within half a point of wasm', async () => {
    const cpu = measureAll(widget, await runOnNode(widget, start, 'cpu')).measures;
    const wasm = measureAll(widget, outcomeOf((await startRun(widget)).shows)).measures;
    measuredAlike(widget, cpu, wasm);
  });

  test('refuses data that cannot be the published ones, in a sentence', async () => {
    const { files } = await startRun(widget);
    expect(files.size).toBeGreaterThan(0);
    for (const file of files) {
      for (const alter of [halved, turned]) {
        const { end } = await watched(widget, start, {
          alter: (bytes, name) => (name === file ? alter(bytes) : bytes),
        });
        expect(String(end), file).toMatch(/\.bin does not hold .*: it is damaged/);
      }
    }
  });

  // What only asks one digit of a model has nothing to be right about on the whole.
  const measures = Object.keys(widget.measures).join(' ');
  test.runIf(/ccuracy|rocAuc/.test(measures))(
    'learns nothing from labels that are shuffled',
    async () => {
      await learnsNothing(widget, start, await startRun(widget));
    },
  );
});

describe.each(titled(WIDGETS.filter(sweeps)))('%s, with many models at once', (_, widget) => {
  test('comes to the outcomes of single runs, and keeps no tensor', async () => {
    const presets = named(widget).slice(1);
    const last = { ...named(widget).at(-1), ...(hasSeed(widget) && { seed: 4 }) };
    const others = ALL ? [...presets, seeded(widget, 4)] : [last];
    const { shows } = await startRun(widget);
    const before = tensors(widget);
    const list = [startOf(widget), ...others];
    const [shares, together] = [[] as number[], [] as unknown[]];
    const { sweep } = learnerOf(LEARNERS[widget.runner as 'lab/'] as Learner);
    const show = (outcomes: readonly unknown[], share: number): Promise<void> => {
      expect(outcomes).toHaveLength(list.length);
      shares.push(share);
      return Promise.resolve(void together.splice(0, list.length, ...outcomes));
    };
    let time = 0;
    await sweep?.(list as never, show as never, {
      ...(await nodeEnv('wasm')),
      clock: () => (time += TICK),
    });
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    // Many are looked at less often than one by itself.
    expect(new Set(shares).size).toBeLessThan(2 * shows.length);
    expect(tensors(widget)).toBe(before);
    const alone = [outcomeOf(shows)];
    for (const settings of others) alone.push(await runOnNode(widget, settings));
    // To the last bit: what is kept of a list is found again by whoever asks for one of it.
    for (const [i, outcome] of together.entries()) expect(pack(outcome)).toBe(pack(alone[i]));
  });
});

test('there are experiments of every kind', async () => {
  const all = Object.values(await loadWidgets());
  expect(all.filter((widget) => workerOf(widget) === 'sim').length).toBeGreaterThan(1);
  expect(all.filter(sweeps).length).toBeGreaterThan(1);
  expect(all.filter(({ models }) => models !== undefined).length).toBeGreaterThan(1);
});

/** Tensors that are held now; a simulation has none. */
function tensors(widget: AnyWidget): number {
  return workerOf(widget) === 'lab' ? tf.memory().numTensors : 0;
}

function halved(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}
function turned(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => byte ^ 255);
}

/** All that a run is known by. */
function all(widget: AnyWidget, settings: AnySettings, outcome: unknown): string {
  const pictures = (['wide', 'narrow'] as const).map((layout) =>
    drawn(widget, settings, outcome, layout),
  );
  const rows = widget.tabulate(settings, outcome);
  return JSON.stringify([
    widget.say(settings, outcome),
    rows,
    measureAll(widget, outcome),
    pictures,
  ]);
}
