/** What a student does in the tests of assignments: says who they are, and hands in. */
import { readFileSync } from 'node:fs';
import { isProblem, readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import { expect, type Edition, type Page } from '../book.ts';

/** Types who they are, on a page or in a frame of one. */
export async function introduced(page: Pick<Page, 'getByLabel'>): Promise<void> {
  await page.getByLabel('Your name').fill('Ada Cho');
  await page.getByLabel('Your student number').fill('0012345');
  await page.getByLabel('Your student number').press('Enter');
}

export async function begin(page: Page, edition: Edition, assignment: string): Promise<void> {
  await page.goto(edition.at(assignment));
  await introduced(page);
  await expect(page.locator('[data-item]').first()).toBeVisible();
}

export async function handedIn(page: Page) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save my hand-in as a file' }).click(),
  ]);
  const read = readSubmission(readFileSync(await file.path(), 'utf8'));
  if (isProblem(read)) throw new Error(read.says);
  return { name: file.suggestedFilename(), read };
}
