/** A committed prediction is answered where it was made: in its own panel, on its own axes, with nothing scrolled away. */
import { type Locator, type Page, FIRST, SECOND, WEB, expect, question, test } from '../book.ts';

const POISON = 'part-code-part-data';
const truth = (of: Locator): Locator => of.locator('[data-part="truth"]:visible');
const scrolled = (page: Page): Promise<number> => page.evaluate(() => scrollY);

/** Draws a line across the visible panel of a question, from the upper left to the lower right. */
async function draw(page: Page, asked: Locator): Promise<void> {
  const panel = asked.locator('[data-part="curve"] > svg:visible');
  await panel.scrollIntoViewIfNeeded();
  const box = (await panel.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const at = (share: number): number => box.x + box.width * share;
  await page.mouse.move(at(0.1), box.y + box.height * 0.3);
  await page.mouse.down();
  for (const share of [0.3, 0.5, 0.7, 0.99]) {
    await page.mouse.move(at(share), box.y + box.height * (0.2 + share / 2), { steps: 4 });
  }
  await page.mouse.up();
}

/** The ends of the curve that a run has found, on the page. */
async function endsOf(line: Locator): Promise<{ left: number; right: number; top: number }> {
  const box = (await line.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { left: box.x, right: box.x + box.width, top: box.y };
}

for (const [width, height] of [
  [1366, 768],
  [360, 740],
] as const) {
  test(`at ${width} x ${height} the curve is drawn over the line that was drawn, and the page stays`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(WEB.at(FIRST));
    const asked = question(page, 'latency-predict-curve');
    const commit = asked.getByRole('button', { name: 'Commit and see' });
    await commit.click();
    await expect(asked.locator('[data-part="verdict"]')).not.toHaveText('');
    // What was wrong is no longer said of the line that mends it.
    await draw(page, asked);
    await expect(asked.locator('[data-part="verdict"]')).toHaveText('');
    await commit.scrollIntoViewIfNeeded();
    const before = await scrolled(page);
    await commit.click();
    await expect(asked).toHaveAttribute('data-verdict', 'told');
    expect(Math.abs((await scrolled(page)) - before)).toBeLessThan(height);
    const panel = asked.locator('[data-part="curve"] > svg:visible');
    await expect(panel).toBeInViewport({ ratio: 0.8 });
    await expect(asked.locator('[data-part="verdict"]')).toBeInViewport();
    // Over the hairlines on which the reader's points stand, on the same axis.
    const axis = panel.locator('[data-axis="y"]');
    await expect(axis).toHaveAttribute('data-to', '200');
    const places = await panel.evaluate((svg: SVGSVGElement) => {
      const { xs = '', top, bottom } = svg.dataset;
      const [low, high] = [Number(bottom), Number(top)];
      const circles = [...svg.querySelectorAll('[data-part="truth"] circle')];
      const placeOf = (one: Element, name: string): number => Number(one.getAttribute(name));
      return {
        xs: xs.split(' ').map(Number),
        at: circles.map((one) => placeOf(one, 'cx')),
        values: circles.map((one) => (200 * (low - placeOf(one, 'cy'))) / (low - high)),
      };
    });
    expect(places.at).toEqual(places.xs);
    // The first and the second are 115 and 47 ms, as the lesson says.
    expect(places.values[0]).toBeCloseTo(115.3, 0);
    expect(places.values[1]).toBeCloseTo(47.1, 0);
    const [line, room] = await Promise.all([
      endsOf(truth(asked).locator('.run-line').first()),
      endsOf(panel),
    ]);
    expect(line.left).toBeGreaterThanOrEqual(room.left);
    expect(line.right).toBeLessThanOrEqual(room.right);

    // It is there again after a reload, and the experiment is one press further.
    await page.reload();
    await expect(truth(asked).locator('circle')).toHaveCount(7);
    await asked.getByRole('link', { name: 'See it in the experiment' }).click();
    await expect(page.locator('#latency-batching')).toBeInViewport();
    await expect(page.locator('#latency-batching:focus-within')).toHaveCount(1);
    // On paper the prediction stands in the panel, without what the run says to it.
    await page.emulateMedia({ media: 'print' });
    await expect(asked.locator('.prediction-line:visible').first()).toHaveAttribute('d', /^M/);
    await expect(truth(asked)).toHaveCount(0);
    await expect(asked.locator('[data-part="verdict"]')).toBeHidden();
    await expect(asked.getByRole('link', { name: 'See it in the experiment' })).toBeHidden();
  });
}

for (const [width, height] of [
  [360, 740],
  [1366, 768],
] as const) {
  test(`at ${width} x ${height} nothing after a committed prediction moves until a slow run has answered, nor then`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(WEB.at(SECOND, '?backend=wasm'));
    const asked = question(page, 'abroad-predict-accuracy');
    await asked.getByLabel('Your prediction').fill('80');
    await asked.getByRole('button', { name: 'Commit and see' }).click();
    await expect(asked).toHaveAttribute('data-committed');
    const heights = await asked.evaluateHandle((one) => {
      const seen = new Set<number>();
      new ResizeObserver(() => seen.add(Math.round(one.getBoundingClientRect().height))).observe(
        one,
      );
      return seen;
    });
    await expect(asked).toHaveAttribute('data-verdict', 'told');
    expect(await heights.evaluate((seen) => [...seen])).toHaveLength(1);
  });
}

test('where the browser anchors nothing, a question below its experiment stays on the screen while that opens a curve and learns, whatever else grows', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(WEB.at(POISON, '?backend=wasm'));
  await page.evaluate(() => (document.body.style.overflowAnchor = 'none'));
  const asked = question(page, 'poison-predict-growth');
  await asked.getByText('Set the points by number').click();
  for (const field of await asked.getByRole('spinbutton').all()) await field.fill('50');
  const commit = asked.getByRole('button', { name: 'Commit and see' });
  await commit.scrollIntoViewIfNeeded();
  const before = await asked.evaluate((one) => one.getBoundingClientRect().top);
  // Seen where a frame ends, from when the question is held until its answer is shown to the reader.
  const places = await asked.evaluateHandle((one) => {
    const seen: number[] = [];
    new MutationObserver((_, watch) => {
      watch.disconnect();
      const gap = document.createElement('div');
      gap.style.blockSize = '300px';
      document.body.prepend(gap);
      new ResizeObserver(() => {
        if (one.dataset['verdict'] !== 'told') seen.push(one.getBoundingClientRect().top);
      }).observe(document.body);
    }).observe(document.documentElement, { attributeFilter: ['style'] });
    return seen;
  });
  await commit.click();
  const panel = asked.locator('[data-part="curve"] > svg:visible');
  await expect(asked).toHaveAttribute('data-verdict', 'told');
  const seen = await places.jsonValue();
  expect(seen.length).toBeGreaterThan(1);
  for (const top of seen) expect(Math.abs(top - before)).toBeLessThan(2);
  await expect(panel).toBeInViewport({ ratio: 0.9 });
  await expect(truth(asked).locator('circle')).toHaveCount(6);
  await expect(asked.locator('.curve-run').first()).toContainText(/run: \d+\s%/);
});

test('a typed guess stands on a line of numbers, and the truth beside it; ears hear the verdict once', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const asked = question(page, 'latency-predict-eight');
  await asked.getByLabel('Your prediction').fill('200');
  await asked.getByLabel('Your prediction').press('Enter');
  await expect(asked.locator('[data-part="guess"]')).toContainText(/you: 200\sms/);
  await expect(truth(asked)).toContainText(/the run: 17\sms/);
  // 200 and 17 of 500.
  const at = (part: string): Promise<string | null> =>
    asked.locator(`[data-part="${part}"] circle`).getAttribute('cx');
  expect(await at('guess')).toBe('40%');
  expect(Number.parseFloat((await at('truth')) ?? '')).toBeCloseTo(3.35, 1);
  const said = await asked.ariaSnapshot();
  expect(said.match(/this run says 17/g)).toHaveLength(1);
  await page.reload();
  await expect(truth(asked)).toContainText(/the run: 17\sms/);
});

test('who moves an experiment on while its runs answer keeps what they set, and may ask for the answer again', async ({
  page,
}) => {
  await page.goto(WEB.at('data-in-production', '?backend=wasm'));
  const told = (id: string): Promise<void> =>
    expect(question(page, id)).toHaveAttribute('data-verdict', 'told');
  const skip = (id: string): Promise<void> =>
    question(page, id).getByRole('button', { name: 'Skip the prediction' }).click();
  for (const id of ['sms-predict-caught', 'sms-predict-precision']) {
    await skip(id);
    await told(id);
  }
  const filter = page.locator('#sms-filter');
  const reset = filter.locator('[data-does="reset"]');
  await reset.click();
  await expect(filter).toHaveAttribute('data-state', 'done');
  // It asks for four runs, one after the other; the start, to which the reader goes back, is one of them.
  await skip('sms-predict-thresholds');
  await reset.click();
  const again = question(page, 'sms-predict-thresholds').locator('[data-does="compare"]');
  await expect(again).toBeVisible();
  const threshold = filter.getByRole('spinbutton', { name: 'Threshold' });
  await expect(threshold).toHaveValue('0.5');
  await again.click();
  await told('sms-predict-thresholds');
  await expect(threshold).not.toHaveValue('0.5');
});
