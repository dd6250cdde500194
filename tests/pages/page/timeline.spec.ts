/** A run that is played: by its buttons, by keys, under reduced motion, on paper. */
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
import { watchShifts } from '../weights.ts';

/** The time, and where the request is that is followed. */
const TOLD = /^[\d.]+ ms\. .*(wait|is done after)/;
const TITLE = 'Machines that answer comments';

async function opened(page: Page): Promise<Locator> {
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, TITLE);
  await bench.getByRole('button', { name: 'Play' }).scrollIntoViewIfNeeded();
  return bench;
}
const figure = (bench: Locator): Locator => bench.locator('[data-part="figure"] > :visible');
const timeline = (bench: Locator): Locator => bench.locator('[data-part="timeline"]');
const slider = (bench: Locator): Locator => bench.getByRole('slider', { name: 'Moment' });
const moment = async (bench: Locator): Promise<number> =>
  Number(await timeline(bench).getAttribute('data-moment'));
const heard = (bench: Locator): Locator => bench.locator('[data-part="live"]');

test('plays from the start, stops where the reader stops it, and steps on from there', async ({
  page,
}) => {
  const shifts = await watchShifts(page);
  const bench = await opened(page);
  const atEnd = await figure(bench).screenshot();
  const sentence = await takeaway(bench).textContent();
  const play = bench.locator('[data-does="play"], [data-does="pause"]');
  await play.focus();
  // From the last moment it goes back to the first, and on from there; it would end by itself.
  const begun = await play.evaluate(async (button: HTMLElement) => {
    const row = button.closest<HTMLElement>('[data-part="timeline"]');
    const live = button.closest('.experiment')?.querySelector('[data-part="live"]');
    let begun = '';
    button.click();
    for (let at = 0; at === 0 || at > 198; at = Number(row?.dataset['moment'])) {
      await new Promise(requestAnimationFrame);
      begun ||= live?.textContent ?? '';
    }
    button.click();
    return begun;
  });
  expect(begun).toMatch(/^0(\.0+)? ms/);
  await expect(heard(bench)).toHaveText(TOLD);
  const stopped = await moment(bench);
  expect(stopped).toBeLessThan(199);
  const early = await figure(bench).screenshot();
  expect(early.equals(atEnd)).toBe(false);
  // The one button that plays and stops keeps the focus.
  await expect(bench.getByRole('button', { name: 'Play' })).toBeFocused();

  await slider(bench).fill('150');
  await expect(heard(bench)).toHaveText(TOLD);
  await slider(bench).fill(String(stopped));
  await bench.getByRole('button', { name: 'One step forward' }).click();
  await expect(timeline(bench)).toHaveAttribute('data-moment', String(stopped + 1));
  await bench.getByRole('button', { name: 'One step back' }).click();
  await bench.getByRole('button', { name: 'One step back' }).click();
  await expect(timeline(bench)).toHaveAttribute('data-moment', String(stopped - 1));
  await expect(heard(bench)).toHaveText(TOLD);
  expect(await takeaway(bench).textContent()).not.toBe(sentence);
  await slider(bench).fill('200');
  await expect(takeaway(bench)).toHaveText(sentence ?? '');
  expect(await shifts()).toBeLessThan(0.01);
});

test('what glides shows what is told of it, and stops at a whole moment', async ({ page }) => {
  await page.goto(WEB.at('mind-or-data'));
  const sizes = page.locator('#sizes-span');
  await sizes.getByRole('button', { name: 'Play' }).click();
  // Of every frame on the way: the year of the label, of the sentence, and of the latest set that is drawn.
  const told = await sizes.evaluate(async (element) => {
    const takeaway = element.querySelector('[data-part="takeaway"]');
    const figures = [...(element.querySelector('[data-part="figure"]')?.children ?? [])];
    const seen = figures.find((one) => one.getClientRects().length > 0);
    const years: (readonly number[])[] = [];
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    const row = element.querySelector<HTMLElement>('[data-part="timeline"]');
    while (Number(row?.dataset['moment']) > 12) await frame();
    while (Number(row?.dataset['moment']) < 7) {
      const label = Number(/20\d\d/.exec(row?.textContent ?? '')?.[0]);
      const dates = (seen?.textContent ?? '').matchAll(/[A-Z][a-z]+ (20\d\d):/g);
      const latest = Math.max(...[...dates].map(([, year]) => Number(year)));
      years.push([label, Number(takeaway?.textContent.slice(0, 4)), latest]);
      await frame();
    }
    // At once, for it would end by itself.
    element.querySelector<HTMLElement>('[data-does="play"], [data-does="pause"]')?.click();
    return years;
  });
  // As many frames as the machine has time for.
  expect(told.length).toBeGreaterThan(2);
  for (const [label, sentence, latest] of told.slice(1)) {
    expect(sentence).toBe(label);
    expect(latest).toBeLessThanOrEqual(label ?? 0);
  }
  const stopped = await figure(sizes).innerHTML();
  const at = await moment(sizes);
  await sizes.getByRole('button', { name: 'One step back' }).click();
  expect(await moment(sizes)).toBe(at - 1);
  await sizes.getByRole('button', { name: 'One step forward' }).click();
  expect(await moment(sizes)).toBe(at);
  expect(await figure(sizes).innerHTML()).toBe(stopped);
});

test('is moved over by keys, says where it is, ends in the very picture of the run, goes as fast as is chosen, and on paper stands the last moment', async ({
  page,
}) => {
  const bench = await opened(page);
  const atEnd = await figure(bench).innerHTML();
  const both = await bench.locator('[data-part="figure"]').innerHTML();
  await slider(bench).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => moment(bench)).toBe(0);
  await expect(slider(bench)).toHaveAttribute('aria-valuetext', '0 ms');
  expect(await figure(bench).innerHTML()).not.toBe(atEnd);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => moment(bench)).toBe(1);
  await page.keyboard.press('End');
  await expect(slider(bench)).toHaveAttribute('aria-valuetext', '90k done');
  expect(await figure(bench).innerHTML()).toBe(atEnd);

  await bench.getByRole('button', { name: 'Play' }).click();
  await bench.getByRole('button', { name: 'Speed: 1 times' }).click();
  await bench.getByRole('button', { name: 'Speed: 2 times' }).click();
  await expect(bench.getByRole('button', { name: 'Speed: 4 times' })).toHaveText('4×');
  await expect(heard(bench)).toHaveText('Speed: 4 times');

  await slider(bench).fill('20');
  await expect.poll(() => moment(bench)).toBe(20);
  const early = await figure(bench).innerHTML();
  const onPaper = await page.evaluate((id) => {
    dispatchEvent(new Event('beforeprint'));
    return document.querySelector(`#${id} [data-part="figure"]`)?.innerHTML;
  }, 'latency-batching');
  expect(onPaper).toBe(both);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => figure(bench).innerHTML()).toBe(early);
  await page.emulateMedia({ media: 'print' });
  await expect(timeline(bench)).toBeHidden();
});

test('stops when the reader runs anew, and when it is out of sight', async ({ page }) => {
  const bench = await opened(page);
  await bench.getByRole('button', { name: 'Play' }).click();
  await expect(bench.getByRole('button', { name: 'Pause' })).toBeVisible();
  await bench.getByRole('spinbutton', { name: 'Max batch' }).fill('8');
  await bench.getByRole('spinbutton', { name: 'Max batch' }).press('Enter');
  await expect(takeaway(bench)).toContainText('17 ms');
  await expect(bench.getByRole('button', { name: 'Play' })).toBeVisible();
  // The run that counts has come, too: it would end what is played now.
  await expect(page).toHaveURL(/maxBatch=8/);
  await expect(bench).toHaveAttribute('data-state', 'done');
  await expect(timeline(bench)).toHaveAttribute('data-moment', '200');

  const stopped = await bench
    .getByRole('button', { name: 'Play' })
    .evaluate(async (play: HTMLElement) => {
      const at = (): number =>
        Number(play.closest<HTMLElement>('[data-part="timeline"]')?.dataset['moment']);
      play.click();
      while (at() > 198) await new Promise(requestAnimationFrame);
      // No hand has scrolled: a control that has the focus would call the page back.
      (document.activeElement as HTMLElement | null)?.blur();
      scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
      while (play.dataset['does'] !== 'play') await new Promise(requestAnimationFrame);
      return at();
    });
  expect(stopped).toBeLessThan(200);
});

test.describe('where no motion is wanted', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('there is nothing to play, and all to step and slide', async ({ page }) => {
    await page.goto(WEB.at(FIRST));
    const bench = experiment(page, TITLE);
    await slider(bench).fill('100');
    await expect.poll(() => moment(bench)).toBe(100);
    await expect(bench.getByRole('button', { name: 'Play' })).toBeHidden();
    await expect(bench.getByRole('button', { name: /^Speed/ })).toBeHidden();
    await bench.getByRole('button', { name: 'One step back' }).click();
    expect(await moment(bench)).toBe(99);
    await expect(heard(bench)).toHaveText(TOLD);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no timeline, and the last moment stands', async ({ page }) => {
    await page.goto(WEB.at(FIRST));
    await expect(page.locator('[data-part="timeline"]').first()).toBeAttached();
    await expect(page.locator('[data-part="timeline"]:visible')).toHaveCount(0);
  });
});

test('a model that was trained is scrubbed epoch by epoch, each with its sentence', async ({
  page,
}) => {
  await page.goto(WEB.at('data-in-production', '?backend=cpu'));
  const filter = page.locator('.experiment:has([data-part="timeline"])').first();
  await filter.getByRole('button', { name: 'Show everything' }).first().click();
  const play = filter.getByRole('button', { name: 'Play' });
  // What plays a training comes with it.
  await expect(play).toBeHidden();
  await filter.getByRole('button', { name: 'Train' }).click();
  await expect(filter).toHaveAttribute('data-state', 'done');
  await expect(play).toBeEnabled();
  const last = await moment(filter);
  expect(last).toBeGreaterThan(5);
  const [sentence, picture] = [
    await takeaway(filter).textContent(),
    await figure(filter).screenshot(),
  ];
  await slider(filter).fill('0');
  await expect.poll(() => moment(filter)).toBe(0);
  await expect(slider(filter)).toHaveAttribute('aria-valuetext', 'before the first pass');
  expect(await takeaway(filter).textContent()).not.toBe(sentence);
  expect((await figure(filter).screenshot()).equals(picture)).toBe(false);
  await filter.getByRole('button', { name: 'One step forward' }).click();
  await expect(heard(filter)).toContainText(/after 1 of 30 passes\. /i);
  await slider(filter).fill(String(last));
  await expect(takeaway(filter)).toHaveText(sentence ?? '');
});

test('a link opens the moment that was looked at, and the last one needs no word', async ({
  page,
}) => {
  const bench = await opened(page);
  await slider(bench).fill('150');
  await expect(page).toHaveURL(/latency-batching\.moment=150/);
  const seen = await figure(bench).innerHTML();
  await page.reload();
  await expect.poll(() => figure(experiment(page, TITLE)).innerHTML()).toBe(seen);
  await expect(timeline(bench)).toHaveAttribute('data-moment', '150');
  await slider(bench).fill('200');
  await expect(page).not.toHaveURL(/moment/);
  // Another run is seen as it ends.
  await slider(bench).fill('150');
  await expect(page).toHaveURL(/moment=150/);
  await bench.getByRole('spinbutton', { name: 'Max batch' }).fill('8');
  await bench.getByRole('spinbutton', { name: 'Max batch' }).press('Enter');
  await expect(page).toHaveURL(/maxBatch=8/);
  await expect(page).not.toHaveURL(/moment/);
});

test('a playhead that was moved and given back before its run came stays where it was', async ({
  page,
}) => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/worker/, async (route) => {
    await gate;
    await route.continue();
  });
  const bench = await opened(page);
  await slider(bench).fill('100');
  // Its code is here, and waits for the run.
  await expect(bench.getByRole('button', { name: 'One step back' })).toBeVisible();
  await slider(bench).evaluate((range: HTMLInputElement) => {
    range.value = range.max;
    range.dispatchEvent(new Event('input', { bubbles: true }));
  });
  release();
  await expect(slider(bench)).toHaveAttribute('aria-valuetext', /done/);
  await expect(slider(bench)).toHaveValue('200');
  // A second of frames: the address follows behind one, and a move that was overtaken would end by now.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 60; frame += 1) await new Promise(requestAnimationFrame);
  });
  await expect(slider(bench)).toHaveValue('200');
  expect(page.url()).not.toContain('moment');
});

test('a link to a moment that does not exist opens the nearest, and says so', async ({ page }) => {
  await page.goto(WEB.at(FIRST, '?latency-batching.moment=999'));
  const bench = experiment(page, TITLE);
  await expect(bench.locator('[data-part="notice"]')).toContainText(
    'Moment cannot be 999 here; 200',
  );
  await page.goto(WEB.at(FIRST, '?latency-batching.moment=soon'));
  await expect(bench.locator('[data-part="notice"]')).toContainText('moment = “soon”');
});

test('a link to an epoch trains, then shows it', async ({ page }) => {
  await page.goto(WEB.at('data-in-production', '?backend=cpu&sms-filter.moment=2'));
  const filter = page.locator('#sms-filter');
  await filter.locator('[data-part="figure"]').scrollIntoViewIfNeeded();
  await expect(filter).toHaveAttribute('data-state', 'done');
  await expect(slider(filter)).toHaveAttribute('aria-valuetext', 'after 2 of 30 passes');
});

test('on a phone what plays a training stands below what starts it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(WEB.at('data-in-production'));
  const bench = page.locator('.bench:has(.timeline [data-does="scrub"]:disabled)').first();
  const button = bench.locator('.run-button');
  await button.click();
  await expect(timeline(bench)).toBeVisible();
  const [train, row] = [await button.boundingBox(), await timeline(bench).boundingBox()];
  expect(row?.y).toBeGreaterThan((train?.y ?? Infinity) + (train?.height ?? 0));
});
