import {
  type Edition,
  type Page,
  enter,
  expect,
  experiment,
  question,
  takeaway,
  typeInto,
} from '../../book.ts';

/** Time one answer by hand, predict what a free place is worth, predict how many texts halt, and read prompts in pieces. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'One token at a time');
  const one = question(page, 'serving-one-answer');
  await typeInto(page, one.getByLabel('Your answer'), '42.4');
  await expect(one.getByRole('status').first()).toContainText('have to wait for the one before it');
  await typeInto(page, one.getByLabel('Your answer'), '2.24');
  await expect(one.getByRole('status').first()).toContainText('Right');

  const machine = experiment(page, 'A machine that writes answers');
  await expect(takeaway(machine)).toContainText('already complete');
  await expect(machine.getByLabel('Places', { exact: true })).toBeHidden();

  const free = question(page, 'serving-predict-free');
  await typeInto(page, free.getByLabel('Your prediction'), '6');
  await expect(free.getByRole('status').first()).toContainText('You said 6 s');
  await expect(takeaway(machine)).toContainText('Then a token comes every');

  const halts = question(page, 'serving-predict-halts');
  await typeInto(page, halts.getByLabel('Your prediction'), '2');
  await expect(halts.getByRole('status').first()).toContainText('You said 2 %');

  await page.reload();
  await expect(free.getByLabel('Your prediction')).toHaveValue('6');
  const pieces = machine.getByLabel('Prompts are read', { exact: true });
  await pieces.scrollIntoViewIfNeeded();
  await pieces.selectOption('256');
  await expect(takeaway(machine)).toContainText('(before: 0.14 s)');

  const idle = question(page, 'serving-idle');
  await typeInto(page, idle.getByLabel('Your answer'), '75');
  await expect(idle.getByRole('status').first()).toContainText('From which step on');
  await typeInto(page, idle.getByLabel('Your answer'), '60');
  await expect(idle.getByRole('status').first()).toContainText('Right');
}
