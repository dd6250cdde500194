/** A finger that goes up scrolls the page and changes nothing, whatever it began on: one control of each kind in every experiment and question. */
import { ALL } from '../../all.ts';
import { FIRST, LESSONS, TAIL, WEB, expect, test, type Locator, type Page } from '../book.ts';

/** What a thumb meets on its way. What is sorted, and what is drawn on in every direction, scrolls beside its grips and its pad. */
const KINDS: Readonly<Record<string, string>> = {
  slider: '[data-param] input[type="range"]',
  playhead: '.timeline input[type="range"]',
  mark: '.figure [data-handle]',
  ground: '.figure [data-ground]',
  pad: '.control-cells [role="grid"]',
  panel: '[data-pointer="draw"]',
  number: '.dragged [role="slider"]',
};
/** Experiments, questions, and numbers in sentences. */
const ROOMS = '.experiment, book-question, .dragged';
/** How far the finger goes, in pixels. */
const WAY = 160;

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

/** Everything that can be set, as it stands. */
async function set(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // The sliders of a curve come when it is woken; what they say stands in its field, too.
    const fields = document.querySelectorAll<HTMLInputElement>(
      'main :is(input, select, textarea):not([hidden], .curve-sliders *)',
    );
    const numbers = document.querySelectorAll('.dragged, [data-part="said"]');
    return [
      location.search,
      ...[...fields].map(({ name, value, checked }) => `${name} ${value} ${checked}`),
      ...[...numbers].map(({ textContent }) => textContent.trim()),
    ];
  });
}

/** Where a finger can be put on it, in the window. */
async function middle(control: Locator): Promise<{ x: number; y: number }> {
  await control.evaluate((one) => {
    // Below what sticks to the head of a narrow page.
    one.scrollIntoView({ block: one.closest('.dock') ? 'center' : 'end', behavior: 'instant' });
    if (!one.closest('.dock')) scrollBy({ top: 60, behavior: 'instant' });
  });
  let at = { x: 0, y: 0 };
  // What is just waking may be put anew while it is looked at.
  const met = async (): Promise<string> => {
    const found = await control.evaluate((one) => {
      const { left, width, top, height } = one.getBoundingClientRect();
      const [x, y] = [left + width / 2, Math.max(top + height / 2, top + height - 60)];
      const hit = document.elementFromPoint(x, y);
      const isMet = hit && (one.contains(hit) || hit.contains(one));
      return { x, y, met: isMet ? 'it' : (hit?.outerHTML.slice(0, 120) ?? 'nothing') };
    });
    at = found;
    return found.met;
  };
  await expect.poll(met).toBe('it');
  return at;
}

/** A finger that is put down, goes up once something `meanwhile` is over, and is lifted; resolves with how far the page has gone. */
async function swipe(
  page: Page,
  { x, y }: { x: number; y: number },
  meanwhile?: () => Promise<void>,
): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: string, touchPoints: object[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent' as never, { type, touchPoints } as never);
  const top = await page.evaluate(() => scrollY);
  await touch('touchStart', [{ x, y }]);
  await meanwhile?.();
  for (let i = 1; i <= 5; i += 1) {
    await touch('touchMove', [{ x, y: y - (WAY * i) / 5 }]);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await touch('touchEnd', []);
  await session.detach();
  // The page hears of what the compositor has scrolled a frame or two later.
  const still = await page.evaluate(async () => {
    for (let last = NaN, same = 0; same < 3; last = scrollY) {
      await new Promise(requestAnimationFrame);
      same = scrollY === last ? same + 1 : 0;
    }
    return scrollY;
  });
  return still - top;
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-veil]')) one.removeAttribute('data-veil');
    for (const fold of document.querySelectorAll('.bench .more')) fold.setAttribute('open', '');
  });
}

/** Between them they have all that a thumb meets. */
const SWIPED = ALL ? LESSONS : [FIRST, 'part-code-part-data', TAIL];

for (const lesson of SWIPED) {
  test(`${lesson}: whatever it begins on`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(WEB.at(lesson), { waitUntil: 'load' });
    await openAll(page);
    const before = await set(page);
    const rooms = await page.locator(ROOMS).all();
    const onto = async (room: Locator, kind: string, how: string): Promise<boolean> => {
      const control = room
        .locator(KINDS[kind] ?? '')
        .locator('visible=true')
        .first();
      if ((await control.count()) === 0) return false;
      // A mark for keys alone: a finger meets what lies below it.
      const isMet = (one: Element): boolean => getComputedStyle(one).pointerEvents !== 'none';
      if (!(await control.evaluate(isMet))) return false;
      const name = `${(await room.getAttribute('id')) ?? 'a sentence'}: ${kind}, ${how}`;
      expect.soft(await swipe(page, await middle(control)), name).toBeGreaterThan(60);
      expect.soft(await set(page), name).toEqual(before);
      return true;
    };
    // The first finger wakes what it meets.
    const met = new Map<string, Locator>();
    for (const room of rooms) {
      for (const kind of Object.keys(KINDS)) {
        if (await onto(room, kind, 'asleep or just woken')) met.set(kind, room);
      }
    }
    expect(met.size).toBeGreaterThan(0);
    await page.waitForLoadState('networkidle');
    for (const [kind, room] of met) await onto(room, kind, 'awake');
  });
}

test('a slider, and what follows it, is given back where its code comes between the finger and the scroll', async ({
  page,
}) => {
  await page.goto(WEB.at('who-pays-for-the-errors'), { waitUntil: 'load' });
  await openAll(page);
  const before = await set(page);
  const line = page.locator('#who-officers [data-param="refused"] input[type="range"]');
  const at = await middle(line);
  const way = await swipe(page, at, () => expect(page).toHaveURL(/who-officers\.refused=/));
  expect(way).toBeGreaterThan(60);
  await expect.poll(() => set(page)).toEqual(before);
});
