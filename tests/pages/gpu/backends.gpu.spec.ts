import { ALL } from '../../all.ts';
import {
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

// Faults are brought in from outside: words put before the worker's script, or an answer changed on its way.
// The book itself has no switch for them.

const TITLE = 'One model, two countries';

/** Puts a script before the worker's own. */
async function before(page: Page, prelude: () => void): Promise<void> {
  await exchangeWorker(page, 'lab', (script) => `(${prelude.toString()})();\n${script}`);
}

/** Opens the lesson with a back end chosen by hand, trains, and waits for the end. */
async function train(page: Page, backend = '', query = ''): Promise<Locator> {
  await page.goto(WEB.at(SECOND, `?${backend === '' ? '' : `backend=${backend}`}${query}`));
  const shift = experiment(page, TITLE);
  // Skipping the prediction lifts the veil and trains.
  const predict = question(page, 'abroad-predict-accuracy');
  await predict.getByRole('button', { name: 'Skip the prediction' }).click();
  await shift.scrollIntoViewIfNeeded();
  await expect(shift).toHaveAttribute('data-state', /done|failed/);
  return shift;
}
const status = (shift: Locator): Locator => shift.locator('[data-part="status"]');
const notice = (shift: Locator): Locator => shift.locator('[data-part="notice"]');

/** A fault ends in a sentence and a result: which back end failed, which one answered. */
async function recovered(shift: Locator, failed: string, on: string): Promise<void> {
  await expect(shift).toHaveAttribute('data-state', 'done');
  await expect(notice(shift)).toContainText(failed);
  await expect(notice(shift)).toContainText('with the same seed');
  await expect(shift).toHaveAttribute('data-backend', on);
  await expect(shift.locator('svg.figure:visible').first()).toBeVisible();
  await expect(takeaway(shift)).toContainText(/\d/);
}

test('software graphics are passed over in silence: the model trains on the processor', async ({
  page,
}) => {
  const shift = await train(page);
  // Which of the two is quicker depends on what else the machine does.
  await expect(shift).toHaveAttribute('data-backend', /^(wasm|cpu)$/);
  await expect(status(shift)).toHaveText('Trained on your own processor.');
  await shift.locator('.more > summary').click();
  const menu = shift.locator('[name="backend"] option');
  await expect(menu).toContainText([
    '',
    '',
    'WebGL: no graphics hardware',
    'ms a step',
    'ms a step',
  ]);
  await expect(notice(shift)).toBeEmpty();
});

test('a WebGPU device that is lost: the run starts again elsewhere', async ({ page }) => {
  await before(page, () => {
    const Adapter = (globalThis as never as { GPUAdapter: { prototype: never } }).GPUAdapter;
    const adapter = Adapter.prototype as {
      requestDevice: (...list: unknown[]) => Promise<{ destroy(): void }>;
    };
    const request = adapter.requestDevice;
    adapter.requestDevice = async function (...list) {
      const device = await request.apply(this, list);
      setTimeout(() => device.destroy(), 300);
      return device;
    };
  });
  await recovered(await train(page, 'webgpu'), 'WebGPU', 'wasm');
});

test('a WebGL context that is lost: no read hangs, the run starts again elsewhere', async ({
  page,
}) => {
  await before(page, () => {
    const get = OffscreenCanvas.prototype.getContext as (...list: unknown[]) => unknown;
    OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...list: unknown[]) {
      const context = get.apply(this, list) as WebGL2RenderingContext | null;
      setTimeout(() => context?.getExtension('WEBGL_lose_context')?.loseContext(), 800);
      return context;
    } as never;
  });
  await recovered(await train(page, 'webgl'), 'WebGL', 'wasm');
});

test('a run that is stopped stops at once, keeps the focus, and says that it is partial', async ({
  page,
}) => {
  await page.goto(WEB.at(SECOND, '?backend=cpu'));
  const shift = experiment(page, TITLE);
  await shift.scrollIntoViewIfNeeded();
  const run = shift.locator('[data-part="run"]');
  await run.focus();
  // As soon as it can be stopped: it would end by itself.
  const isSeen = await shift.evaluate(async (one: HTMLElement) => {
    const button = one.querySelector<HTMLElement>('[data-part="run"]');
    button?.click();
    while (one.dataset['state'] !== 'running') await new Promise((resolve) => setTimeout(resolve));
    const isSeen = one.querySelector('progress')?.checkVisibility();
    button?.click();
    return isSeen;
  });
  expect(isSeen).toBe(true);
  await expect(run).toHaveText('Train');
  await expect(run).toBeFocused();
  await expect(shift).toHaveAttribute('data-state', /partial|idle/);
});

// The same ways out without graphics: `run/faults.spec.ts` has their like, and unit tests every sentence.
if (ALL) {
  test('a worker that is killed: a new one, on the next back end', async ({ page }) => {
    await before(page, () => {
      // Only the worker that opens WASM dies, or none would be left to answer.
      addEventListener('message', ({ data }: MessageEvent) => {
        if (JSON.stringify(data).includes('"wasm"'))
          setTimeout(() => (globalThis as never as { close(): void }).close(), 250);
      });
    });
    await recovered(await train(page, 'wasm'), 'WASM', 'cpu');
  });

  test('a back end chosen in the address is used', async ({ page }) => {
    const shift = await train(page, 'cpu');
    await expect(shift).toHaveAttribute('data-backend', 'cpu');
  });

  test('WebGPU asked for where there is none: said, and done elsewhere', async ({ page }) => {
    await before(page, () => {
      Object.defineProperty(navigator, 'gpu', { value: undefined });
    });
    await recovered(await train(page, 'webgpu'), 'WebGPU is not available', 'wasm');
  });

  test('data that were altered on the way are refused with a reason and a next step', async ({
    page,
  }) => {
    await page.route('**/data/*.bin', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
      await route.fulfill({ response, body });
    });
    const shift = await train(page);
    await expect(shift).toHaveAttribute('data-state', 'failed');
    await expect(status(shift)).toContainText(/data|digits/i);
    await expect(shift.getByRole('button', { name: 'Train' })).toBeEnabled();
  });

  test.describe('with WASM refused', () => {
    // The library tells the console of it too.
    test.use({ expectedFaults: /wasm|refused/i });

    test('WASM that does not compile: plain JavaScript', async ({ page }) => {
      await before(page, () => {
        const refuse = (): never => {
          throw new WebAssembly.CompileError('refused');
        };
        Object.assign(WebAssembly, {
          instantiate: refuse,
          compile: refuse,
          instantiateStreaming: refuse,
        });
      });
      await recovered(await train(page, 'wasm'), 'WASM', 'cpu');
    });
  });

  test.describe('without a connection', () => {
    test.use({ expectedFaults: /Failed to load resource|ERR_FAILED/ });

    test('a lab that cannot be loaded says so, and a second try succeeds', async ({ page }) => {
      let refused = 0;
      await page.route('**/workers/lab.js', (route) => {
        refused += 1;
        return refused === 1 ? route.abort() : route.continue();
      });
      const shift = await train(page);
      await expect(shift).toHaveAttribute('data-state', 'failed');
      await expect(status(shift)).toContainText('connection');
      await shift.getByRole('button', { name: 'Train' }).click();
      await expect(shift).toHaveAttribute('data-state', 'done');
    });
  });
}
