/** The same run twice, against what follows from the arithmetic of trainings and was not worked out by the widget. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sameRun } from '../../../../widgets/experiments/same-run/widget.ts';
import { secretsOf } from '../../../../widgets/experiments/same-run/model.ts';
import {
  changedIn,
  differingAt,
  TESTED,
  type SameOutcome,
} from '../../../../widgets/experiments/same-run/outcome.ts';
import {
  SUSPECTS,
  type SameSettings,
  type Suspect,
} from '../../../../widgets/experiments/same-run/params.ts';
import { LEARNED, recipeOf } from '../../../../widgets/experiments/same-run/recipe.ts';
import { train } from '../../../../widgets/experiments/same-run/train.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { first, split } from '../../../../widgets/shared/digits/digits.ts';
import { unpack } from '../../../../widgets/shared/digits/packed.ts';
import { ranBy } from '../../../ran.ts';
import { SEEDS } from '../../../all.ts';

const START = defaults(sameRun.params) as SameSettings;
const STEPS = Math.ceil(LEARNED / 32);

const run = ranBy(sameRun);

const FILE = { name: 'mnist8.bin', size: 64, perByte: 1, full: 16, moreThan: 3000 } as const;
const digits = unpack(FILE, new Uint8Array(readFileSync('public/data/mnist8.bin')));

describe('two trainings', () => {
  it.each(SEEDS)(
    'are the same to the last digit when nothing is changed (seed %i)',
    async (seed) => {
      const { first: one, second, weightsGap, differing } = await run({ change: 'none', seed });
      expect(second).toEqual(one);
      expect(weightsGap).toBe(0);
      expect(differing.map(changedIn)).toEqual(differing.map(() => 0));
    },
  );

  it.each(SEEDS)('differ in accuracy by what is won less what is lost (seed %i)', async (seed) => {
    const outcome = await run({ seed });
    const { won, lost } = differingAt(outcome);
    const moved = (outcome.second.accuracy - outcome.first.accuracy) * TESTED;
    expect(won - lost).toBe(Math.round(moved));
  });

  it.each(SEEDS)('part at the step after a rate has fallen (seed %i)', async (seed) => {
    // The eleventh epoch’s first step is the first with the lower rate; its loss is worked out before it.
    const { second } = await run({ change: 'decay', seed });
    expect(second.partAt).toBe(10 * STEPS + 2);
  });

  it.each(SEEDS)('part over a wrong label in the batch that has it (seed %i)', async (seed) => {
    const row = seeded(seed, 'one row').whole(LEARNED);
    const place = seeded(seed, 'order').order(LEARNED).indexOf(row);
    const { second } = await run({ change: 'labelWrong', seed });
    expect(second.partAt).toBe(Math.floor(place / 32) + 1);
  });

  it('count the answers that differ as a plain loop over both lists does', async () => {
    const { training: learned, heldOut } = split(digits, LEARNED, 1, 'rows');
    const material = { learned, tested: first(heldOut, TESTED) };
    const answers = async (change: 'none' | Suspect): Promise<Uint8Array> => {
      const trained = await train(recipeOf(material, START, change), { seed: 1, epochs: 15 });
      return trained.answers[14] as Uint8Array;
    };
    const [one, other] = [await answers('none'), await answers('rowMissing')];
    let count = 0;
    for (let i = 0; i < TESTED; i += 1) if (one[i] !== other[i]) count += 1;
    expect(changedIn(differingAt(await run({ change: 'rowMissing' })))).toBe(count);
  });

  it('in single precision keep numbers that single precision has, in double others', () => {
    const { training: learned, heldOut } = split(digits, LEARNED, 1, 'rows');
    const material = { learned, tested: first(heldOut, TESTED) };
    const single = recipeOf(material, START, 'none').network.weights;
    const double = recipeOf(material, START, 'double').network.weights;
    expect([...single].every((weight) => Math.fround(weight) === weight)).toBe(true);
    expect([...double].some((weight) => Math.fround(weight) !== weight)).toBe(true);
  });
});

describe('three colleagues', () => {
  const NAMES = Object.keys(SUSPECTS) as Suspect[];
  const named = (outcome: SameOutcome): unknown => sameRun.measures['named']?.of(outcome);

  it.each([1, 2, 3])(
    'are understood by what each has changed, and by nothing else (team %i)',
    async (team) => {
      const [a, b, c] = secretsOf({ team });
      const right = await run({ team, guess: `a:${a};b:${b};c:${c}` });
      expect(right.tried.map(({ fits }) => fits)).toEqual([true, true, true]);
      expect(named(right)).toBe(3);
      const others = NAMES.filter((name) => ![a, b, c].includes(name));
      const wrong = await run({ team, guess: `a:${others.join(',')}` });
      expect(wrong.tried.filter(({ fits }) => fits)).toEqual([]);
      expect(sameRun.measures['rerunsUsed']?.of(wrong)).toBe(others.length);
    },
  );

  it('are found all together or not at all: neither words, rows nor measures tell a right card from a wrong one', async () => {
    const [a, b, c] = secretsOf({ team: 1 });
    const told = async (guess: string): Promise<string> => {
      const settings = { ...START, team: 1, guess };
      const outcome = await run(settings);
      const said = [sameRun.say(settings, outcome), sameRun.tabulate(settings, outcome)];
      const measured = Object.values(sameRun.measures).map(({ of }) => of(outcome));
      // Which card it was is the reader's own knowledge.
      const words = JSON.stringify([said, measured]);
      return Object.values(SUSPECTS).reduce((text, name) => text.replaceAll(name, 'card'), words);
    };
    const wrong = NAMES.filter((name) => ![a, b, c].includes(name))[0] as Suspect;
    const other = NAMES.filter((name) => ![a, b, c, wrong].includes(name))[0] as Suspect;
    expect(await told(`a:${a}`)).toBe(await told(`a:${wrong}`));
    expect(await told(`a:${a};b:${b}`)).toBe(await told(`a:${wrong};b:${other}`));
    expect(await told(`a:${a};b:${b};c:${wrong}`)).toBe(await told(`a:${b};b:${a};c:${wrong}`));
    expect(await told(`a:${a};b:${b};c:${c}`)).not.toBe(await told(`a:${b};b:${a};c:${wrong}`));
  });

  it('have changed three different things in every team', () => {
    for (let team = 1; team <= 200; team += 1) expect(new Set(secretsOf({ team })).size).toBe(3);
  });
});
