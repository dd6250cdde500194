/** Words in the text that set an experiment up: they wait for the prediction that they would answer, and undo takes them back. */
import { FIRST, TAIL, WEB, expect, question, test } from '../book.ts';

// A scroll that still glides to a button that a key presses would go on after the press.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a button in the text sets the experiment up, brings it in sight and can be taken back', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const bench = page.locator('#latency-batching');
  const batch = bench.locator('[name="maxBatch"]');
  const button = page
    .locator('[data-sets-up="latency-batching"][data-settings=\'{"maxBatch":8}\']')
    .first()
    .locator('[data-does="set-up"]');
  await button.press('Enter');
  // It would give the prediction away: it says so, and leads there.
  const waits = button
    .locator('xpath=..')
    .getByRole('link', { name: 'make your prediction first' });
  await expect(waits).toHaveAttribute('href', '#question-latency-predict-eight');
  await expect(batch).toHaveValue('1');
  await question(page, 'latency-predict-eight')
    .getByRole('button', { name: 'Skip the prediction' })
    .click();
  await expect(waits).toHaveCount(0);
  await button.press('Enter');
  await expect(batch).toHaveValue('8');
  await expect(bench.locator('[data-part="takeaway"]')).toContainText('17 ms');
  // It may be another scenario than before.
  await expect(bench.locator('[data-part="takeaway"]')).not.toContainText('was');
  await expect(button).toBeFocused();
  await expect(bench.locator('[data-part="figure"]')).toBeInViewport();
  await expect(page).toHaveURL(/latency-batching\.maxBatch=8/);
  // By keys, too, the experiment is one step away.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'To the experiment' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bench).toBeFocused();
  // It stands far above the words that have set it up: a button leads back to them.
  await page
    .locator('[data-sets-up="latency-batching"] [data-does="set-up"]')
    .last()
    .press('Enter');
  await expect(bench.locator('.dock')).toBeInViewport();
  await bench.getByRole('button', { name: 'Back to the text' }).click();
  await expect(
    page.locator('[data-sets-up="latency-batching"] [data-does="set-up"]').last(),
  ).toBeFocused();
  await bench.locator('[data-does="undo"]').click();
  await expect(batch).toHaveValue('8');
  await bench.locator('[data-does="undo"]').click();
  await expect(batch).toHaveValue('1');
});

test('what a reader has drawn stays when words in the text set the experiment up', async ({
  page,
}) => {
  await page.goto(`${WEB.at('more-than-a-model')}?first-slip.drawing=a300f5#first-slip`);
  const bench = page.locator('#first-slip');
  await expect(bench).toHaveAttribute('data-state', 'done');
  await expect(page).toHaveURL(/drawing=a300f5/);
  await page.locator('[data-sets-up="first-slip"] [data-does="set-up"]').first().press('Enter');
  await expect(bench.locator('[name="columns"]')).toHaveValue('3');
  await expect(page).toHaveURL(/drawing=a300f5/);
  await expect(bench.locator('[data-part="figure"]')).toContainText('Your digit');
});

test('what is asked for after a prediction is run after it', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const bench = page.locator('#latency-batching');
  await question(page, 'latency-predict-eight')
    .getByRole('button', { name: 'Skip the prediction' })
    .click();
  const other = page.locator(
    '[data-sets-up="latency-batching"][data-settings=\'{"arrivals":3000,"replicas":25}\']',
  );
  await expect(question(page, 'latency-predict-eight')).toHaveAttribute('data-committed');
  await other.locator('[data-does="set-up"]').press('Enter');
  // What it leads on to stands there once it is pressed.
  await expect(other.getByRole('button', { name: 'To the experiment' })).toBeAttached();
  await expect(bench).not.toHaveAttribute('data-veil');
  await expect(bench).toHaveAttribute('data-state', 'done');
  await expect(bench.locator('[name="arrivals"]')).toHaveValue('3000');
  await expect(bench.locator('[name="maxBatch"]')).toHaveValue('1');
  // The prediction has asked first: it is one step back.
  await bench.locator('[data-does="undo"]').click();
  await expect(bench.locator('[name="maxBatch"]')).toHaveValue('8');
});

test('a button in the text draws a curve, brings it in sight and leads back', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const bench = page.locator('#latency-batching');
  await question(page, 'latency-predict-eight')
    .getByRole('button', { name: 'Skip the prediction' })
    .click();
  await expect(bench).toHaveAttribute('data-state', 'done');
  const button = page.locator('[data-spread] [data-does="set-up"]');
  await button.press('Enter');
  const curve = bench.locator('[data-part="spread"] svg:visible');
  await expect(curve).toBeInViewport({ ratio: 0.9 });
  await expect(bench.locator('[data-part="spread"]')).toContainText('Mean wait, over arrivals');
  await expect(bench.locator('[name="maxBatch"]')).toHaveValue('1');
  await expect(button).toBeFocused();
  const back = bench.getByRole('button', { name: 'Back to the text' });
  await expect(back).toBeInViewport();
  await back.click();
  await expect(button).toBeInViewport();
  await expect(button).toBeFocused();
});

test('what a reader sets after a prediction stays, though the code of the experiment comes late', async ({
  page,
}) => {
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(/\/experiment\.[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(WEB.at(FIRST));
  const bench = page.locator('#latency-batching');
  const asked = question(page, 'latency-predict-eight');
  await asked.getByRole('button', { name: 'Skip the prediction' }).click();
  await expect(asked).toHaveAttribute('data-committed');
  const slider = bench.locator('[data-slides="maxBatch"]');
  await slider.focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  const set = await slider.evaluate((one: HTMLInputElement) => one.value);
  goOn();
  await expect(bench).not.toHaveAttribute('data-veil');
  await expect(bench).toHaveAttribute('data-state', 'done');
  // The answer is one press away.
  const compare = asked.locator('[data-does="compare"]');
  await expect(compare).toBeVisible();
  await expect(slider).toHaveJSProperty('value', set);
  await expect(bench.locator('[name="maxBatch"]')).not.toHaveValue('8');
  await compare.click();
  await expect(bench.locator('[name="maxBatch"]')).toHaveValue('8');
  await expect(asked.locator('[data-part="verdict"]')).toContainText('This run says');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('it is a link to these settings', async ({ page }) => {
    await page.goto(WEB.at(TAIL));
    const link = page.getByRole('link', { name: 'seven calls' });
    await expect(link).toHaveAttribute('href', /\?tail-page\.fanOut=7&.*#tail-page$/);
    await expect(page.getByRole('button', { name: 'seven calls' })).toHaveCount(0);
  });
});
