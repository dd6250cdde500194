import { expect, test } from 'vitest';
import { stopChecks } from '../../../widgets/engine/stop-checks.ts';

test('a pause shows the last state again after 60 ms, and not before', async () => {
  let now = 0;
  let shown = 0;
  const { put, pause } = stopChecks({ clock: () => now });
  await pause();
  await put(async () => void (shown += 1));
  now = 60;
  await pause();
  expect(shown).toBe(1);
  now = 61;
  await pause();
  await pause();
  expect(shown).toBe(2);
});

test('a pause passes on that nobody wants the run', async () => {
  let now = 0;
  const { put, pause } = stopChecks({ clock: () => now });
  let wanted = true;
  await put(() => (wanted ? Promise.resolve() : Promise.reject(new Error('unwanted'))));
  wanted = false;
  now = 100;
  await expect(pause()).rejects.toThrow('unwanted');
});
