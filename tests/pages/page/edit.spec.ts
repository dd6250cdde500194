/** The figure of the jar as something to take hold of: by mouse, finger, pen and keys. */
import { ALL } from '../../all.ts';
import {
  FIRST,
  WEB,
  type Locator,
  type Page,
  expect,
  experiment,
  takeaway,
  test,
} from '../book.ts';
import { middle, type At } from '../middle.ts';

const ID = 'latency-tail';

async function open(page: Page): Promise<Locator> {
  await page.goto(WEB.at(FIRST));
  const jar = experiment(page, 'Requests and their mean');
  await jar.getByRole('button', { name: 'Show everything' }).click();
  await expect(takeaway(jar)).toBeVisible();
  await jar.locator('[data-part="figure"]').scrollIntoViewIfNeeded();
  return jar;
}

const dots = (jar: Locator): Locator => jar.locator('[data-handle]:visible');
const field = (jar: Locator): Locator => jar.getByRole('textbox', { name: 'Your own' });

async function listed(jar: Locator): Promise<number[]> {
  return (await field(jar).inputValue()).split(',').filter(Boolean).map(Number);
}

test('a dot is dragged by mouse: it follows, the link carries it, one undo takes it back', async ({
  page,
}) => {
  const jar = await open(page);
  await expect(dots(jar)).toHaveCount(10);
  const slowest = await middle(dots(jar).last());
  const next = await middle(dots(jar).nth(8));
  await page.mouse.move(slowest.x, slowest.y);
  await page.mouse.down();
  // Half-way it has been redrawn, at another row, under the hand, with no step of undo yet.
  for (let i = 1; i <= 10; i += 1) {
    await page.mouse.move(slowest.x + ((next.x - slowest.x) * i) / 20, slowest.y);
  }
  await expect(takeaway(jar)).not.toContainText('390 ms');
  const off = async (): Promise<number> =>
    Math.abs((await middle(dots(jar).last())).x - (slowest.x + next.x) / 2);
  await expect.poll(off).toBeLessThan(3);
  // The control says what the hand has come to.
  expect(Math.max(...(await listed(jar)))).toBeLessThan(3000);
  await expect(jar.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.mouse.move(next.x, slowest.y, { steps: 5 });
  await page.mouse.up();

  await expect(page).toHaveURL(new RegExp(`${ID}\\.values=`));
  const values = await listed(jar);
  expect(values.length).toBe(10);
  expect(Math.max(...values)).toBeLessThan(115);
  expect(values.filter((value) => value === 100)).toHaveLength(3);
  await expect(jar.locator('[name="source"]')).toHaveValue('own');
  await expect(takeaway(jar)).toContainText('of 10 requests');

  await page.reload();
  await expect(field(jar)).toHaveValue(values.join(','));
  await expect(takeaway(jar)).toBeVisible();
});

const ends = (jar: Locator): Promise<string> =>
  jar
    .locator('[data-axis="x"]:visible')
    .first()
    .evaluate(({ dataset }: HTMLElement) => `${dataset['from']} to ${dataset['to']}`);

/** Moves what a hand holds in small steps, sideways first, and gives every axis that is seen on the way. */
async function seenOnTheWay(
  jar: Locator,
  [from, to]: readonly [At, At],
  move: (at: At) => Promise<unknown>,
): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let i = 1; i <= 8; i += 1) {
    const [across, down] = [Math.min(1, i / 4), Math.max(0, i / 4 - 1)];
    await move({ x: from.x + (to.x - from.x) * across, y: from.y + (to.y - from.y) * down });
    seen.add(await ends(jar));
  }
  return seen;
}

/** Where a hand takes dots of the jar: the slowest in among the others, the two next out to the end, one below the axis. */
async function journeys(jar: Locator): Promise<(() => Promise<readonly [At, At]>)[]> {
  const ground = await jar.locator('[data-ground]:visible').boundingBox();
  if (!ground) throw new Error('there is no ground');
  const from = async (nth: number, to: (at: At) => At): Promise<readonly [At, At]> => {
    const at = await middle(dots(jar).nth(nth));
    return [at, to(at)];
  };
  const end = ground.x + ground.width - 2;
  return [
    () => from(-1, ({ y }) => ({ x: ground.x + 0.16 * ground.width, y })),
    () => from(-1, ({ y }) => ({ x: ground.x + 0.14 * ground.width, y })),
    () => from(-1, ({ y }) => ({ x: end, y })),
    () => from(0, ({ y }) => ({ x: end, y })),
    () => from(3, ({ x }) => ({ x: x + 30, y: ground.y + ground.height + 60 })),
  ];
}

test('the axis holds while dots are dragged in and out, and after they are dropped', async ({
  page,
}) => {
  const jar = await open(page);
  const axis = await ends(jar);
  for (const journey of await journeys(jar)) {
    const [from, to] = await journey();
    const before = await listed(jar);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const seen = await seenOnTheWay(jar, [from, to], ({ x, y }) => page.mouse.move(x, y));
    await page.mouse.up();
    await expect.poll(() => listed(jar)).not.toEqual(before);
    await expect(jar).toHaveAttribute('data-state', 'done');
    expect([...seen, await ends(jar)]).toEqual([axis, axis]);
  }
  await expect(dots(jar)).toHaveCount(9);
  await jar.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => ends(jar)).toBe(axis);
});

test('one drag is one step of undo, by pen too, a press without a move is none; one on the ground adds a dot, and one drawn below the axis is gone', async ({
  page,
}) => {
  const jar = await open(page);
  const { x, y } = await middle(dots(jar).last());
  await page.mouse.click(x, y);
  await expect(jar.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 150, y, { steps: 12 });
  await page.mouse.up();
  await expect(field(jar)).not.toHaveValue('');
  await jar.getByRole('button', { name: 'Undo' }).click();
  await expect(field(jar)).toHaveValue('');
  await expect(jar.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expect(takeaway(jar)).toContainText('The mean is 390 ms');

  const session = await page.context().newCDPSession(page);
  const pen = (type: string, at: number): Promise<unknown> =>
    session.send('Input.dispatchMouseEvent', {
      type: type as 'mouseMoved',
      x: at,
      y,
      button: type === 'mouseMoved' ? 'none' : 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
    });
  await pen('mousePressed', x);
  for (let i = 1; i <= 8; i += 1) await pen('mouseMoved', x - 15 * i);
  await pen('mouseReleased', x - 120);
  await expect(field(jar)).not.toHaveValue('');
  expect(Math.max(...(await listed(jar)))).toBeLessThan(3000);

  await jar.getByRole('button', { name: 'Reset' }).click();
  await expect(field(jar)).toHaveValue('');
  const ground = jar.locator('[data-ground]:visible');
  await ground.click({ position: { x: 300, y: 120 } });
  await expect(dots(jar)).toHaveCount(11);
  await expect.poll(() => listed(jar)).toHaveLength(11);
  const added = await middle(dots(jar).last());
  const floor = await ground.boundingBox();
  await page.mouse.move(added.x, added.y);
  await page.mouse.down();
  await page.mouse.move(added.x, (floor?.y ?? 0) + (floor?.height ?? 0) + 60, { steps: 12 });
  await expect(dots(jar)).toHaveCount(10);
  await page.mouse.up();
  await expect(dots(jar)).toHaveCount(10);
  expect(Math.max(...(await listed(jar)))).toBeLessThan(3000);
  await expect(takeaway(jar)).toContainText('of 10 requests');
});

test('a mouse that has let go before the code was here takes no dot along', async ({ page }) => {
  let arrive = (): void => undefined;
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/experiment[^/]*\.js/, async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto(WEB.at(FIRST));
  const jar = experiment(page, 'Requests and their mean');
  await jar.locator('[data-part="figure"]').scrollIntoViewIfNeeded();
  const { x, y } = await middle(dots(jar).last());
  await page.mouse.click(x, y);
  arrive();
  await expect(jar.locator('[data-editable]')).toHaveCount(1);
  await page.mouse.move(x - 150, y, { steps: 12 });
  await expect(jar.locator('[data-dragging]')).toHaveCount(0);
  // What is taken in hand from now on is dragged as ever.
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 150, y, { steps: 12 });
  await page.mouse.up();
  await expect(field(jar)).not.toHaveValue('');
});

test('a list that cannot be read stays to be mended, the run before it stands, and what was said of it goes when its reader goes back', async ({
  page,
}) => {
  const jar = await open(page);
  const notice = jar.locator('[data-part="notice"]');
  const list = field(jar);
  await list.fill('5,8,3');
  await list.press('Enter');
  await expect(dots(jar)).toHaveCount(3);
  await list.fill('5,abc,-3');
  await list.press('Enter');
  await expect(notice).toContainText('“5,abc,-3” cannot be read');
  // Nor does another setting take it away.
  const other = jar.getByRole('combobox', { name: 'Percentile by' });
  await other.selectOption('linear interpolation');
  await other.selectOption('nearest rank');
  await expect(list).toHaveValue('5,abc,-3');
  await expect(notice).toContainText('“5,abc,-3” cannot be read');
  await expect(dots(jar)).toHaveCount(3);
  await expect(takeaway(jar)).toContainText('The mean is 5.3 ms');
  await list.fill('5,1,3,2');
  await list.press('Enter');
  await expect(dots(jar)).toHaveCount(4);
  await expect(notice).toBeEmpty();

  await list.fill('5,8,3');
  await list.press('Enter');
  await expect(dots(jar)).toHaveCount(3);
  await list.fill('not a list');
  await list.press('Enter');
  await expect(notice).toContainText('cannot be read');
  await jar.getByRole('button', { name: 'Undo' }).click();
  await expect(list).toHaveValue('5,1,3,2');
  await expect(notice).toBeEmpty();
});

test('dots are moved, chosen and taken away by keys, and keep the focus', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const jar = experiment(page, 'Requests and their mean');
  // Nothing of the experiment has been touched: the first Tab into its figure finds a dot, and says how it is moved.
  const keys = jar.locator('.key-hint:visible');
  await expect(keys).toHaveCount(0);
  await page.locator('#latency-tail').evaluate((element) => {
    const before = document.createElement('button');
    element.before(before);
    before.focus();
  });
  for (let i = 0; i < 4 && (await jar.locator('[data-handle]:focus').count()) === 0; i += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(jar.locator('[data-handle]:focus')).toHaveAccessibleName('request 1 of 10');
  await expect(keys).toContainText('Delete');
  await page.keyboard.press('ArrowUp');
  await expect(jar.locator('[data-handle]:focus')).toHaveAttribute('aria-valuetext', '95 ms');
  await page.keyboard.press('ArrowRight');
  await expect(jar.locator('[data-handle]:focus')).toHaveAttribute('aria-valuetext', /9[6-9] ms/);
  await page.keyboard.press('Delete');
  await expect(dots(jar)).toHaveCount(9);
  await expect(jar.locator('[data-handle]:focus')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dots(jar)).toHaveCount(10);
});

test('a list that a link has locked cannot be changed in the figure either', async ({ page }) => {
  await page.goto(WEB.at(FIRST, `?${ID}.fanOut=2&${ID}.lock=values`));
  const jar = experiment(page, 'Requests and their mean');
  await expect(field(jar)).toBeDisabled();
  await expect(takeaway(jar)).toContainText('pages of 2 calls');
  await jar.locator('[data-part="figure"]').scrollIntoViewIfNeeded();
  const { x, y } = await middle(dots(jar).last());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 150, y, { steps: 6 });
  await page.mouse.up();
  await jar.locator('[data-ground]:visible').click({ position: { x: 300, y: 120 } });
  await expect(dots(jar)).toHaveCount(10);
  await expect(field(jar)).toHaveValue('');
});

test('before the prediction only the answer is held back, from eyes and ears alike', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const jar = experiment(page, 'Requests and their mean');
  await expect(dots(jar)).toHaveCount(10);
  await expect(takeaway(jar)).toBeHidden();
  for (const name of ['Percentile by', 'Calls of a page']) {
    await expect(jar.getByLabel(name, { exact: true })).toBeHidden();
  }
  await expect(jar.getByRole('button', { name: 'Spread' })).toBeHidden();
  await expect(field(jar)).toBeVisible();
  const heard = await jar.ariaSnapshot();
  expect(heard).not.toMatch(/390|p90|mean \d|slower/);
  await field(jar).fill('100,200,900');
  await field(jar).press('Enter');
  await expect(dots(jar)).toHaveCount(3);
  await expect(jar.locator('[data-part="live"]')).toBeEmpty();
  expect(await jar.ariaSnapshot()).not.toMatch(/400 ms|p90|slower/);

  const question = page.locator('#question-latency-predict-slower');
  await question.getByLabel('Your prediction').fill('5');
  await question.getByLabel('Your prediction').press('Enter');
  await expect(takeaway(jar)).toContainText('only 1 of 10');
  await expect(takeaway(jar)).toBeVisible();
  await expect(jar.getByLabel('Percentile by')).toBeVisible();
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  /** A finger put down, moved and lifted. */
  async function swipe(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
    const session = await page.context().newCDPSession(page);
    const touch = (type: string, points: object[]): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent' as never, { type, touchPoints: points } as never);
    await touch('touchStart', [from]);
    // The very first touch wakes the experiment: the code is fetched while the finger is down.
    await expect(page.locator(`#${ID} [data-editable]`)).toHaveCount(1);
    for (let i = 1; i <= 10; i += 1) {
      await touch('touchMove', [{ x: from.x + (by.x * i) / 10, y: from.y + (by.y * i) / 10 }]);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await touch('touchEnd', []);
  }

  test('a dot is dragged without scrolling the page, and the page scrolls beside it', async ({
    page,
  }) => {
    await page.goto(WEB.at(FIRST));
    const jar = experiment(page, 'Requests and their mean');
    await jar.locator('[data-part="figure"]').evaluate((figure) => {
      figure.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    const top = await page.evaluate(() => scrollY);
    await swipe(page, await middle(dots(jar).last()), { x: -90, y: 40 });
    await expect(field(jar)).not.toHaveValue('');
    expect(Math.max(...(await listed(jar)))).toBeLessThan(3000);
    expect(await page.evaluate(() => scrollY)).toBe(top);

    const ground = await middle(jar.locator('[data-ground]:visible'));
    await swipe(page, ground, { x: 0, y: -120 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 60);
    expect(await listed(jar)).toHaveLength(10);
  });

  // What a finger does beside: the axis is held for every pointer alike.
  if (ALL) {
    test('the axis holds under a finger, too, and when it is lifted', async ({ page }) => {
      const jar = await open(page);
      const axis = await ends(jar);
      const session = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: At[]) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
      for (const journey of await journeys(jar)) {
        const [from, to] = await journey();
        const before = await listed(jar);
        await touch('touchStart', from);
        const seen = await seenOnTheWay(jar, [from, to], (at) => touch('touchMove', at));
        await touch('touchEnd');
        await expect.poll(() => listed(jar)).not.toEqual(before);
        await expect(jar).toHaveAttribute('data-state', 'done');
        expect([...seen, await ends(jar)]).toEqual([axis, axis]);
      }
      await expect(dots(jar)).toHaveCount(9);
    });
  }

  test('a tap adds a dot, and each dot is large enough for a finger', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const jar = await open(page);
    for (const dot of await dots(jar).all()) {
      const box = await dot.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
    await jar.locator('[data-ground]:visible').tap({ position: { x: 150, y: 100 } });
    await expect(dots(jar)).toHaveCount(11);
  });
});
