/** The report on a reader's own work is printed without its lesson, and on two pages, however much there is to say. */
import type { Asked } from '../../../src/measured/pure/asked.ts';
import type { KeptAnswer } from '../../../src/tasks/storage/pure/work.ts';
import { ALL } from '../../all.ts';
import { type Page, WEB, expect, question, test } from '../book.ts';

const LESSON = 'what-you-measured';
const BOOK = { book: 'ml-systems-in-production', edition: '1' };
const TIME = '2026-11-27T09:00:00.000Z';

/** An answer far from what its run gave, said at some length. */
function answered({ question, version, what }: Asked): KeptAnswer {
  const given = {
    question,
    version,
    time: TIME,
    saw: 'You said one thing; these runs say another. '.repeat(4),
  };
  switch (what.form) {
    case 'numbers': {
      const texts = what.lines.map(({ min }) => String(min));
      const found = what.lines.map(
        ({ min, max }, i) => min + ((max - min) * (i + question.length)) / 80,
      );
      return { ...given, answer: texts.length === 1 ? (texts[0] ?? '') : texts, found };
    }
    case 'curve':
      return {
        ...given,
        answer: what.over.map((x) => ({ x, y: what.line.min })),
        found: what.over.map(() => what.line.max),
      };
    case 'choice':
      return { ...given, answer: [what.right] };
    case 'order':
      return { ...given, answer: what.order.toReversed() };
  }
}

/** Opens the lesson in a browser that keeps an answer to one prediction in so many. */
async function openWith(page: Page, oneIn: number): Promise<void> {
  await page.addInitScript(() => {
    globalThis.print = () => undefined;
  });
  await page.goto(WEB.at(LESSON));
  const rows = page.locator('[data-asked]');
  const texts = await rows.evaluateAll((all) => all.map((one) => one.getAttribute('data-asked')));
  const asked = texts.map((text) => JSON.parse(text ?? '') as Asked);
  expect(asked.length).toBeGreaterThan(50);
  const some = asked.filter((_, i) => (i + 1) % oneIn === 0).map(answered);
  if (some.length === 0) return;
  const answers = Object.fromEntries(some.map((one) => [`${one.question}@${one.version}`, one]));
  const work = JSON.stringify({ format: 1, ...BOOK, answers, log: [] });
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    `${BOOK.book}/${BOOK.edition}/work`,
    work,
  ] as const);
  await page.reload();
  await expect(page.locator('measured-report')).toContainText(`you have made ${some.length} `);
}

test('a guess stands in the report with what its run gave, and a run that was pinned, after a reload too', async ({
  page,
}) => {
  await page.goto(WEB.at(LESSON));
  const jar = page.locator('#measured-ten');
  const guess = question(page, 'measured-predict-ten').getByLabel('Your prediction');
  await guess.fill('22');
  await guess.press('Enter');
  await expect(jar).toHaveAttribute('data-state', 'done');
  // 22 ms guessed, some 65 to 75 found, on a line of 300.
  const report = page.locator('measured-report');
  await expect(report).toContainText('predictions you have made 1 and seen what the run gave');
  await expect(report.locator('tbody tr').filter({ hasText: '22 ms' })).toContainText(/1[4-8]\s%/);
  await expect(report.getByRole('heading', { name: 'Never tried' })).toBeVisible();
  await expect(report).toContainText('You guessed 1 number: 1 too low and 0 too high');
  await jar.locator('[data-does="pin"]').click();
  await expect(jar.locator('[data-does="pin"]')).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join('')))
    .toContain('measured-ten--pinned');
  await page.reload();
  const row = report.getByRole('row', { name: /A page on a busy machine/ });
  await expect(row).toContainText('Calls of a page 10');
  await expect(row).toContainText(/p50: 2\d\sms/);
  await expect(report).toContainText('In 1 experiment you have made');
});

const SHARES = [
  ['nothing', Number.POSITIVE_INFINITY],
  ['all of it', 1],
  ['a tenth of it', 10],
  ['half of it', 2],
] as const;

for (const [name, oneIn] of ALL ? SHARES : SHARES.slice(0, 2)) {
  test(`who has answered ${name} prints two pages`, async ({ page }) => {
    await openWith(page, oneIn);
    await page.getByRole('button', { name: 'Print it as a report' }).click();
    await expect(page.locator('html[data-report]')).toBeAttached();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  });
}
