/** The states of a run side by side: opened by links, as the page itself sets them; then all are looked at. */
import { expectAccessible, expectReadable, ownChecks } from '../access-checks.ts';
import { everyPart, expect, test } from './site.ts';

test('links open the states of a run, Stop makes it partial or idle, and all are accessible', async ({
  page,
}) => {
  await everyPart(page);
  const state = (id: string) => page.locator(`#state-${id}`);
  const part = (id: string, name: string) => state(id).locator(`[data-part="${name}"]`);
  await expect(state('done')).not.toHaveAttribute('data-state');
  await page.getByRole('link', { name: 'Open these states' }).click();
  await expect(state('done')).toHaveAttribute('data-state', 'done');
  await expect(part('done', 'takeaway')).toContainText('step 9');
  await expect(part('noticed', 'notice')).toContainText('99');
  await expect(part('veiled', 'takeaway')).toBeHidden();
  await expect(part('ladder', 'takeaway')).toBeVisible();
  for (const [id, ends] of [
    ['running', 'partial'],
    ['silent', 'idle'],
  ] as const) {
    await state(id).scrollIntoViewIfNeeded();
    await expect(state(id)).toHaveAttribute('data-state', 'running');
    await state(id).getByRole('button', { name: 'Stop' }).click();
    await expect(state(id)).toHaveAttribute('data-state', ends);
  }
  await expectAccessible(page);
  await page.getByRole('link', { name: 'the one that failed' }).click();
  await expect(state('failed')).toHaveAttribute('data-state', 'failed');
  await expect(part('failed', 'status')).toContainText('It failed as it was told to.');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectReadable(page);
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await ownChecks(page)).toEqual([]);
});
