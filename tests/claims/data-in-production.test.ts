import { describe, expect, test } from 'vitest';
import { probabilityOf } from '../../widgets/experiments/class-imbalance/outcome.ts';
import type { ImbalanceOutcome } from '../../widgets/experiments/class-imbalance/outcome.ts';
import { params } from '../../widgets/experiments/class-imbalance/params.ts';
import { classImbalance } from '../../widgets/experiments/class-imbalance/widget.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';
import { nodeEnv } from '../../widgets/run/lab/node.ts';
import { FILES, split, unpack } from '../../widgets/shared/messages/messages.ts';
import { questionsOf, FIVE, TWENTY, each, lesson, over, range } from './seeds.ts';

const text = lesson('04-data-in-production');
const questions = questionsOf('04-data-in-production');
const COUNTED = { spam: 90, genuine: 1313 };

describe('99.9 % right', () => {
  test('false alarms, real alarms and accuracy over twenty draws', async () => {
    const [alarms = []] = await over(classImbalance, TWENTY, { thresholdBy: 'alarms' });
    const rates = each(alarms, 'falseAlarmRate').map((rate) => 100 * rate);
    const [fewest, most] = [Math.min(...rates), Math.max(...rates)].map((one) => number(one, 2));
    const [low, high] = range(each(alarms, 'precision'));
    const fell = alarms.filter((one) => (one['accuracy'] ?? 1) < (one['baselineAccuracy'] ?? 0));
    expect(text).toContain(
      `false alarms ${fewest} to ${most} %, real alarms ${low} to ${high} %. In ${fell.length} of them this filter had a lower accuracy than silence.`,
    );
  });

  test('what remedies catch at equal false alarms', async () => {
    const remedies = ['none', 'weights', 'oversample', 'undersample'];
    const found = await over(classImbalance, TWENTY, ...remedies.map((remedy) => ({ remedy })));
    const caught = found.map((all) => each(all, 'recallAtAlarmRate'));
    const better = (i: number): number =>
      (caught[i] ?? []).filter((recall, k) => recall > (caught[0]?.[k] ?? 1)).length;
    expect(better(3)).toBe(0);
    expect(text).toContain(
      `at equal false alarms weights caught more than no remedy in ${better(1)}, oversampling in ${better(2)}, undersampling in none.`,
    );
    const usual = found.map((all) => each(all, 'recall'));
    for (const recalls of usual.slice(1)) {
      recalls.forEach((recall, k) => expect(recall).toBeGreaterThan(usual[0]?.[k] ?? 1));
    }
    expect(Math.floor(0.005 * COUNTED.genuine)).toBe(6);
    expect(text).toContain('no more than six of the 1,313 genuine messages that are counted');
  });

  test('where spam is very rare, the price moves the threshold, and three draws in twenty are dearer than none', async () => {
    const [all = []] = await over(classImbalance, TWENTY, {
      thresholdBy: 'cost',
      deployedShare: 0.0001,
    });
    const dearer = all.filter((one) => (one['costPerThousand'] ?? 0) >= 1);
    expect(TWENTY.length - dearer.length).toBe(17);
    expect(text).toContain(
      '20 draws: worth switching on in 17. In the other three, two or three false alarms in 1,313',
    );
    const counts = dearer.map((one) =>
      Math.round(COUNTED.genuine * (one['falseAlarmRate'] ?? Number.NaN)),
    );
    expect(counts.toSorted()).toEqual([2, 2, 3]);
  });

  test('the threshold chosen by cost, and the dearest of four', async () => {
    const four = [0.02, 0.1, 0.5, 1].map((threshold) => ({ threshold }));
    const [chosen = [], ...costs] = await over(
      classImbalance,
      TWENTY,
      { thresholdBy: 'cost' },
      ...four,
    );
    const used = each(chosen, 'thresholdUsed').map((one) => 100 * one);
    const [least, most] = [Math.min(...used), Math.max(...used)].map((one) => number(one));
    expect(text).toContain(`20 draws: the threshold chosen is ${least} to ${most} %.`);
    const prices = costs.map((all) => each(all, 'costPerThousand'));
    prices[0]?.forEach((cost, k) => {
      for (const others of prices.slice(1)) expect(others[k]).toBeLessThan(cost);
    });
  });

  test('what it gives 10 to 50 % is mostly spam in use', async () => {
    const [tenth = [], half = []] = await over(
      classImbalance,
      TWENTY,
      { threshold: 0.1 },
      { threshold: 0.5 },
    );
    const total = (name: string): number =>
      [...each(tenth, name), ...each(half, name).map((one) => -one)].reduce((a, b) => a + b, 0);
    const [spam, genuine] = [0.002 * total('recall'), 0.998 * total('falseAlarmRate')];
    expect(text).toContain(
      `Of 100 messages that it gave 10 to 50 %, ${number((100 * spam) / (spam + genuine))} would be spam in use.`,
    );
  });

  test('the draw on the page: its counts in the prediction, its report at the end', async () => {
    const [[alarms] = [], [cost] = [], [low] = [], [tenth] = []] = await over(
      classImbalance,
      [1],
      { thresholdBy: 'alarms' },
      { thresholdBy: 'cost' },
      { threshold: 0.02 },
      { threshold: 0.1 },
    );
    const count = (one: typeof alarms, name: string, of: number): number =>
      Math.round(of * (one?.[name] ?? Number.NaN));
    const held = count(alarms, 'falseAlarmRate', COUNTED.genuine);
    const caught = count(alarms, 'recall', COUNTED.spam);
    expect(questions).toContain(
      `holds back ${held} of 1,313 genuine ones and catches ${caught} of 90 spam`,
    );
    expect(count(cost, 'falseAlarmRate', COUNTED.genuine)).toBe(0);
    expect(count(tenth, 'falseAlarmRate', COUNTED.genuine)).toBe(0);
    expect(text).toContain(
      `gives ${count(low, 'falseAlarmRate', 1000)} of 1,000 genuine messages a probability of 0.02 or more.`,
    );
    expect(text).toContain(
      `Of 100 spam messages the filter catches ${count(cost, 'recall', 100)}, and of 1,313 genuine ones it holds back none`,
    );
    expect(text).toContain(`this threshold is ${count(cost, 'thresholdUsed', 100)} %`);
  });

  test('the message to Thandi’s mother, and the genuine ones in the list', async () => {
    const list = [1, ...FIVE, ...TWENTY].map((seed) => ({ ...defaults(params), seed }));
    const outcomes = (await keptOutcomes(classImbalance, list)) as readonly ImbalanceOutcome[];
    for (const [i, { shown }] of outcomes.entries()) {
      const announced = shown.find((one) => one.text.includes('service announcement'));
      const chance = announced ? probabilityOf(announced.score) : Number.NaN;
      if (i === 0) expect(text).toContain(`a ${number(100 * chance)} % chance of being spam`);
      expect(announced?.isSpam).toBe(true);
      for (const one of shown.filter(({ isSpam }) => !isSpam))
        expect(probabilityOf(one.score)).toBeLessThan(chance);
    }
  });

  test('text and help count the messages that are learned from and counted', async () => {
    const { readData } = await nodeEnv();
    const words = new TextDecoder().decode(await readData(FILES.words));
    const { genuine, spam } = split(unpack(await readData(FILES.bits), words), 1);
    const learned = number(genuine.training.length);
    expect(text).toContain(`(${spam.validation.length} are spam)`);
    expect(params.trainingSpam.help).toContain(`beside ${learned} genuine ones`);
    expect(text).toContain(`${learned} genuine messages`);
    expect({ spam: spam.test.length, genuine: genuine.test.length }).toEqual(COUNTED);
  });
});
