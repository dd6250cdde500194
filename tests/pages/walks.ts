/** The walk of each lesson, keyboard only, the same in every edition and browser. */
import {
  type Edition,
  type Page,
  FIRST,
  SECOND,
  expect,
  experiment,
  question,
  tabTo,
  takeaway,
  typeInto,
} from './book.ts';

/** Long enough for a slow core to train a small network in a browser under test. */
const TRAINING = 45_000;

/** From the front page into a lesson by its link. */
export async function enter(page: Page, edition: Edition, title: string): Promise<void> {
  await page.goto(edition.at(''));
  await tabTo(page, page.getByRole('heading', { name: title }).getByRole('link'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Lesson 1: predict, see, explain in one's own numbers, ask, answer, come back. */
export async function walkFirst(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Latency and throughput');
  const bench = experiment(page, 'One machine, 100 comments a second');
  await expect(takeaway(bench)).toContainText('115 ms');

  const predict = question(page, 'latency-predict-eight');
  await typeInto(page, predict.getByLabel('Your prediction'), '200');
  await expect(predict.getByRole('status').first()).toContainText('You said 200 ms');
  await expect(predict.getByRole('status').first()).toContainText('17 ms');
  await expect(takeaway(bench)).toContainText('p99 17 ms, was 115');
  await expect(page.locator('yours-number[data-own]').first()).toBeVisible();

  await typeInto(page, bench.getByRole('spinbutton', { name: 'Max wait' }), '50');
  await expect(takeaway(bench)).not.toContainText('17 ms, was 115');
  const undo = bench.getByRole('button', { name: 'Undo' });
  await tabTo(page, undo);
  await page.keyboard.press('Enter');
  await expect(bench.getByRole('spinbutton', { name: 'Max wait' })).toHaveValue('0');
  await expect(takeaway(bench)).toContainText('17 ms');

  const rank = question(page, 'latency-slowest-rank');
  const answer = rank.getByLabel('Your answer');
  await typeInto(page, answer, '12');
  await expect(rank.getByRole('status').first()).not.toBeEmpty();
  await expect(rank.getByRole('button', { name: /hint/i })).toBeHidden();
  await typeInto(page, answer, '13');
  await expect(rank.getByRole('button', { name: /hint/i })).toBeVisible();
  await typeInto(page, answer, '99');
  await expect(rank.getByRole('status').first()).toContainText('Right.');
  await expect(rank.getByText(/^Saved/)).toBeVisible();

  await page.reload();
  await expect(answer).toHaveValue('99');
}

/** Lesson 2: predict, and a model trains on the page; then repair it and see what that changed. */
export async function walkSecond(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'A model goes abroad');
  const shift = experiment(page, 'One model, two countries');
  await expect(takeaway(shift)).toBeHidden();

  const predict = question(page, 'abroad-predict-accuracy');
  await typeInto(page, predict.getByLabel('Your prediction'), '80');
  // Training pauses while nobody looks: the reader goes on reading, down to the figure.
  await shift.scrollIntoViewIfNeeded();
  await expect(shift).toHaveAttribute('data-state', 'done', { timeout: TRAINING });
  await expect(takeaway(shift)).toBeVisible();
  await expect(predict.getByRole('status').first()).toContainText('You said 80');
  await expect(shift.locator('[data-part="status"]')).toContainText('Trained on');

  await tabTo(page, shift.getByRole('combobox', { name: 'Repair' }));
  await page.keyboard.type('same');
  await expect(shift.locator('[data-part="status"]')).toContainText('Train');
  const train = shift.getByRole('button', { name: 'Train' });
  await tabTo(page, train);
  await page.keyboard.press('Enter');
  // One button runs and stops, so the focus is where the reader left it.
  await expect(shift.locator('[data-part="run"]')).toBeFocused();
  await expect(shift).toHaveAttribute('data-state', 'done', { timeout: TRAINING });
  await expect(takeaway(shift)).toContainText('was');
}

export const WALKS = { [FIRST]: walkFirst, [SECOND]: walkSecond } as const;
