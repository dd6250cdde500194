import { expect, test } from 'vitest';
import { params } from '../../widgets/experiments/class-imbalance/params.ts';
import { classImbalance } from '../../widgets/experiments/class-imbalance/widget.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { nodeEnv } from '../../widgets/run/lab/node.ts';
import { FILES, split, unpack } from '../../widgets/shared/messages/messages.ts';
import { FIVE, each, lesson, over, range } from './seeds.ts';

const text = lesson('04-data-in-production');

test('the share of real alarms, and an accuracy under that of no filter', async () => {
  const [all = []] = await over(classImbalance, FIVE, { thresholdBy: 'alarms' });
  const [low, high] = range(each(all, 'precision'));
  expect(text).toContain(`Over our five seeds, 1 to 5, it was ${low} to ${high} %`);
  for (const one of all) expect(one['accuracy']).toBeLessThan(one['baselineAccuracy'] ?? 0);
  expect(text).toContain('In each of our five seeds it had fallen');
});

test('text and help count the genuine messages that are learned from', async () => {
  const { readData } = await nodeEnv();
  const words = new TextDecoder().decode(await readData(FILES.words));
  const { genuine: parts } = split(unpack(await readData(FILES.bits), words), 1);
  const genuine = number(parts.training.length);
  expect(params.trainingSpam.help).toContain(`beside ${genuine} genuine ones`);
  expect(text).toContain(`${genuine} genuine messages`);
});
