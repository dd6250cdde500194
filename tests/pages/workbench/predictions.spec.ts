/** A prediction of every form on one page: each is skipped, and each gets what the experiment says; then all are looked at. */
import { FORMS } from '../../../src/tasks/kinds/prediction/schema.ts';
import { expectAccessible, ownChecks } from '../access-checks.ts';
import { everyPart, expect, test } from './site.ts';

test('the workbench has a prediction in every form, and its experiment answers each', async ({
  page,
}) => {
  await everyPart(page);
  const asked = page.locator('book-question');
  const forms = await asked.evaluateAll((all) =>
    all.map((one) => (one as HTMLElement).dataset['form']),
  );
  expect(forms.toSorted()).toEqual(Object.keys(FORMS).toSorted());
  for (const form of Object.keys(FORMS)) {
    const one = page.locator(`#question-workbench-${form}`);
    await one.getByRole('button', { name: 'Skip the prediction' }).click();
    await expect(one).toHaveAttribute('data-verdict', 'told');
    await expect(one.getByRole('status').last()).toContainText('The total is the price');
  }
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await ownChecks(page)).toEqual([]);
});
