import {
  type Edition,
  type Page,
  enter,
  expect,
  experiment,
  question,
  takeaway,
  typeInto,
} from '../book.ts';

/** Err once, be told why, drag with keys until the goal is met. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'What you need to know');
  const share = question(page, 'check-which-share');
  const answer = share.getByLabel('Your answer');
  await typeInto(page, answer, '75');
  await expect(share.getByRole('status').first()).toContainText(
    'How many alarms are there in all?',
  );
  await typeInto(page, answer, '33');
  await expect(share.getByRole('status').first()).toContainText('Right.');

  const jar = experiment(page, 'Ten answers of a web page');
  await expect(takeaway(jar)).toContainText('mean');
  const own = jar.getByRole('textbox', { name: 'Your own' });
  await typeInto(page, own, '12,15,15,16,18,20,22,25,30,600');
  await expect(takeaway(jar)).toContainText('The mean is 77 ms');
}
