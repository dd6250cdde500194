/** A goal that is worked on: its experiment carries it, the controls that it permits have the focus, and the way leads back. */
import { FIRST, WEB, expect, question, test, type Locator, type Page } from '../book.ts';

// A scroll that still glides to a button that a key presses would go on after the press.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface Goal {
  readonly goal: Locator;
  readonly bench: Locator;
  readonly strip: Locator;
}

async function begin(page: Page): Promise<Goal> {
  await page.goto(WEB.at(FIRST));
  const goal = question(page, 'latency-two-machines');
  const bench = page.locator('#latency-batching');
  await goal.locator('[data-does="start"]').press('Enter');
  return { goal, bench, strip: bench.locator('[data-part="goal-strip"]') };
}

async function set(bench: Locator, name: string, value: string): Promise<void> {
  const field = bench.locator(`[data-param="${name}"] [name="${name}"]`);
  await field.fill(value);
  await field.press('Enter');
}

test('an experiment carries the goal, says how each run stands, and leads back to the question', async ({
  page,
}) => {
  const { goal, bench, strip } = await begin(page);
  await expect(strip).toBeInViewport({ ratio: 1 });
  await expect(bench.locator('[data-param="maxBatch"] :focus')).toBeVisible();
  for (const name of ['maxBatch', 'maxWait', 'replicas']) {
    await expect(bench.locator(`[data-param="${name}"]`)).toBeInViewport();
  }
  const [p99, cost] = ['p99', 'costPerThousand'].map((name) =>
    strip.locator(`[data-measure="${name}"]`),
  ) as [Locator, Locator];
  await expect(p99).toHaveAttribute('data-met', 'true');
  await expect(cost).toHaveAttribute('data-met', 'false');
  await expect(cost).toContainText(/at most \$0\.0009.*not met/);
  const before = await strip.boundingBox();
  await set(bench, 'replicas', '2');
  // The queue has no end: the whole reason is for ears, and the measure keeps its name.
  await expect(p99).toContainText(/no value: requests come/);
  await expect(p99).toHaveAttribute('title', /^no value: requests come/);
  const room = await p99.evaluate(({ scrollWidth, clientWidth, firstElementChild: what }) => [
    scrollWidth - clientWidth,
    (what?.scrollWidth ?? 1) - (what?.clientWidth ?? 0),
  ]);
  expect(room).toEqual([0, 0]);
  await set(bench, 'maxBatch', '32');
  await set(bench, 'replicas', '1');
  await expect(cost).toHaveAttribute('data-met', 'true');
  await expect(p99).toHaveAttribute('data-met', 'false');
  await set(bench, 'replicas', '2');
  await expect(p99).toHaveAttribute('data-met', 'true');
  await expect(p99).toContainText(/ms, met/);
  expect((await strip.boundingBox())?.height).toBe(before?.height);
  await expect(bench.locator('[data-part="live"]')).toContainText(/Goal now: p99 .*, met/);
  await strip.locator('[data-does="goal-back"]').press('Enter');
  const verdict = goal.locator('[data-part="verdict"]');
  await expect(verdict).toBeFocused();
  await expect(verdict).toBeInViewport({ ratio: 1 });
  await expect(verdict).toContainText('Met');
});

test('on a phone a condition keeps its whole name, and the strip its height while values change', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 740 });
  const { bench, strip } = await begin(page);
  const names = strip.locator('.goal-what');
  await expect(names).toHaveText(['p99', 'Cost of 1,000 requests']);
  for (const name of await names.all()) {
    const cut = await name.evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(cut).toBe(0);
  }
  const before = await strip.boundingBox();
  await set(bench, 'replicas', '3');
  await expect(strip.locator('[data-measure="costPerThousand"]')).toContainText('$0.00139');
  expect((await strip.boundingBox())?.height).toBe(before?.height);
});

test('how a run stands to a goal that nobody works on is shown, and not said', async ({ page }) => {
  await page.goto(WEB.at('mind-or-data'));
  const goal = question(page, 'sizes-headline');
  const bench = page.locator('#sizes-span');
  const verdict = goal.locator('[data-part="verdict"]');
  await question(page, 'sizes-predict-since')
    .getByRole('button', { name: 'Skip the prediction' })
    .click();
  await set(bench, 'from', '2020');
  await expect(verdict).toContainText('of 3 conditions met');
  await expect(verdict).toHaveAttribute('aria-live', 'off');
  await goal.locator('[data-does="start"]').press('Enter');
  await expect(bench.locator('[data-part="goal-strip"]')).toBeVisible();
  await set(bench, 'from', '2021');
  await expect(verdict).toHaveAttribute('aria-live', 'polite');
});

test('a run that does not count says so in the strip; reset and leaving take it away, with the controls in their places', async ({
  page,
}) => {
  const { goal, bench, strip } = await begin(page);
  await expect(strip).toBeVisible();
  const first = bench.locator('form [data-param]').first();
  await expect(first).toHaveAttribute('data-param', 'maxBatch');
  await set(bench, 'arrivals', '500');
  await expect(strip).toContainText('does not count');
  await bench.locator('[data-does="reset"]').click();
  await expect(strip).toHaveCount(0);
  await expect(bench.locator('.more [data-param="replicas"]')).toHaveCount(1);
  await goal.locator('[data-does="start"]').press('Enter');
  await expect(strip.locator('[data-met]')).toHaveCount(2);
  await strip.locator('[data-does="goal-close"]').press('Enter');
  await expect(strip).toHaveCount(0);
  await expect(bench.locator('[data-part="run"]')).toBeFocused();
});
