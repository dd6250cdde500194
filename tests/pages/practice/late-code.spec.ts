/** What a reader has entered while the code that judges it, or that answers it, does not come. */
import { createServer } from 'node:http';
import type { Route } from '@playwright/test';
import { bookServer, freePort, listen } from '../../../scripts/serve.mjs';
import {
  FIRST,
  TAIL,
  WEB,
  type Locator,
  type Page,
  expect,
  experiment,
  question,
  test,
} from '../book.ts';
import { heldBack } from '../held-back.ts';

const verdict = (of: Locator): Locator => of.locator('[data-part="verdict"]');

const PAGE = /\/Page\.astro[^/]*\.js$/;
const QUESTIONS = /\/wake\.[^/]*\.js$/;
const EXPERIMENT = /\/experiment\.[^/]*\.js$/;
const PORTAL = { contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' };

test.use({ expectedFaults: /JSON|wake|experiment|MIME|Failed to (load|fetch)|net::ERR/ });

/** Lets a network answer for the book with a page of its own; gives how often it was asked, and a way to end it. */
async function portal(
  page: Page,
  code: RegExp,
): Promise<{ asked: () => number; end: () => Promise<void> }> {
  let asked = 0;
  const answer = (route: Route): Promise<void> => {
    asked += 1;
    return route.fulfill(PORTAL);
  };
  await page.route(code, answer);
  return { asked: () => asked, end: () => page.unroute(code, answer) };
}

test('an answer that is given before the page has any code is judged when the code has come', async ({
  page,
}) => {
  const begin = await heldBack(page, PAGE);
  await page.goto(WEB.at(TAIL), { waitUntil: 'commit' });
  const rank = question(page, 'tail-agent-steps');
  await rank.getByLabel('Your answer').fill('14');
  await rank.getByLabel('Your answer').press('Enter');
  await expect(verdict(rank)).toBeEmpty();
  begin();
  await expect(verdict(rank)).toContainText('Right.');
  await expect(page).not.toHaveURL(/\?/);
});

for (const [how, body] of [
  ['does not come', undefined],
  ['comes empty', ''],
] as const) {
  test(`where the script of the page ${how}, the page says so, and pressing again brings it with what was typed`, async ({
    page,
  }) => {
    let isOut = true;
    await page.route(PAGE, (route) => {
      if (!isOut) return route.continue();
      return body === undefined
        ? route.abort()
        : route.fulfill({ contentType: 'text/javascript', body });
    });
    await page.goto(WEB.at(TAIL));
    const answer = question(page, 'tail-agent-steps').getByLabel('Your answer');
    await answer.fill('14');
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('no button on it answers yet');
    isOut = false;
    await Promise.all([page.waitForEvent('load'), notice.getByRole('button').click()]);
    await expect(notice).toBeHidden();
    await expect(answer).toHaveValue('14');
    await answer.press('Enter');
    await expect(verdict(question(page, 'tail-agent-steps'))).toContainText('Right.');
  });
}

for (const [what, code] of [
  ['a question', QUESTIONS],
  ['an experiment', EXPERIMENT],
] as const) {
  test(`the code of ${what} that comes empty, to be kept for a day, is had again by pressing, and the press is repeated`, async ({
    page,
  }) => {
    let isEmpty = true;
    const book = bookServer('dist', '/book/');
    const server = createServer((request, response) => {
      if (!isEmpty || !code.test(request.url ?? '')) book.emit('request', request, response);
      else
        response
          .writeHead(200, {
            'content-type': 'text/javascript',
            'cache-control': 'max-age=86400, immutable',
          })
          .end();
    });
    const port = await listen(server, await freePort());
    await page.goto(`http://localhost:${port}/book/${WEB.at(FIRST)}`);
    const predict = question(page, 'latency-predict-eight');
    const bench = experiment(page, 'Machines that answer comments');
    const press =
      code === QUESTIONS
        ? predict.getByRole('button', { name: 'Commit and see' })
        : bench.locator('[data-part="run"]');
    // What is typed asks for the code, too.
    if (code === QUESTIONS) await predict.getByLabel('Your prediction').fill('150');
    else await press.click();
    await expect(page.getByText(/could not be loaded/)).toBeVisible();
    isEmpty = false;
    await Promise.all([page.waitForEvent('load'), press.click()]);
    await expect(bench).toHaveAttribute('data-state', 'done');
    if (code === QUESTIONS) await expect(verdict(predict)).toContainText('You said 150');
    server.close();
  });
}

test('code that stalls is said to be late, and pressing again brings it with the answer still there', async ({
  page,
}) => {
  let isStalled = true;
  // A route that is taken away is answered: the first request must stay without an answer for good.
  await page.route(QUESTIONS, (route) => (isStalled ? undefined : route.continue()));
  await page.goto(WEB.at(TAIL));
  const rank = question(page, 'tail-agent-steps');
  await rank.getByLabel('Your answer').fill('14');
  const check = rank.getByRole('button', { name: 'Check' });
  await check.click();
  await expect(verdict(rank)).toContainText(
    /slow to load.*press again.*What you have entered is kept/,
  );
  isStalled = false;
  await Promise.all([page.waitForEvent('load'), check.click()]);
  await expect(rank.getByLabel('Your answer')).toHaveValue('14');
  await check.click();
  await expect(verdict(rank)).toContainText('Right.');
});

test('while another page comes in place of code, pressing asks again and loses nothing', async ({
  page,
}) => {
  const line = await portal(page, QUESTIONS);
  await page.goto(WEB.at(TAIL));
  const rank = question(page, 'tail-agent-steps');
  await rank.getByLabel('Your answer').fill('14');
  await expect(verdict(rank)).toContainText(/could not be loaded.*What you have entered is kept/);
  const check = rank.getByRole('button', { name: 'Check' });
  const before = line.asked();
  await check.click();
  await expect.poll(line.asked).toBeGreaterThan(before);
  await line.end();
  // By the browser itself, or by loading the page anew.
  await expect(async () => {
    await check.click();
    await expect(verdict(rank)).toContainText('Right.', { timeout: 2000 });
  }).toPass();
  await expect(rank.getByLabel('Your answer')).toHaveValue('14');
  const log = await page.evaluate(() => localStorage.getItem('ml-systems-in-production/1/work'));
  expect(log?.match(/"kind":"answer"/g)?.length).toBeGreaterThan(0);
});

test('an answer that is pressed for again and again while the code comes is one answer', async ({
  page,
}) => {
  const arrive = await heldBack(page, QUESTIONS);
  await page.goto(WEB.at(TAIL));
  const rank = question(page, 'tail-agent-steps');
  await rank.getByLabel('Your answer').fill('98');
  for (let i = 0; i < 3; i += 1) await rank.getByRole('button', { name: 'Check' }).click();
  arrive();
  await expect(verdict(rank)).not.toBeEmpty();
  const log = await page.evaluate(() => localStorage.getItem('ml-systems-in-production/1/work'));
  expect(log?.match(/"kind":"answer"/g)).toHaveLength(1);
});

test('a prediction whose experiment cannot be loaded is kept, and its run can be asked for again', async ({
  page,
}) => {
  const line = await portal(page, EXPERIMENT);
  await page.goto(WEB.at(FIRST));
  const predict = question(page, 'latency-predict-eight');
  await predict.getByLabel('Your prediction').fill('150');
  await predict.getByRole('button', { name: 'Commit and see' }).click();
  const bench = experiment(page, 'Machines that answer comments');
  await expect(bench.locator('[data-part="status"]')).toContainText('could not be loaded');
  await expect(verdict(predict)).toContainText(/^You said 150\sms\. .*could not be loaded/);
  await line.end();
  await predict.getByRole('button', { name: 'Run it and compare' }).click();
  await expect(verdict(predict)).toContainText('this run says');
});

test('a question whose own code fails says so, and the others wake', async ({ page }) => {
  await page.route(`**/${WEB.at(TAIL)}`, async (route) => {
    const response = await route.fetch();
    // What a question knows of itself is cut short, as by a proxy that rewrites pages.
    const body = (await response.text()).replace(
      /(id="question-tail-predict-page"[^]*?data-part="data"[^>]*>)\{/,
      '$1',
    );
    await route.fulfill({ response, body });
  });
  await page.goto(WEB.at(TAIL));
  const broken = question(page, 'tail-predict-page');
  await broken.getByLabel('Your prediction').fill('3');
  await expect(verdict(broken)).toContainText('does not work on this page');
  const rank = question(page, 'tail-agent-steps');
  await rank.getByLabel('Your answer').fill('14');
  await rank.getByRole('button', { name: 'Check' }).click();
  await expect(verdict(rank)).toContainText('Right.');
});
