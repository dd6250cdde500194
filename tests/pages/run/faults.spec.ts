import { bundleWorker } from '../../../scripts/workers.mjs';
import { ALL } from '../../all.ts';
import {
  FIRST,
  SECOND,
  WEB,
  type Locator,
  type Page,
  exchangeWorker,
  expect,
  experiment,
  question,
  takeaway,
  test,
} from '../book.ts';

// The lab's own worker with one part that fails. The book itself has no switch for faults.

const TITLE = 'One model, two countries';
let worker = '';
test.beforeAll(async () => {
  worker = await bundleWorker('tests/faults/faulty-lab-worker.ts');
});

/** Trains with a fault that happens once a learner has its data on that back end. */
async function trainWith(page: Page, kind: string, on: string): Promise<Locator> {
  const fault = `self.fault = ${JSON.stringify({ kind, on })};`;
  await exchangeWorker(page, 'lab', () => `${fault}\n${worker}`);
  const shift = await opened(page);
  await expect(shift).toHaveAttribute('data-state', /done|failed/);
  return shift;
}

async function opened(page: Page, query = '?backend=wasm'): Promise<Locator> {
  // By name: which back end is the quickest depends on what else the machine does.
  await page.goto(WEB.at(SECOND, query));
  const shift = experiment(page, TITLE);
  await question(page, 'abroad-predict-accuracy')
    .getByRole('button', { name: 'Skip the prediction' })
    .click();
  await shift.scrollIntoViewIfNeeded();
  return shift;
}
const status = (shift: Locator): Locator => shift.locator('[data-part="status"]');
const notice = (shift: Locator): Locator => shift.locator('[data-part="notice"]');

const FAULTS = [
  ['nan', 'gave a value that is no number'],
  ['hang', 'stopped answering'],
  ['kernel', 'cannot compute Relu'],
  ['memory', 'ran out of memory'],
] as const;

// What each is told, unit tests hold.
for (const [kind, did] of ALL ? FAULTS : FAULTS.slice(0, 2)) {
  test(`WASM with the fault “${kind}”: said, and trained in plain JavaScript`, async ({ page }) => {
    const shift = await trainWith(page, kind, 'wasm');
    await expect(shift).toHaveAttribute('data-state', 'done');
    await expect(notice(shift)).toHaveText(
      `WASM ${did}; the run started again on plain JavaScript with the same seed.`,
    );
    await expect(shift).toHaveAttribute('data-backend', 'cpu');
    await expect(status(shift)).toHaveText('Trained on your own processor.');
    await expect(takeaway(shift)).toContainText(/\d/);
    await expect(shift.locator('svg.figure:visible').first()).toBeVisible();
  });
}

test('a back end that the address misspells is named, and the run takes another', async ({
  page,
}) => {
  const shift = await opened(page, '?backend=gpu');
  await expect(notice(shift)).toContainText('backend = “gpu”, which cannot be read');
  await expect(shift).toHaveAttribute('data-state', 'done');
  await expect(notice(shift)).toContainText('one of webgpu, webgl, wasm, cpu');
});

test('memory that is short everywhere ends in a sentence, with the figure still there', async ({
  page,
}) => {
  const shift = await trainWith(page, 'memory', 'all');
  await expect(shift).toHaveAttribute('data-state', 'failed');
  await expect(status(shift)).toContainText(
    'Nothing is left to compute with: WASM ran out of memory, plain JavaScript ran out of memory.',
  );
  await expect(shift.locator('svg.figure:visible').first()).toBeVisible();
  await expect(shift.getByRole('button', { name: 'Train' })).toBeEnabled();
});

test('data cut short on the way are refused with a reason and a next step', async ({ page }) => {
  const shift = await trainWith(page, 'cut', 'all');
  await expect(shift).toHaveAttribute('data-state', 'failed');
  await expect(status(shift)).toContainText(/\.bin/);
  await expect(shift.locator('svg.figure:visible').first()).toBeVisible();
});

test('a prediction whose run fails says why where it was committed, in sight on a phone, and runs again from there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  let isOut = true;
  await page.route('**/workers/sim-*.js', (route) =>
    isOut ? route.fulfill({ body: '' }) : route.continue(),
  );
  await page.goto(WEB.at(FIRST));
  const predict = question(page, 'latency-predict-eight');
  await predict.getByLabel('Your prediction').fill('150');
  await predict.getByRole('button', { name: 'Commit and see' }).click();
  const said = predict.locator('[data-part="verdict"] > p');
  await expect(said).toContainText(/You said 150\sms\. .*workers.sim/);
  await expect(said).toBeInViewport({ ratio: 1 });
  isOut = false;
  await predict.getByRole('button', { name: 'Run it and compare' }).click();
  await expect(said).toContainText('this run says');
});

test('a network’s page in place of a worker is refused at once, and pressing again asks the server again', async ({
  page,
}) => {
  let asked = 0;
  await page.route('**/workers/sim-*.js', (route) => {
    asked += 1;
    const portal = { contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' };
    return asked === 1 ? route.fulfill(portal) : route.continue();
  });
  await page.goto(WEB.at(FIRST));
  const first = page.locator('.experiment').first();
  await first.locator('[data-part="run"]').click();
  await expect(first).toHaveAttribute('data-state', 'failed');
  await expect(status(first)).toContainText(/workers\/sim-[\w-]+\.js is not the book’s/);
  await first.locator('[data-part="run"]').click();
  await expect(first).toHaveAttribute('data-state', 'done');
});

test('a back end whose file did not come is opened again when pressed again', async ({ page }) => {
  let asked = 0;
  await page.route('**/workers/*.wasm', (route) => {
    asked += 1;
    return asked === 1 ? route.fulfill({ body: '' }) : route.continue();
  });
  const shift = await opened(page);
  await expect(shift).toHaveAttribute('data-state', 'failed');
  await expect(status(shift)).toContainText(/\.wasm is not the book’s/);
  await shift.locator('[data-part="run"]').click();
  await expect(shift).toHaveAttribute('data-state', 'done');
});

test('a run that is stopped before anything has come of it leaves the one before, with what that was trained on', async ({
  page,
}) => {
  const shift = await opened(page);
  await expect(shift).toHaveAttribute('data-state', 'done');
  const told = takeaway(shift);
  const before = await told.textContent();
  await shift.locator('[data-part="run"]').evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(shift).toHaveAttribute('data-state', 'idle');
  await expect(shift).toHaveAttribute('data-backend', 'wasm');
  await expect(status(shift)).toHaveText('Trained on your own processor.');
  expect(await told.textContent()).toBe(before);
});

test('settings changed while a model trains are not passed off as the ones it has', async ({
  page,
}) => {
  const shift = await opened(page);
  await expect(shift).toHaveAttribute('data-state', 'done');
  const states = await shift.evaluate(async (element: HTMLElement) => {
    element.querySelector<HTMLButtonElement>('[data-does="run"]')?.click();
    const repair = element.querySelector<HTMLSelectElement>('select[name="repair"]');
    if (repair) {
      repair.selectedIndex += 1;
      repair.dispatchEvent(new Event('change', { bubbles: true }));
    }
    const states = new Set<string | undefined>();
    while (!states.has('running') || element.dataset['state'] === 'running') {
      await new Promise((resolve) => setTimeout(resolve));
      states.add(element.dataset['state']);
    }
    return [...states];
  });
  expect(states.at(-1)).toBe('done');
  await expect(status(shift)).toContainText('The settings have changed. Press Train');
});

/** The page as in a tab that is put away: it calls itself hidden, and gets no frames until it is back. */
async function hide(page: Page, hidden: boolean, trains = false): Promise<void> {
  await page.evaluate(
    ([away, trains]) => {
      // At the same moment, or the training might be over.
      if (trains) document.querySelector<HTMLElement>('.experiment [data-does="run"]')?.click();
      const world = globalThis as never as { held?: FrameRequestCallback[] };
      if (!world.held) {
        const real = requestAnimationFrame.bind(globalThis);
        const waiting: FrameRequestCallback[] = [];
        Object.assign(globalThis, {
          held: waiting,
          requestAnimationFrame: (call: FrameRequestCallback) =>
            document.hidden ? waiting.push(call) : real(call),
        });
      }
      Object.defineProperty(document, 'hidden', { value: away, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      if (!away) for (const call of world.held?.splice(0) ?? []) requestAnimationFrame(call);
    },
    [hidden, trains] as const,
  );
}

test('a training goes on in a tab that is put away, and has ended when its reader is back', async ({
  page,
}) => {
  const shift = await opened(page);
  await expect(shift).toHaveAttribute('data-state', 'done');
  await hide(page, true, true);
  await expect(shift).toHaveAttribute('data-state', 'done');
  await hide(page, false);
  await expect(takeaway(shift)).toContainText(/\d/);
  await expect(notice(shift)).toBeEmpty();
});
