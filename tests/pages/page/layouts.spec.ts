/** A figure is drawn once a run, in the layout that is seen; the other is there when it is needed. */
import {
  FIRST,
  WEB,
  expect,
  experiment,
  takeaway,
  test,
  type Locator,
  type Page,
} from '../book.ts';

const TITLE = 'Machines that answer comments';
const PHONE = { width: 360, height: 740 };

/** Runs with another setting than the start's; the experiment whose figure then shows it. */
async function ran(page: Page): Promise<Locator> {
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, TITLE);
  await bench.getByRole('button', { name: 'Show everything' }).first().click();
  // The code is here, and the start has been run for the comparison.
  await bench.getByRole('button', { name: 'Pin this run' }).click();
  await expect(bench.locator('[data-part="compare"]').getByText('Pinned.')).toBeVisible();
  // A pinned run would be drawn behind the other.
  await bench.getByRole('button', { name: 'Pin this run' }).click();
  await expect(bench.locator('[data-part="compare"]').getByText('Pinned.')).toBeHidden();
  await bench.locator('[data-part="figure"]').evaluate((figure) => {
    const drawn = { wide: 0, narrow: 0, figure: 0 };
    Object.assign(globalThis, { drawn });
    // As often as something of it has changed: of a drawing, only what differs does.
    new MutationObserver((changes) => {
      const layouts = changes.map(({ target }) => {
        const one = target instanceof Element ? target : target.parentElement;
        return (one?.closest('.wide, .narrow')?.className ?? 'figure') as keyof typeof drawn;
      });
      for (const layout of new Set(layouts)) drawn[layout] += 1;
    }).observe(figure, { attributes: true, childList: true, characterData: true, subtree: true });
  });
  await bench.getByRole('spinbutton', { name: 'Max batch' }).fill('8');
  await bench.getByRole('spinbutton', { name: 'Max batch' }).press('Enter');
  await expect(takeaway(bench)).toContainText('17 ms');
  return bench;
}
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => (globalThis as never as { drawn: unknown }).drawn);
const words = (bench: Locator, layout: string): Promise<string> =>
  bench.locator(`[data-part="figure"] > .${layout}`).evaluate((place) => {
    // What was drawn before may leave attributes in another order.
    const copy = place.cloneNode(true) as Element;
    for (const one of copy.querySelectorAll('*')) {
      const all = [...one.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const { name } of all) one.removeAttribute(name);
      for (const { name, value } of all) one.setAttribute(name, value);
    }
    return copy.innerHTML;
  });

/** What a phone shows of that run when it opens its address. */
async function onAPhone(page: Page): Promise<string> {
  const phone = await page.context().newPage();
  await phone.setViewportSize(PHONE);
  await phone.goto(WEB.at(FIRST, '?latency-batching.maxBatch=8'));
  const bench = experiment(phone, TITLE);
  await expect(takeaway(bench)).toContainText('17 ms');
  // It lies below the window, and is drawn a moment after its sentence.
  await expect.poll(() => words(bench, 'narrow')).toContain('Up to 8 together');
  const shown = await words(bench, 'narrow');
  await phone.close();
  return shown;
}

test('a run is drawn once, where it is seen, and a window made narrow shows the same run', async ({
  page,
}) => {
  const bench = await ran(page);
  expect(await drawn(page)).toEqual({ wide: 1, narrow: 0, figure: 0 });
  const phone = await onAPhone(page);
  expect(await words(bench, 'narrow')).not.toBe(phone);
  await page.setViewportSize(PHONE);
  await expect(bench.locator('[data-part="figure"] > .narrow')).toBeVisible();
  await expect.poll(() => words(bench, 'narrow')).toBe(phone);
  // What has been drawn already is not drawn again.
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(bench.locator('[data-part="figure"] > .wide')).toBeVisible();
  expect(await drawn(page)).toEqual({ wide: 1, narrow: 1, figure: 0 });
});

test('paper has the run in the layout that it asks for', async ({ page }) => {
  const bench = await ran(page);
  const phone = await onAPhone(page);
  // The browser says that it is about to print, and waits for nobody.
  await page.pdf({ width: '80mm' });
  expect(await words(bench, 'narrow')).toBe(phone);
});

/** Presses a key on a slider; the marks of the figure that are on their way, and whether one of them is in a hand. */
async function onTheirWay(page: Page): Promise<{ moving: boolean; held: number }> {
  const slider = experiment(page, TITLE).locator('[data-param="maxBatch"] input[type="range"]');
  await slider.focus();
  // Drawn again at once, a figure is taken for one that is played.
  await page.waitForTimeout(400);
  return slider.evaluate(async (input: HTMLInputElement) => {
    const all = new Set<Animation>();
    const look = (): void => document.getAnimations().forEach((one) => void all.add(one));
    input.value = '6';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    const figure = input.closest('[data-state]')?.querySelector('[data-part="figure"]');
    const before = figure?.textContent;
    for (let frame = 0; frame < 600 && figure?.textContent === before; frame += 1) {
      await new Promise(requestAnimationFrame);
      look();
    }
    const targets = [...all].map(({ effect }) => (effect as KeyframeEffect).target);
    const marks = targets.filter((one) => one?.closest('[data-part="figure"]'));
    return {
      moving: marks.length > 0,
      held: marks.filter((one) => one?.matches('[data-handle]')).length,
    };
  });
}

test('marks go from where they were to where they are, handles and a reader who wants no motion are spared', async ({
  page,
}) => {
  await ran(page);
  expect(await onTheirWay(page)).toEqual({ moving: true, held: 0 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Undo' }).first().click();
  expect(await onTheirWay(page)).toEqual({ moving: false, held: 0 });
});

test('a pinned run stands behind the next one, whose axis stays while it fits; on paper each stands alone', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, TITLE);
  await bench.getByRole('button', { name: 'Show everything' }).first().click();
  const panel = bench.locator('[data-part="main-panel"]:visible');
  const ghost = panel.locator('[data-part="ghost"]');
  const end = (): Promise<string | null> =>
    panel.locator('[data-axis="x"]').last().getAttribute('data-to');
  await expect(panel).toHaveCount(1);
  const atFirst = await end();
  await bench.getByRole('button', { name: 'Pin this run' }).click();
  await expect(bench.locator('[data-part="compare"]').getByText('Pinned.')).toBeVisible();
  const arrivals = bench.getByRole('spinbutton', { name: 'Arrivals' });
  await arrivals.fill('85');
  await arrivals.press('Enter');
  await expect(takeaway(bench)).toContainText('was 115');
  await expect(ghost).toHaveCount(1);
  expect(await end()).toBe(atFirst);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(ghost).toHaveCount(0);
  expect(Number(await end())).toBeLessThan(Number(atFirst));
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(ghost).toHaveCount(1);
  // As at the start, in every respect.
  await bench.getByRole('button', { name: 'Reset' }).click();
  await expect(ghost).toHaveCount(0);
  expect(await end()).toBe(atFirst);
});

test('the run before stands behind each run by itself, and is the one that a drag began from; a reset takes it away', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, TITLE);
  await bench.getByRole('button', { name: 'Show everything' }).first().click();
  const panel = bench.locator('[data-part="main-panel"]:visible');
  const ghost = panel.locator('[data-part="ghost"] path');
  const axis = panel.locator('[data-axis="x"]').last();
  await expect(ghost).toHaveCount(0);
  const atFirst = await axis.getAttribute('data-to');
  const batch = bench.locator('[data-param="maxBatch"] input[type="range"]');
  await batch.focus();
  await page.keyboard.press('ArrowRight');
  await expect(takeaway(bench)).toContainText('was 115');
  await expect(ghost).toHaveClass('before');
  await expect(axis).toHaveAttribute('data-to', atFirst ?? '');
  const behind = await ghost.getAttribute('d');
  // A drag draws, and counts for nothing until it is let go.
  let from: string | null | undefined;
  for (const value of ['3', '8', '2']) {
    await batch.evaluate((input: HTMLInputElement, to) => {
      input.value = to;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, value);
    await expect(ghost).not.toHaveAttribute('d', behind ?? '');
    from ??= await ghost.getAttribute('d');
    await expect(ghost).toHaveAttribute('d', from ?? '');
  }
  await bench.getByRole('button', { name: 'Reset' }).click();
  await expect(ghost).toHaveCount(0);
  await expect(axis).toHaveAttribute('data-to', atFirst ?? '');
});
