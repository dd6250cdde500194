import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { halved, pack14 } from '../../../scripts/pack-mnist14.mjs';
import {
  attackOf,
  FILE,
  PIXELS,
  poisonedData,
  IMAGES,
  trigger,
  weightsOf,
} from '../../../widgets/experiments/data-poisoning/attack.ts';
import { averageOf } from '../../../widgets/experiments/data-poisoning/average.ts';
import {
  activationScores,
  bySuspicion,
  lossScores,
  neighbourScores,
} from '../../../widgets/experiments/data-poisoning/defence.ts';
import { imageAt, split, type Digits, type Split } from '../../../widgets/shared/digits/digits.ts';
import { unpack } from '../../../widgets/shared/digits/packed.ts';
import {
  learnDataPoisoning,
  sweepDataPoisoning,
} from '../../../widgets/experiments/data-poisoning/learner/learner.ts';
import type { PoisonOutcome } from '../../../widgets/experiments/data-poisoning/outcome.ts';
import { params, type PoisonSettings } from '../../../widgets/experiments/data-poisoning/params.ts';
import { dataPoisoning } from '../../../widgets/experiments/data-poisoning/widget.ts';
import { defaults } from '../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { measureAll, type Env } from '../../../widgets/kit/contract/widget.ts';
import { keptOutcomes } from '../../../widgets/run/kept/kept-outcomes.ts';
import { nodeEnv } from '../../../widgets/run/lab/node.ts';
import * as tf from '../../../widgets/engine/tf.ts';
import { drawn as picture } from '../drawn.ts';

const SEEDS = [1, 2, 3, 4, 5];
let env: Env;
beforeAll(async () => {
  env = await nodeEnv('wasm');
});

function settings(changes: Partial<PoisonSettings> = {}): PoisonSettings {
  return { ...defaults(params), ...changes };
}

/** The last outcomes of a sweep. */
async function sweep(
  list: readonly Partial<PoisonSettings>[],
  changed: Env = env,
): Promise<readonly PoisonOutcome[]> {
  let last: readonly PoisonOutcome[] = [];
  const keep = (outcomes: readonly PoisonOutcome[]): Promise<void> => {
    last = outcomes;
    return Promise.resolve();
  };
  await sweepDataPoisoning(list.map(settings), keep, changed);
  return last;
}

async function run(
  changes: Partial<PoisonSettings> = {},
  changed: Env = env,
): Promise<PoisonOutcome> {
  return (await sweep([changes], changed))[0] as PoisonOutcome;
}

/**
 * Outcomes over seeds 1 to 5: a list for each of the changes. The lesson's claims rest on some of the same runs, and whoever
 * comes second finds them kept.
 */
async function overSeeds(
  changes: readonly Partial<PoisonSettings>[],
): Promise<readonly (readonly PoisonOutcome[])[]> {
  const list = changes.flatMap((one) => SEEDS.map((seed) => settings({ ...one, seed })));
  const outcomes = (await keptOutcomes(dataPoisoning, list)) as readonly PoisonOutcome[];
  return changes.map((_, i) => outcomes.slice(i * SEEDS.length, (i + 1) * SEEDS.length));
}

/** A mean in per cent. */
function mean(
  outcomes: readonly PoisonOutcome[] | undefined,
  value: (outcome: PoisonOutcome) => number | null,
): number {
  const sum = (outcomes ?? []).reduce((total, one) => total + (value(one) ?? Number.NaN), 0);
  return (100 * sum) / SEEDS.length;
}
const success = (outcome: PoisonOutcome): number | null => outcome.success;
const clean = (outcome: PoisonOutcome): number | null => outcome.clean;
function within(value: number | undefined, expected: number, margin: number): void {
  expect(
    Math.abs((value ?? Number.NaN) - expected),
    `${value} against ${expected}`,
  ).toBeLessThanOrEqual(margin);
}

describe(
  'the effects that the data of the course promise, as means over seeds 1 to 5',
  { timeout: 90_000 },
  () => {
    test('a mark on 0, 1, 5, 10, 20, 50 of 2,000 images opens a backdoor, and clean accuracy does not tell', async () => {
      const found = await overSeeds([0, 1, 5, 10, 20, 50].map((poisoned) => ({ poisoned })));
      // 0/83/90/95/99 % for 0/5/10/20/50; single images differ most between draws.
      const promised = [0, 32, 83, 90, 95, 99];
      const margins = [2, 15, 8, 5, 3, 2];
      promised.forEach((expected, i) => within(mean(found[i], success), expected, margins[i] ?? 0));
      const right = found.map((outcomes) => mean(outcomes, clean));
      right.forEach((share) => within(share, 91.5, 1.5));
      expect(Math.max(...right) - Math.min(...right)).toBeLessThan(1);
    });
    test('noise at an opacity of 0.1 does so on 0, 10, 20, 40 images', async () => {
      const list = [0, 10, 20, 40].map((poisoned) => ({ attack: 'blend', poisoned }));
      const found = (await overSeeds(list)).map((outcomes) => mean(outcomes, success));
      within(found[0], 0, 2);
      expect(found[1]).toBeGreaterThan(70);
      within(found[2], 97, 3);
      within(found[3], 98, 2);
    });
    test('wrong labels alone need many more images, and clean accuracy does tell', async () => {
      const list = [0, 20, 100].map((poisoned) => ({ attack: 'flip', poisoned }));
      const found = await overSeeds(list);
      expect(mean(found[1], success)).toBeLessThan(15);
      expect(mean(found[2], success)).toBeGreaterThan(25);
      expect(mean(found[0], clean) - mean(found[2], clean)).toBeGreaterThan(2);
    });
    test('at 20 poisoned and 5 % discarded the best defence leaves a good part of the attack; loss finds none', async () => {
      const list = ['loss', 'neighbours', 'activations'].map((defence) => ({
        defence,
        poisoned: 20,
      }));
      const [loss, neighbours, activations] = await overSeeds(list);
      expect(mean(loss, success)).toBeGreaterThan(90);
      expect(mean(neighbours, success)).toBeGreaterThan(80);
      expect(mean(activations, success)).toBeGreaterThan(35);
      expect(mean(activations, success)).toBeLessThan(75);
      const found = ({ bench }: PoisonOutcome): number => (bench?.found ?? Number.NaN) / 20;
      within(mean(loss, found), 0, 1);
      expect(mean(activations, found)).toBeGreaterThan(40);
    });
  },
);

describe('a sweep', () => {
  test('gives the same outcomes as single runs, whoever learns beside whom', async () => {
    const list = [
      { poisoned: 5 },
      { poisoned: 0 },
      { poisoned: 5, seed: 2 },
      { attack: 'blend', poisoned: 5 },
    ];
    const [together, alone] = [await sweep(list), [] as PoisonOutcome[]];
    for (const one of list) alone.push(await run(one));
    together.forEach((outcome, i) => {
      // Sums of floats may round differently in a wider product: a doubtful image more or less.
      within(100 * (outcome.clean ?? 0), 100 * (alone[i]?.clean ?? 1), 0.3);
      within(100 * (outcome.success ?? 0), 100 * (alone[i]?.success ?? 1), 2);
      expect(outcome.samples).toEqual(alone[i]?.samples);
    });
  });
  test('holds the discards of a defence apart from each other', async () => {
    const base = { poisoned: 20, defence: 'activations' };
    const [few, many, undefended] = await sweep([
      { ...base, discard: 20 },
      { ...base, discard: 200 },
      { poisoned: 20 },
    ]);
    expect(few?.bench?.discarded).toBe(20);
    expect(many?.bench?.discarded).toBe(200);
    expect(many?.bench?.suspects.slice(0, 20)).toEqual(few?.bench?.suspects.slice(0, 20));
    expect(undefended?.bench).toBeNull();
    expect(few?.bench?.before.success).toBe(undefended?.success);
  });
  test('shows an outcome for every setting at once, and ends with a share of 1', async () => {
    const shares: number[] = [];
    let fewest = Infinity;
    const list = [{ seed: 1 }, { seed: 2 }].map(settings);
    await sweepDataPoisoning(
      list,
      (outcomes, share) => {
        shares.push(share);
        fewest = Math.min(fewest, outcomes.length);
        return Promise.resolve();
      },
      env,
    );
    expect(fewest).toBe(2);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe('a run', () => {
  test('stops when it is unwanted, wherever it is, and leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    for (const allowed of [1, 2, 4, 9, 11]) {
      let left = allowed;
      const stopped = learnDataPoisoning(
        settings({ poisoned: 5, defence: 'activations' }),
        () => ((left -= 1) > 0 ? Promise.resolve() : Promise.reject(new Error('unwanted'))),
        env,
      );
      await expect(stopped).rejects.toThrow('unwanted');
      expect(tf.memory().numTensors).toBe(before);
    }
    for (const defence of ['neighbours', 'loss', 'activations'])
      await run({ poisoned: 5, defence });
    expect(tf.memory().numTensors).toBe(before);
  });
  test('shows nothing before it has looked at its model', async () => {
    const shown: PoisonOutcome[] = [];
    const keep = (outcome: PoisonOutcome): Promise<void> =>
      Promise.resolve(void shown.push(outcome));
    await learnDataPoisoning(settings(), keep, env);
    expect(shown[0]?.clean).toBeTypeOf('number');
  });
  // A tie between image and label that survives the move would survive it in every draw.
  test('gives chance when labels and images have nothing to do with each other', async () => {
    const readData = async (name: string): Promise<Uint8Array> => moved(await env.readData(name));
    for (const seed of SEEDS.slice(0, 2)) {
      const { clean: right } = await run({ attack: 'none', seed }, { ...env, readData });
      expect(right).toBeGreaterThan(0.05);
      expect(right).toBeLessThan(0.17);
    }
  });
  test('refuses bytes that cannot be digits, in a sentence', async () => {
    const cut = async (name: string): Promise<Uint8Array> =>
      (await env.readData(name)).subarray(0, 250_000);
    await expect(run({}, { ...env, readData: cut })).rejects.toThrow(
      /mnist14\.bin does not hold digits: it is damaged/,
    );
    const up = async (name: string): Promise<Uint8Array> =>
      (await env.readData(name)).map((byte) => byte | 128);
    await expect(run({}, { ...env, readData: up })).rejects.toThrow(/does not hold digits/);
  });
  test('without poison is the same run, whatever the attack would have been', async () => {
    const outcomes = await Promise.all(
      [{ attack: 'none' }, { poisoned: 0 }].map((one) => run(one)),
    );
    expect(outcomes[0]?.clean).toBe(outcomes[1]?.clean);
  });
  test('says why a measure has no value', async () => {
    const { measures, why } = measureAll(dataPoisoning, await run({ attack: 'none' }));
    expect(measures['attackSuccess']).toBeNull();
    expect(why['attackSuccess']).toBe('nobody attacks');
    expect(why['discardedPoison']).toBe('nothing is discarded without a defence');
    const same = measureAll(dataPoisoning, await run({ source: '1' }));
    expect(same.why['attackSuccess']).toContain('the digit that is there');
    const clean = measureAll(
      dataPoisoning,
      await run({ poisoned: 0, defence: 'loss', discard: 50 }),
    );
    expect(clean.why['discardedPoison']).toBe('no image is poisoned');
    expect(clean.measures['discardedClean']).toBe(0.025);
  });
  test('on the cpu back end comes to the same within the noise of one doubtful image in a hundred', async () => {
    const wasm = await run({ poisoned: 10 });
    const cpu = await run({ poisoned: 10 }, await nodeEnv('cpu'));
    env = await nodeEnv('wasm');
    within(100 * (cpu.clean ?? 0), 100 * (wasm.clean ?? 1), 0.5);
    within(100 * (cpu.success ?? 0), 100 * (wasm.success ?? 1), 2);
  });
});

describe('an attack', () => {
  let images: Digits;
  let parts: Split;
  beforeAll(async () => {
    images = unpack(FILE, await env.readData(FILE.name));
    parts = split(images, IMAGES, 1, 'split');
  });
  const poisonOf = (weights: Float32Array): number[] =>
    [...weights.keys()].filter((row) => row >= IMAGES && weights[row] === 1);

  test('puts each poisoned image in the place of the one it was made of: 2,000 are learned from', () => {
    const data = poisonedData(images, settings());
    for (const count of [0, 1, 20, 100]) {
      const weights = weightsOf(data, count);
      const poison = poisonOf(weights);
      expect(weights.reduce((a, b) => a + b, 0)).toBe(IMAGES);
      expect(poison).toHaveLength(count);
      for (const [i, row] of poison.entries()) {
        const victim = data.victims[i] as number;
        expect(weights[victim]).toBe(0);
        expect(data.rows.labels[row]).toBe(1);
        expect(parts.training.labels[victim]).toBe(7);
        const [copy, was] = [imageAt(data.rows, row), imageAt(parts.training, victim)];
        const differs = [...copy.keys()].filter((at) => copy[at] !== was[at]);
        expect(differs).toEqual([180, 181, 194, 195]);
      }
    }
  });
  test('of more images contains the smaller attack', () => {
    const data = poisonedData(images, settings({ seed: 3 }));
    expect(poisonOf(weightsOf(data, 10)).slice(0, 5)).toEqual(poisonOf(weightsOf(data, 5)));
  });
  test('is tested on held-out images of the attacked digit only, and none of them is learned from', () => {
    const { triggered: tested } = poisonedData(images, settings({ attack: 'flip' }));
    expect([...tested.labels].every((label) => label === 7)).toBe(true);
    const learned = new Set(
      Array.from({ length: IMAGES }, (_, i) => imageAt(parts.training, i).join()),
    );
    for (let i = 0; i < tested.count; i += 1) {
      expect(learned.has(imageAt(tested, i).join())).toBe(false);
    }
  });
  test('that blends moves each pixel by the opacity towards one and the same noise', () => {
    const attack = attackOf(settings({ attack: 'blend', opacity: 0.25 }));
    const [paper, ink] = [new Float32Array(PIXELS), new Float32Array(PIXELS).fill(1)];
    const [low, high] = [trigger(attack, paper, 5), trigger(attack, ink, 5)];
    low.forEach((value, at) => {
      within((high[at] ?? 0) - value, 0.75, 1e-6);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(0.25);
    });
    expect(trigger(attack, paper, 6)).not.toEqual(low);
  });
  test('that is unknown is shown nowhere: not in figure, sentence or table', async () => {
    for (const [seed, defence] of [
      [7, 'neighbours'],
      [42, 'none'],
    ] as const) {
      const secret = settings({ attack: 'unknown', poisoned: 12, seed, defence });
      const outcome = await run(secret);
      expect(outcome.attack).toBeNull();
      expect([outcome.samples, outcome.marked, outcome.readAs, outcome.unmarked].flat()).toEqual(
        [],
      );
      expect(outcome.bench?.suspects.some(({ poison }) => poison !== null) ?? false).toBe(false);
      const { source, target } = attackOf(secret);
      const said = dataPoisoning.say(secret, outcome);
      expect(said).not.toMatch(new RegExp(`\\b${source}s\\b|for an? ${target}\\b`));
      const drawn = picture(dataPoisoning, secret, outcome, 'wide');
      expect(drawn).not.toMatch(/with the (mark|noise)|read as|× is poison/);
    }
  });
});

test('the average under the painter is that of the training images of the attacked digit', async () => {
  const images = unpack(FILE, await env.readData(FILE.name));
  for (const [seed, source] of [
    [4, '7'],
    [2, '0'],
  ] as const) {
    const { training } = split(images, IMAGES, seed, 'split');
    const average = averageOf(images, { seed, source });
    for (const at of [0, 48, 90, 105, 195]) {
      let [sum, count] = [0, 0];
      for (let i = 0; i < IMAGES; i += 1) {
        if (training.labels[i] !== Number(source)) continue;
        sum += training.pixels[i * PIXELS + at] ?? Number.NaN;
        count += 1;
      }
      within(average[at], sum / count, 1e-4);
    }
  }
});

describe('the sentence', () => {
  test('compares with the run before only where the attack is the same and known', async () => {
    const [one, two, flip, secret] = await sweep([
      {},
      { poisoned: 2 },
      { attack: 'flip' },
      { attack: 'unknown' },
    ]);
    const say = (now?: PoisonOutcome, before?: PoisonOutcome): string =>
      dataPoisoning.say(settings(), now as PoisonOutcome, before);
    expect(say(two, one)).toContain('Before, with 1');
    for (const before of [flip, secret]) expect(say(two, before)).not.toContain('Before');
    expect(say(secret, one)).not.toContain('Before');
  });
  test('says that nothing is poisoned, and speaks of discarding only where something was', async () => {
    const clean = await run(settings({ poisoned: 0, defence: 'activations' }));
    expect(dataPoisoning.say(settings(), clean)).toContain('all of them clean, for no image');
    const secret = settings({ attack: 'unknown', poisoned: 12 });
    expect(dataPoisoning.tabulate(secret, await run(secret)).head).toEqual(['', 'now']);
    const defended = settings({ attack: 'unknown', poisoned: 12, defence: 'loss' });
    expect(dataPoisoning.tabulate(defended, await run(defended)).head).toHaveLength(3);
  });
});

describe('the figure', () => {
  test('is light, in the rooms it was drawn for, and keeps the answer apart for a prediction', async () => {
    const chosen = settings({ seed: 4, poisoned: 20, defence: 'activations' });
    const outcome = await run(chosen);
    for (const [room, width] of [
      ['wide', 680],
      ['narrow', 320],
    ] as const) {
      const drawn = picture(dataPoisoning, chosen, outcome, room);
      expect(drawn).toContain(`viewBox="0 0 ${width} `);
      expect(drawn).not.toMatch(/style=|NaN|undefined/);
      expect(drawn.match(/<[a-z]/g)?.length).toBeLessThan(140);
      const works = Math.round(100 * (outcome.success ?? 0));
      const open = drawn.replace(
        /<(g|tspan|text|path) class="[^"]*later[^"]*"[\s\S]*?<\/\1>|<path class="[^"]*later[^"]*"[^>]*\/>/g,
        '',
      );
      expect(drawn).toContain(`${works} %`);
      expect(open).not.toContain(`${works} %`);
      expect(open).not.toContain(`${works} of 100`);
    }
  });
  test('keeps the place of what a defence will throw out, so that nothing below it moves', async () => {
    const chosen = settings({ poisoned: 20, defence: 'activations' });
    const seen: PoisonOutcome[] = [];
    await learnDataPoisoning(
      chosen,
      (outcome) => {
        seen.push(outcome);
        return Promise.resolve();
      },
      env,
    );
    const [first, last] = [seen[0], seen.at(-1)] as [PoisonOutcome, PoisonOutcome];
    expect(first.bench).toBeNull();
    expect(last.bench).not.toBeNull();
    for (const room of ['wide', 'narrow'] as const) {
      const boxOf = (outcome: PoisonOutcome): string | undefined =>
        /viewBox="[^"]+"/.exec(picture(dataPoisoning, chosen, outcome, room))?.[0];
      expect(boxOf(first)).toBe(boxOf(last));
    }
    expect(picture(dataPoisoning, chosen, first, 'wide')).toContain('Nothing discarded yet');
  });
  test('holds the same pictures in both layouts, so that a page carries them once', async () => {
    const outcome = await run({ poisoned: 20 });
    const pictures = (room: 'wide' | 'narrow'): string[] =>
      picture(dataPoisoning, settings(), outcome, room).match(/data:image[^"]+/g) ?? [];
    // Those that were poisoned, and two rows of large ones.
    expect(pictures('wide')).toHaveLength(3);
    expect(pictures('narrow').toSorted()).toEqual(pictures('wide').toSorted());
  });
});

describe('a defence', () => {
  const random = seeded(1, 'defence');
  const count = 60;
  const pixels = Float32Array.from({ length: count * PIXELS }, () => random.uniform());
  const labels = Uint8Array.from({ length: count }, () => random.whole(3));
  const rows = Array.from({ length: count }, (_, i) => i).filter((i) => i % 7 !== 3);
  const seen = { size: PIXELS, pixels, labels, rows };

  test('by neighbours counts the labels of the ten nearest, as sorting all distances does', async () => {
    const scores = await neighbourScores(seen, () => Promise.resolve());
    rows.forEach((row, i) => {
      const others = rows
        .filter((other) => other !== row)
        .map((other) => ({
          other,
          far: imageAt(seen, row).reduce(
            (sum, ink, at) => sum + (ink - (pixels[other * PIXELS + at] ?? 0)) ** 2,
            0,
          ),
        }))
        .sort((a, b) => a.far - b.far)
        .slice(0, 10);
      const share = others.filter(({ other }) => labels[other] !== labels[row]).length / 10;
      // The tie-break is worth less than one neighbour.
      expect(share - (scores[i] ?? Number.NaN)).toBeGreaterThanOrEqual(0);
      expect(share - (scores[i] ?? Number.NaN)).toBeLessThan(0.1);
    });
  });
  test('by loss is the surprise at the label: half a chance is worth ln 2', () => {
    const chances = new Float32Array(count * 10).fill(0.5 / 9);
    rows.forEach((row) => (chances[row * 10 + (labels[row] ?? 0)] = 0.5));
    for (const score of lossScores(seen, chances)) within(score, Math.LN2, 1e-6);
  });
  test('by activations is a sum of squared standard scores within a label', () => {
    const hidden = Float32Array.from({ length: count * 4 }, (_, i) =>
      i % 4 === 3 ? 0 : random.normal(),
    );
    const scores = activationScores(seen, hidden);
    for (const label of [0, 1, 2]) {
      const own = rows.map((row, i) => [row, i] as const).filter(([row]) => labels[row] === label);
      // Over a label the squared standard scores of a unit sum to its number of rows; one unit of four is silent.
      within(
        own.reduce((sum, [, i]) => sum + (scores[i] ?? 0), 0),
        3 * own.length,
        1e-3,
      );
      const values = own.map(([row]) => [0, 1, 2].map((unit) => hidden[row * 4 + unit] ?? 0));
      const first = values[0]?.reduce((sum, value, unit) => {
        const column = values.map((one) => one[unit] ?? 0);
        const mean = column.reduce((a, b) => a + b) / column.length;
        const variance = column.reduce((a, b) => a + (b - mean) ** 2, 0) / column.length;
        return sum + (value - mean) ** 2 / variance;
      }, 0);
      within(scores[own[0]?.[1] ?? 0], first ?? Number.NaN, 1e-3);
    }
  });
  test('ranks from the most suspicious on', async () => {
    const chances = new Float32Array(count * 10).fill(0.5);
    for (const [row, chance] of [
      [4, 0.9],
      [8, 0.1],
      [9, 0.2],
    ] as const) {
      chances[row * 10 + (labels[row] ?? 0)] = chance;
    }
    const looks = { chances, hidden: new Float32Array(count) };
    const some = { ...seen, rows: [4, 8, 9] };
    expect(await bySuspicion('loss', some, looks, () => Promise.resolve())).toEqual([8, 9, 4]);
  });
});

describe('the packed file', () => {
  test('holds as many images as its card says, whose faults name the list of wrong labels', () => {
    const card = JSON.parse(
      readFileSync(new URL('../../../public/data/mnist14.json', import.meta.url), 'utf8'),
    );
    expect(card.files).toMatchObject([{ name: FILE.name, bytes: card.rows * 99 }]);
    expect(card.faults).toContain('cleanlab/label-errors');
  });
  test('holds means of 2 x 2 pixels in sixteen greys, halves rounded up', () => {
    const image = new Uint8Array(784);
    image.set([255, 255], 0);
    image.set([255, 255], 28);
    image.set([255, 0], 2);
    image[28 * 27 + 27] = 34;
    const small = halved(image);
    // 255 of 1,020 are 3.75 of 15; 34 of 1,020 are exactly a half.
    expect([small[0], small[1], small[2], small[195]]).toEqual([15, 4, 0, 1]);
  });
  test('comes back as it was packed, left pixel first', () => {
    const side = 28;
    const images = new Uint8Array(2001 * 784);
    images.set([255, 255, 0, 0], 0);
    images.set([255, 255, 0, 0], 28);
    const bytes = pack14({
      side,
      pixels: images,
      labels: new Uint8Array(2001).fill(3),
    });
    expect([bytes[0], bytes[1], bytes.length]).toEqual([0xf0, 0, 2001 * 99]);
    const read = unpack(FILE, bytes);
    expect([read.count, read.pixels[0], read.pixels[1], read.labels[2000]]).toEqual([
      2001, 1, 0, 3,
    ]);
  });
});

/** The same images with labels moved along by a stride, which leaves no tie between image and label. */
function moved(bytes: Uint8Array): Uint8Array {
  const altered = Uint8Array.from(bytes);
  const count = bytes.length / 99;
  for (let i = 0; i < count; i += 1) {
    altered[count * 98 + i] = bytes[count * 98 + ((i * 617 + 101) % count)] ?? 0;
  }
  return altered;
}
