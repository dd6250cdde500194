/** Questions by role: what a reader types, sorts, comes back to, and what a number in the text holds back. */
import {
  FIRST,
  TAIL,
  SECOND,
  WEB,
  expect,
  experiment,
  question,
  tabTo,
  test,
  type Locator,
} from '../book.ts';
import { heldBack } from '../held-back.ts';
import { withOrder } from '../order-page.ts';

const BENCH = 'Machines that answer comments';
const verdict = (of: Locator): Locator => of.locator('[data-part="verdict"]');

test('a goal whose controls a link has locked says so, and leads to a page that has them', async ({
  page,
}) => {
  const query = [
    'latency-batching.maxBatch=8',
    'latency-batching.lock=maxBatch,seed',
    'latency-batching.hide=maxWait',
  ];
  await page.goto(WEB.at(FIRST, `?${query.join('&')}`));
  const goal = question(page, 'latency-two-machines');
  await expect(goal).toContainText('hides or locks Max batch and Max wait, which this question');
  await goal.getByRole('link', { name: 'Open the page with these controls' }).click();
  await expect(goal).toBeInViewport();
  const bench = experiment(page, BENCH);
  await expect(bench.getByRole('spinbutton', { name: 'Max batch' })).toBeEnabled();
  await expect(bench.getByRole('spinbutton', { name: 'Max batch' })).toHaveValue('8');
  await expect(bench.getByRole('spinbutton', { name: 'Max wait' })).toBeVisible();
  await expect(bench.locator('[name="seed"]')).toBeDisabled();
  await expect(goal.getByRole('link')).toHaveCount(0);
});

test('a wrong number is told its side, and the run that gives it is one press away', async ({
  page,
}) => {
  await page.goto(WEB.at('practise-research-and-production'));
  const median = question(page, 'latency-thin-traffic');
  const run = median.getByRole('link', { name: 'Run it in the experiment' });
  for (const [typed, side] of [
    ['9999', 'Not yet. That is too large.'],
    ['0.5', 'Not yet. That is too small.'],
  ] as const) {
    await median.getByLabel('Your answer').fill(typed);
    await median.getByLabel('Your answer').press('Enter');
    await expect(verdict(median)).toHaveText(side);
  }
  await run.press('Enter');
  const bench = page.locator('#practise-bench');
  await expect(bench).toHaveAttribute('data-state', 'done');
  await expect(bench).toBeInViewport();
  await expect(page).toHaveURL(/arrivals=10/);
});

test('what a link has locked no question moves: it says so, and a prediction asks for no run that cannot answer', async ({
  page,
}) => {
  const asked = 'latency-batching.maxBatch=4&latency-batching.lock=maxBatch';
  await page.goto(WEB.at(FIRST, `?${asked}`));
  const bench = experiment(page, BENCH);
  const maxBatch = bench.getByRole('spinbutton', { name: 'Max batch' });
  await expect(bench).toHaveAttribute('data-state', 'done');
  const prediction = question(page, 'latency-predict-eight');
  await expect(prediction).toContainText('hides or locks Max batch, which this question needs');
  await prediction.getByLabel('Your prediction').fill('150');
  await prediction.getByRole('button', { name: 'Commit and see' }).click();
  await expect(verdict(prediction)).toHaveText(/^You said 150\sms\.$/);
  await expect(prediction.getByRole('button', { name: 'Run it and compare' })).toBeHidden();
  await question(page, 'latency-two-machines')
    .getByRole('button', { name: 'Set the experiment to the start' })
    .click();
  await expect(page).toHaveURL(/maxWait/);
  await expect(maxBatch).toHaveValue('4');
  await prediction.getByRole('link', { name: 'Open the page with these controls' }).click();
  await prediction.getByRole('button', { name: 'Run it and compare' }).click();
  await expect(verdict(prediction)).toContainText('this run says');
  await expect(maxBatch).toHaveValue('8');
});

test('a goal that was met says so after a reload, in each of its conditions, and brings back what met it', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const goal = question(page, 'latency-two-machines');
  await goal.getByRole('button', { name: 'Set the experiment to the start' }).click();
  await expect(goal.locator('.goal-now', { hasText: 'not met' }).first()).toBeVisible();
  const bench = experiment(page, BENCH);
  await bench.locator('.more').evaluate((fold: HTMLDetailsElement) => (fold.open = true));
  for (const [name, value] of [
    ['Max wait', '0'],
    ['Max batch', '32'],
    ['Replicas', '2'],
  ] as const) {
    const control = bench.getByLabel(name, { exact: true }).first();
    await control.fill(value);
    await control.press('Enter');
  }
  await expect(verdict(goal)).toContainText('Met: this run fulfils every condition.');
  await page.goto(WEB.at(FIRST));
  await expect(verdict(goal)).toContainText('You met this goal on');
  for (const now of await goal.locator('.goal-now').all()) await expect(now).toHaveText('met');
  // What met it can be had back.
  await goal.getByRole('button', { name: 'Set it as you last had it' }).click();
  await expect(verdict(goal)).toContainText('Met: this run fulfils every condition.');
  await expect(bench.getByLabel('Replicas', { exact: true }).first()).toHaveValue('2');
});

test('predictions about one experiment are answered in whatever order they are made', async ({
  page,
}) => {
  await page.goto(WEB.at(SECOND, '?backend=wasm'));
  const shift = page.locator('#abroad-digits');
  const first = question(page, 'abroad-predict-accuracy');
  const second = question(page, 'abroad-predict-preprocess');
  // The second one first: its run can be seen, though the veil belongs to the other.
  await second.getByLabel('Your prediction').fill('60');
  await second.getByRole('button', { name: 'Commit and see' }).click();
  await expect(shift.locator('[data-part="takeaway"]')).toBeVisible();
  await shift.scrollIntoViewIfNeeded();
  // And while it trains, the first one: it waits for its turn, and both are answered.
  await first.getByLabel('Your prediction').fill('80');
  await first.getByLabel('Your prediction').press('Enter');
  await expect(verdict(first)).toContainText(/answers the one before it first|You said 80/);
  await expect(verdict(second)).toContainText('You said 60 %; this run says');
  await expect(verdict(first)).toContainText('You said 80 %; this run says');
  await page.reload();
  await expect(verdict(first)).toContainText('this run says');
  await expect(verdict(second)).toContainText('this run says');
  await expect(shift.locator('[data-part="takeaway"]')).toBeVisible();
});

test('a prediction whose run was lost can be asked again after a reload', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  await page.evaluate(() => {
    const kept = { question: 'latency-predict-eight', version: 1, answer: '200' };
    const key = `${kept.question}@1`;
    const answers = { [key]: { ...kept, time: '2026-01-01T00:00:00.000Z' } };
    const work = { format: 1, book: 'ml-systems-in-production', edition: '1', answers, log: [] };
    localStorage.setItem('ml-systems-in-production/1/work', JSON.stringify(work));
  });
  await page.reload();
  const predict = question(page, 'latency-predict-eight');
  await expect(verdict(predict)).toContainText('You said 200 ms.');
  await predict.getByRole('button', { name: 'Run it and compare' }).click();
  await expect(verdict(predict)).toContainText('You said 200 ms; this run says 17 ms');
  // The verdict is said once, and not again for having the focus.
  await expect(predict.locator('.question-actions')).toBeFocused();
  await expect(predict.getByRole('button', { name: 'Run it and compare' })).toBeHidden();
});

test('a prediction whose run is stopped before anything has come of it can be asked again', async ({
  page,
}) => {
  // The worker is held back: the run is on its way, and nothing has come of it yet.
  const release = await heldBack(page, '**/workers/lab.js');
  await page.goto(WEB.at(SECOND, '?backend=wasm'));
  const predict = question(page, 'abroad-predict-accuracy');
  const shift = page.locator('.experiment').first();
  await predict.getByLabel('Your prediction').fill('50');
  await predict.getByRole('button', { name: 'Commit and see' }).click();
  await expect(verdict(predict)).toContainText('The experiment is running.');
  await shift.getByRole('button', { name: 'Stop' }).click();
  await expect(verdict(predict)).toHaveText('You said 50 %.');
  release();
  await predict.getByRole('button', { name: 'Run it and compare' }).click();
  await expect(verdict(predict)).toContainText('this run says');
});

test.describe('a number that a prediction asks for', () => {
  const number = 'yours-number[data-id="latency-batching"][data-measure="p99"]';

  test('is held back until it is made or skipped, but on paper, and others are not', async ({
    page,
  }) => {
    await page.goto(WEB.at(FIRST));
    const text = page.locator('p', { hasText: /^With .*batches of up to eight.*, p99\s+is/ });
    await page.emulateMedia({ media: 'print' });
    await expect(text.locator(`${number} .yours-value`)).toBeVisible();
    await expect(text.locator(`${number} .yours-hold`)).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await expect(text.locator(number)).toHaveText(/…\s*ms \(your prediction first\)/);
    await expect(page.locator(number).first()).toHaveText(/115/);
    await text.getByRole('link', { name: 'your prediction first' }).first().click();
    await expect(question(page, 'latency-predict-eight')).toBeInViewport();
    await question(page, 'latency-predict-eight')
      .getByRole('button', { name: 'Skip the prediction' })
      .click();
    await expect(text.locator(number)).toHaveText(/17/);
    await page.reload();
    await expect(text.locator(number)).toHaveText(/17/);
  });

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false });
    test('is there too', async ({ page }) => {
      await page.goto(WEB.at(FIRST));
      const text = page.locator('p', { hasText: /^With .*batches of up to eight.*, p99\s+is/ });
      await expect(text.locator(`${number} .yours-value`)).toBeVisible();
      await expect(text.locator(`${number} .yours-hold`)).toBeHidden();
    });
  });
});

test('who only reads does not fetch what checks answers, who touches a question does; a hint is offered with the solution, and both are there again after a reload', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(WEB.at(TAIL), { waitUntil: 'networkidle' });
  const code = (): number => fetched.filter((url) => /\/wake\.[^/]*\.js$/.test(url)).length;
  expect(code()).toBe(0);
  // Before any code is here: what was typed and pressed counts.
  const rank = question(page, 'tail-agent-steps');
  await rank.getByLabel('Your answer').fill('12');
  await rank.getByLabel('Your answer').press('Enter');
  await expect(verdict(rank)).not.toBeEmpty();
  expect(code()).toBe(1);
  await expect(rank.getByRole('button', { name: /^Show/ })).toHaveText([
    /hint/,
    'Show the solution',
  ]);
  await rank.getByRole('button', { name: /Show a hint/ }).click();
  await rank.getByRole('button', { name: 'Show the solution' }).click();
  const solution = rank.locator('[data-part="solution"]');
  await expect(solution).toBeFocused();
  const told = await solution.innerText();
  expect(told.length).toBeGreaterThan(40);
  await page.reload();
  await expect(solution).toHaveText(told.replace(/\s+/g, ' '));
  await expect(solution).not.toBeFocused();
  await expect(rank.locator('.question-hints li').first()).toBeVisible();
  await expect(rank.getByRole('button', { name: 'Show the solution' })).toBeHidden();
});

test.describe('a line that is drawn before the code of the questions is here', () => {
  for (const letsGo of [true, false]) {
    test(`counts ${letsGo ? 'when it has ended by then' : 'while it is still being drawn'}`, async ({
      page,
    }) => {
      const arrive = await heldBack(page, /\/wake\.[^/]*\.js$/);
      await page.goto(WEB.at(FIRST));
      const curve = question(page, 'latency-predict-curve');
      const sheet = curve.locator('svg:visible');
      await sheet.scrollIntoViewIfNeeded();
      const box = await sheet.boundingBox();
      if (!box) throw new Error('the axes cannot be seen');
      const [middle, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(box.x + 1, y);
      await page.mouse.down();
      await page.mouse.move(middle, y, { steps: 12 });
      if (letsGo) await page.mouse.up();
      await expect(sheet.locator('.curve-dot')).toHaveCount(0);
      arrive();
      await expect(sheet.locator('.curve-dot').first()).toBeVisible();
      const early = await sheet.locator('.curve-dot').count();
      expect(early).toBeGreaterThan(2);
      // A pointer that has let go draws no more; one that has not goes on with its line.
      await page.mouse.move(box.x + box.width - 1, y, { steps: 12 });
      const all = await curve.getByRole('spinbutton', { includeHidden: true }).count();
      await expect(sheet.locator('.curve-dot')).toHaveCount(letsGo ? early : all);
      if (!letsGo) await page.mouse.up();
      await expect(curve.getByText('Draft saved')).toBeVisible();
    });
  }
});

test.describe('when the code of the questions cannot be fetched', () => {
  test.use({ expectedFaults: /wake|Failed to (load|fetch)|net::ERR/ });

  test('the question says so, nothing stays hidden, and the next touch tries again', async ({
    page,
  }) => {
    await page.route(/\/wake\.[^/]*\.js$/, (route) => route.abort());
    await page.goto(WEB.at(SECOND));
    const predict = question(page, 'abroad-predict-accuracy');
    await predict.getByLabel('Your prediction').fill('80');
    await expect(verdict(predict)).toContainText('could not be loaded');
    await expect(page.locator('#abroad-digits [data-part="takeaway"]')).toBeVisible();
    await expect(page.locator('.yours-hold')).toHaveCount(0);
  });
});

test.describe('items to put into order', () => {
  test('are sorted by keyboard, announced, checked, kept and found again', async ({ page }) => {
    await withOrder(page);
    const order = question(page, 'test-order');
    const texts = order.locator('.order-text');
    // Shuffled by the question's id: the same for everybody, and never right.
    const start = await texts.allInnerTexts();
    expect(start.toSorted()).toEqual(['mean', 'median', 'p95', 'p99']);
    expect(start).not.toEqual(['median', 'mean', 'p95', 'p99']);
    const check = order.getByRole('button', { name: 'Check' });

    await sort(['mean', 'median', 'p95', 'p99']);
    await tabTo(page, check);
    await page.keyboard.press('Enter');
    await expect(verdict(order)).toContainText('Partly right.');
    await expect(order).toHaveAttribute('data-verdict', 'partly');
    await expect(verdict(order)).toContainText('A few long waits pull which of the two?');

    await sort(['median', 'mean', 'p95', 'p99']);
    await check.click();
    await expect(verdict(order)).toContainText('Right.');
    await page.reload();
    await expect(verdict(order)).toContainText('Right.');
    expect(await texts.allInnerTexts()).toEqual(['median', 'mean', 'p95', 'p99']);

    /** Brings each item up to its place, by keyboard alone. */
    async function sort(wanted: readonly string[]): Promise<void> {
      for (const [place, item] of wanted.entries()) {
        const up = order.getByRole('button', { name: `Move up: ${item}`, exact: true });
        while ((await texts.allInnerTexts()).indexOf(item) > place) {
          await up.focus();
          await page.keyboard.press('Enter');
          await expect(up).toBeFocused();
        }
      }
    }
  });

  test('a press that came before the code happens before those that come after it', async ({
    page,
  }) => {
    await withOrder(page);
    const order = question(page, 'test-order');
    const texts = order.locator('.order-text');
    const last = (await texts.allInnerTexts()).at(-1) ?? '';
    // As an impatient reader does: up until it moves, and then one place down again.
    await order.evaluate(async (element, item) => {
      const button = (way: string): HTMLElement | null =>
        element.querySelector(`[data-item="${item}"] [data-moves="${way}"]`);
      const place = (): number =>
        [...element.querySelectorAll('[data-item]')].findIndex(
          (one) => (one as HTMLElement).dataset['item'] === item,
        );
      const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
      for (let i = 0; i < 5; i += 1) button('up')?.click();
      while (place() === 3) {
        await turn();
        button('up')?.click();
      }
      button('down')?.click();
      for (let i = 0; i < 200; i += 1) await turn();
    }, last);
    expect((await texts.allInnerTexts()).indexOf(last)).toBe(1);
  });

  test('are dragged by their number or moved one place at a time, say where they are, and are a list with boxes to number on paper', async ({
    page,
  }) => {
    await withOrder(page);
    const order = question(page, 'test-order');
    const texts = order.locator('.order-text');
    const before = await texts.allInnerTexts();
    await order.scrollIntoViewIfNeeded();
    await order.locator('.order-place').first().hover();
    await expect(order.locator('[data-moves="up"]').first()).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    const grip = await order.locator('.order-place').first().boundingBox();
    const last = await order.locator('.order-place').last().boundingBox();
    if (!grip || !last) throw new Error('the numbers cannot be seen');
    await page.mouse.move(grip.x + 10, grip.y + 10);
    await page.mouse.down();
    await page.mouse.move(grip.x + 10, last.y + last.height, { steps: 20 });
    await page.mouse.up();
    expect(await texts.allInnerTexts()).toEqual([...before.slice(1), before[0]]);

    const [first = '', second = ''] = await texts.allInnerTexts();
    const said = order.locator('[data-part="moved"]');
    await order.getByRole('button', { name: `Move down: ${first}`, exact: true }).click();
    await expect(said).toHaveText(`2 of 4: ${first}`);
    expect((await texts.allInnerTexts()).slice(0, 2)).toEqual([second, first]);
    const up = order.getByRole('button', { name: `Move up: ${second}`, exact: true });
    await expect(up).toHaveAttribute('aria-disabled', 'true');
    // It stays a button that can be reached, and does nothing.
    await up.press('Enter');
    await expect(said).toHaveText(`1 of 4: ${second}`);

    await page.emulateMedia({ media: 'print' });
    await expect(order.getByRole('listitem')).toHaveCount(4);
    await expect(order.getByRole('button')).toHaveCount(0);
    for (const box of await order.locator('.order-place').all()) {
      await expect(box).toHaveCSS('border-top-width', '1px');
      expect(await box.evaluate((one) => getComputedStyle(one, '::before').content)).toBe('none');
    }
  });
});

test('a run that ends while the questions of a page wake one after the other is heard by all of them', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const goal = question(page, 'latency-two-machines');
  const runs = 120;
  await goal.evaluate(async (element, count) => {
    const text = element.querySelector('[data-part="data"]')?.textContent ?? '';
    const { instance, start, vary } = JSON.parse(text) as {
      readonly instance: string;
      readonly start: Readonly<Record<string, unknown>>;
      readonly vary: readonly string[];
    };
    const experiment = document.getElementById(instance);
    for (let i = 0; i < count; i += 1) {
      const settings = { ...start, [vary[0] ?? '']: i + 1000 };
      const run = { widget: 'x', version: 1, settings, measures: {}, backend: 'sim' };
      const detail = { id: instance, run, why: {}, state: 'done', by: 'reader' };
      experiment?.dispatchEvent(new CustomEvent('outcome', { bubbles: true, detail }));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }, runs);
  const tries = (): Promise<number> =>
    page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.endsWith('/work')) ?? '';
      const { log } = JSON.parse(localStorage.getItem(key) ?? '{ "log": [] }') as {
        log: { kind: string }[];
      };
      return log.filter(({ kind }) => kind === 'reach').length;
    });
  await expect.poll(tries).toBe(runs);
});
