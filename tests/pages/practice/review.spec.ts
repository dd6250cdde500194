import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../book.ts';
import { BACK } from '#words/src/tasks/practice/page/back-words';
import { REVIEW } from '#words/src/review/words';
import { CONFIDENCE, LABELS } from '#words/src/tasks/judge/words';

const LESSON = './lessons/practise-data/';

async function bringBack(page: Page): Promise<void> {
  await page.clock.install({ time: new Date('2026-10-24T10:00:00') });
  await page.goto(LESSON);
  const question = page.locator('[data-kind="number"]').first();
  await question.getByRole('textbox').fill('987654');
  await question.getByRole('button', { name: LABELS.check }).click();
  await expect(question.locator('[data-part="back"]')).toHaveText(BACK.proposed);
  await question.getByRole('button', { name: BACK.bring }).click();
  await expect(question.locator('[data-part="back"]')).toHaveText(
    `${BACK.comes('tomorrow')} ${BACK.page}`,
  );
}

test('a question comes back the next day as another one, by keyboard, and is not due twice', async ({
  page,
}) => {
  await bringBack(page);
  const own = await page.locator('[data-kind="number"]').first().getAttribute('data-question');
  await page.goto('./review/');
  const review = page.locator('book-review');
  await expect(review).toContainText(REVIEW.notDue(Date.UTC(2026, 9, 25) / 86_400_000, 20_750));
  await page.clock.setSystemTime(new Date('2026-10-25T23:30:00'));
  await page.reload();
  await review.getByRole('button', { name: REVIEW.begin }).press('Enter');
  const asked = review.locator('book-question');
  await expect(asked).toBeFocused();
  await expect(asked).not.toHaveAttribute('data-question', own ?? '');
  const field = asked.getByRole('textbox');
  if ((await field.count()) > 0) await field.first().fill('987654');
  else
    for (const group of await asked.locator('fieldset:has(> label)').all()) {
      await group.locator('input').first().check();
    }
  await asked.getByRole('radio', { name: CONFIDENCE.steps.certain }).check();
  await asked.getByRole('button', { name: LABELS.check }).press('Enter');
  await expect(review).toContainText(/comes back tomorrow, before all others/);
  await review.getByRole('button', { name: REVIEW.end }).press('Enter');
  await expect(review).toContainText('Nothing is due today.');
  await page.reload();
  await expect(review).toContainText('Nothing is due today.');
});

test('an answer in the lesson counts on the day when it is due, and on no other', async ({
  page,
}) => {
  await bringBack(page);
  const question = page.locator('[data-kind="number"]').first();
  const back = question.locator('[data-part="back"]');
  const answer = async (text: string): Promise<void> => {
    await question.getByRole('textbox').fill(text);
    await question.getByRole('button', { name: LABELS.check }).click();
  };
  await answer('987655');
  await expect(back).toContainText(BACK.comes('tomorrow'));
  await page.clock.setSystemTime(new Date('2026-10-25T09:00:00'));
  await page.reload();
  await question.getByRole('textbox').click();
  await expect(back).toContainText(BACK.comes('today'));
  await expect(question.getByText(CONFIDENCE.asked)).toBeVisible();
  await answer('987656');
  await expect(back).toContainText(BACK.comes('tomorrow'));
  await back.getByRole('link').click();
  await expect(page.locator('book-review')).toContainText(
    REVIEW.notDue(Date.UTC(2026, 9, 26) / 86_400_000, 20_751),
  );
});

test('what came back can be stopped, and saved as cards and days', async ({ page }) => {
  await bringBack(page);
  await page.goto('./review/');
  const review = page.locator('book-review');
  const saved = async (name: string): Promise<string> => {
    const coming = page.waitForEvent('download');
    await review.getByRole('button', { name }).click();
    return readFileSync(await (await coming).path(), 'utf8');
  };
  expect(await saved(REVIEW.calendar)).toContain('DTSTART;VALUE=DATE:20261107\r\n');
  expect((await saved(REVIEW.anki)).split('\n').filter((line) => !line.startsWith('#'))[0]).toMatch(
    /^"[^"\t]+\/[^"\t]+"\t"[^\t]+"\t"[^\t]+"\t"[^\t]+/,
  );
  await review.getByText(REVIEW.ideas).click();
  await review.locator('[data-does="stop"]').press('Enter');
  await expect(review).toContainText(REVIEW.none);
  await page.reload();
  await expect(review).toContainText(REVIEW.none);
});
