/** What a lesson weighs: bytes over the wire up to the load event, with its folds opened, and at a touch; elements at rest. */
import type { Browser, Page } from 'playwright';
import type { Reading } from './browser.ts';
import type { Row } from './report.ts';

const BYTES = 75_000;
const NODES = 1_500;
/** A touch has fetched all when for so long, in milliseconds, nothing new has been asked for. */
const SETTLED = 500;

/** What a lesson's scripts and a touch may weigh, with the headers of their answers. */
const FIRST_SCRIPT = { name: 'the first script', limit: 10_000 } as const;
const A_TOUCH = 45_000;
const TOUCHES = [
  { name: 'a question that is touched', at: 'book-question :is(input, button):visible' },
  { name: 'an experiment that is touched', at: '.experiment [data-part="run"]:visible' },
  // An experiment and the code of its pad.
  { name: 'a pad that is touched', at: '.control-bitmap > [data-surface]:visible' },
] as const;

interface Arrived {
  readonly name: string;
  readonly type: string;
  bytes: number;
}

/** The weights of a lesson over http, and what each file of it weighs. */
export async function weigh(
  { browser, at }: Reading,
  lesson: string,
): Promise<{ rows: Row[]; files: readonly Arrived[] }> {
  const address = at(lesson);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const files = await listened(page);
  const sum = (): number =>
    [...files.values()]
      .filter(({ type }) => type !== 'Font')
      .reduce((total, { bytes }) => total + bytes, 0);
  await page.goto(address, { waitUntil: 'load' });
  const loaded = sum();
  const nodes = await page.locator('*').count();
  await openFolds(page);
  await page.waitForLoadState('networkidle');
  const opened = sum();
  await page.close();
  const row = (name: string, value: number, limit: number, unit = ''): Row => ({
    name: `${lesson}: ${name}`,
    unit,
    values: [value],
    limit,
  });
  const touched = await bytesOfTouches(browser, address);
  const touches = touched.map(({ name, limit, bytes }) => row(name, bytes, limit, 'B'));
  return {
    rows: [
      row('bytes up to the load event, without fonts', loaded, BYTES, 'B'),
      row('bytes with every fold opened, without fonts', opened, BYTES, 'B'),
      row('elements', nodes, NODES),
      ...touches,
    ],
    files: [...files.values()].sort((a, b) => b.bytes - a.bytes),
  };
}

/** What a touch fetches, and what it may. */
interface Touched {
  readonly name: string;
  readonly limit: number;
  readonly bytes: number;
}

/** Bytes of the page’s first script, and of what each thing to touch fetches that the page has. */
export async function bytesOfTouches(browser: Browser, address: string): Promise<Touched[]> {
  const untouched = await visited(browser, address);
  const first = untouched.sum();
  const touches = await presentIn(untouched.page);
  // Each in a window of its own, all at once: most of the time they wait for what else might be fetched.
  const touched = touches.map(async (touch, i) => {
    const visit = i === 0 ? untouched : await visited(browser, address);
    return { name: touch.name, limit: A_TOUCH, bytes: await bytesOfTouch(visit, touch.at) };
  });
  return [{ ...FIRST_SCRIPT, bytes: first }, ...(await Promise.all(touched))];
}

async function presentIn(page: Page): Promise<readonly (typeof TOUCHES)[number][]> {
  const counts = await Promise.all(TOUCHES.map(({ at }) => page.locator(at).count()));
  return TOUCHES.filter((_, i) => counts[i]);
}

/** A page that has all that it asks for by itself. */
interface Visit {
  readonly page: Page;
  readonly files: ReadonlyMap<string, Arrived>;
  /** Bytes of script so far. */
  readonly sum: () => number;
}

async function visited(browser: Browser, address: string): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const files = await listened(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  await arrived(page, files);
  const sum = (): number =>
    [...files.values()]
      .filter(({ name }) => name.includes('/_astro/') && name.endsWith('.js'))
      .reduce((total, { bytes }) => total + bytes, 0);
  return { page, files, sum };
}

async function bytesOfTouch({ page, files, sum }: Visit, at: string): Promise<number> {
  const first = sum();
  const coming = page.waitForEvent('requestfinished');
  await page.locator(at).first().hover();
  await coming;
  for (let known = 0; files.size > known;) {
    known = files.size;
    await page.waitForTimeout(SETTLED);
  }
  const bytes = sum() - first;
  await page.context().close();
  return bytes;
}

/** Waits for the scripts that the page names: a slow machine may be idle before it asks for them. */
async function arrived(page: Page, files: ReadonlyMap<string, Arrived>): Promise<void> {
  const named = await page.evaluate(() => [...document.scripts].map(({ src }) => src));
  const paths = named.filter((src) => src !== '').map((src) => new URL(src).pathname);
  const isHere = (path: string): boolean =>
    [...files.values()].some(({ name, bytes }) => name === path && bytes > 0);
  for (let tries = 0; tries < 300 && !paths.every(isHere); tries += 1) {
    await page.waitForTimeout(100);
  }
}

async function listened(page: Page): Promise<Map<string, Arrived>> {
  const files = new Map<string, Arrived>();
  const session = await page.context().newCDPSession(page);
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const { protocol, pathname: name } = new URL(response.url);
    // A picture inside the page has come with the page.
    if (protocol === 'data:') return;
    files.set(requestId, { name, type, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return files;
}

/** As a reader does: by clicking each summary, those inside other folds too. */
async function openFolds(page: Page): Promise<void> {
  const closed = page.locator('details:not([open]) > summary:visible');
  for (let tries = 0; tries < 300 && (await closed.count()) > 0; tries += 1) {
    await closed.first().click();
  }
}
