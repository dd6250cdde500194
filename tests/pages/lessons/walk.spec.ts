/** The keyboard walk of every lesson over http; at its end the lesson stands as a reader leaves it, and is looked at once more. */
import { expectAccessible } from '../access-checks.ts';
import { LESSONS, WEB, type Page, expect, test } from '../book.ts';
import { WALKED, WALKS } from '../walks.ts';

test('every lesson has a walk, and every walk a lesson', () => {
  expect(LESSONS.toSorted()).toEqual(WALKED.toSorted());
});

/** Answers the first question that can be answered wrongly. */
async function failOne(page: Page): Promise<void> {
  const wrong = page.locator(
    'book-question[data-kind="number"], book-question[data-kind="choice"]',
  );
  const one = wrong.first();
  const number = one.getByRole('textbox');
  if ((await number.count()) > 0) await number.fill('-1');
  else await one.locator('.answer-option input').first().check();
  await one.getByRole('button', { name: 'Check' }).click();
  await expect(one.locator('[data-part="verdict"]')).not.toBeEmpty();
}

/** Runs what the walk has left alone. */
async function runTheRest(page: Page): Promise<void> {
  // What stands inline has no button: it answers to its number or its control.
  for (const one of await page.locator('.experiment:not([data-inline])').all()) {
    if ((await one.getAttribute('data-state')) === 'done') continue;
    const run = one.locator('[data-part="run"]');
    // Out of sight a run waits.
    await run.scrollIntoViewIfNeeded();
    // What a question has asked for may still be under way.
    if ((await one.getAttribute('data-state')) !== 'running') await run.click();
    await expect(one).toHaveAttribute('data-state', 'done');
  }
}

for (const [lesson, walk] of WALKS) {
  test(`${lesson}: walked by keyboard, and accessible with a question failed and every experiment run`, async ({
    page,
  }) => {
    await test.step('walk', () => walk(page, WEB));
    await test.step('run the rest, fail a question', async () => {
      await runTheRest(page);
      await failOne(page);
    });
    await test.step('look', () => expectAccessible(page));
  });
}
