/** Readers of an earlier day come back: their browsers hold what tests/compat/ has frozen. */
import { readFileSync } from 'node:fs';
import { LESSONS, WEB, type Locator, type Page, expect, question, test } from './book.ts';

const frozen = (name: string): unknown =>
  JSON.parse(readFileSync(`tests/compat/fixtures/${name}`, 'utf8'));

const [THOROUGH] = frozen('storage.json') as readonly Readonly<Record<string, string>>[];
const { answers: ANSWERS, log: LOG } = frozen('work-expected/format-1.json') as {
  readonly log: readonly unknown[];
  readonly answers: readonly { question: string; version: number; answer: unknown; saw?: string }[];
};
const { questions: QUESTIONS } = frozen('ids.json') as {
  readonly questions: readonly { id: string; kind: string }[];
};
/** Where each question stands today. */
const TODAY = JSON.parse(readFileSync('dist/questions.json', 'utf8')) as readonly {
  readonly id: string;
  readonly version: number;
  readonly lesson: string;
}[];
/** What they had entered and not handed in stands in the field in place of the answer. */
const DRAFTS: Readonly<Record<string, unknown>> = {
  'latency-fan-out': '69',
  'latency-one-word': ['median'],
  'poison-rank-defences': ['loss', 'neighbours', 'activations'],
  'sizes-doubling': '24,7 months',
  'sms-balanced-test': ['precision', 'roc-area'],
};

test.beforeEach(async ({ page }) => {
  await page.addInitScript((held) => {
    for (const [key, value] of Object.entries(held ?? {})) localStorage.setItem(key, value);
  }, THOROUGH);
});

/** What a question shows as its answer: a text, picked options, an order of items, or the heights of a drawn line. */
function shown(of: Locator): Promise<unknown> {
  return of.evaluate((element) => {
    const inputs = [...element.querySelectorAll('input')];
    const items = [...element.querySelectorAll<HTMLElement>('[data-item]')];
    if (items.length > 0) return items.map((item) => item.dataset['item']);
    const options = inputs.filter(({ type }) => type === 'radio' || type === 'checkbox');
    if (options.length > 0) return options.filter((one) => one.checked).map(({ value }) => value);
    const heights = inputs.filter(({ type }) => type === 'number').map((one) => Number(one.value));
    return heights.length > 0 ? heights : inputs[0]?.value;
  });
}

async function expectShown(page: Page, given: (typeof ANSWERS)[number]) {
  const { question: id, version, answer, saw } = given;
  const place = question(page, id);
  if (TODAY.some((one) => one.id === id && one.version > version)) {
    await expect(place).toContainText('your old answer was “');
    return;
  }
  const kind = QUESTIONS.find((one) => one.id === id)?.kind;
  if (kind === 'reach') {
    await expect(place).toHaveAttribute('data-verdict', 'right');
    return;
  }
  const isDrawn = kind === 'prediction' && Array.isArray(answer);
  const heights = isDrawn ? (answer as { y: number }[]).map(({ y }) => y) : undefined;
  await expect.poll(() => shown(place), id).toEqual(heights ?? DRAFTS[id] ?? answer);
  if (saw !== undefined) await expect(place).toContainText(saw);
}

/** How many entries the browser's log has. */
function logLength(page: Page): Promise<number> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => /^[^/]+\/[^/]+\/work$/.test(name)) ?? '';
    return (JSON.parse(localStorage.getItem(key) ?? '') as { log: unknown[] }).log.length;
  });
}

const lessonOf = (id: string): string | undefined =>
  LESSONS.find((name) => TODAY.some((one) => one.id === id && one.lesson.endsWith(`-${name}`)));

for (const lesson of new Set(ANSWERS.flatMap((one) => lessonOf(one.question) ?? []))) {
  test(`all that was answered in ${lesson} stands where it was given`, async ({ page }) => {
    await page.goto(WEB.at(lesson));
    const here = ANSWERS.filter((one) => lessonOf(one.question) === lesson);
    for (const answer of here) await expectShown(page, answer);
    // Who only comes back has tried nothing.
    expect(await logLength(page)).toBe(LOG.length);
  });
}

test('every answer of an earlier day has a lesson', () => {
  const ids = TODAY.map(({ id }) => id);
  expect(ANSWERS.length).toBeGreaterThan(25);
  expect(ids).toEqual(expect.arrayContaining(ANSWERS.map((one) => one.question)));
});

test('the front page knows what was read and where the reader stopped; the theme is theirs', async ({
  page,
}) => {
  await page.goto(WEB.at(''));
  const read = page.locator('[data-contents]', {
    has: page.locator('[data-read]', { hasText: 'read' }),
  });
  await expect(read).toHaveCount(2);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const resume = page.getByRole('link', { name: 'Resume: A model goes abroad' });
  await expect(resume).toContainText('“Two things changed on the same day”');
  await resume.click();
  await expect(page).toHaveURL(/\/lessons\/a-model-goes-abroad\/#two-things-changed/);
});
