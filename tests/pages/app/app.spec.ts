/** A kept edition: without a network, on a network that lies, in a full storage, and when another release takes its place. */
import { chromium, test, type BrowserContext, type Page } from '@playwright/test';
import { firefox } from 'firefox-playwright';
import { ALL } from '../../all.ts';
import { expect } from '../book.ts';
import { programOf } from '../engines/engine.ts';
import { opened, type Network, type Site } from './site.ts';

let site: Site;
test.beforeAll(async () => void (site = await opened()));
test.afterAll(() => site.close());
test.beforeEach(() => {
  site.network = 'works';
  site.release = 1;
});

/** A window that has kept nothing, in each engine that knows workers of this kind. */
const ENGINES = {
  Chromium: () =>
    chromium.launch({ executablePath: process.env['CHROMIUM_PATH']!, args: ['--no-sandbox'] }),
  Firefox: () => firefox.launch({ channel: 'moz-firefox', executablePath: programOf('FIREFOX') }),
} as const;

async function inEach(
  name: keyof typeof ENGINES,
  act: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const browser = await ENGINES[name]();
  try {
    await act((await browser.newContext()) as unknown as BrowserContext);
  } finally {
    await browser.close();
  }
}

const keep = async (page: Page, where = '', what = /Keep everything/): Promise<void> => {
  await page.goto(`${site.front}${where}downloads/`);
  await page.getByRole('button', { name: what }).click();
};
const said = (page: Page) => page.locator('book-kept [data-part="status"]');

for (const name of ['Chromium', 'Firefox'] as const) {
  test(`${name} keeps the book, runs it without a network, and gives the room back`, async () => {
    await inEach(name, async (context) => {
      const page = await context.newPage();
      await keep(page);
      await expect(said(page)).toContainText('Edition 1 is kept');
      site.network = 'is down';
      // From the front, where the network is silent, to the edition.
      await page.goto(`${site.front}lessons/the-tail/`);
      expect(page.url()).toContain('/e/1/lessons/the-tail/');
      await expect(page.locator('.foot')).toContainText('Edition 1, kept on this device.');
      const jar = page.locator('.experiment').first();
      await jar.locator('[data-does="everything"]').first().click();
      await jar.locator('[data-part="run"]').click();
      await expect(jar.and(page.locator('[data-state="done"]'))).toBeVisible();
      // What has no file there is the server's business.
      await page.goto(`${site.front}e/1/downloads/`);
      await page.getByRole('button', { name: 'Remove: 1' }).click();
      await expect(said(page)).toContainText('no longer kept');
      expect(await page.evaluate(() => caches.keys())).toEqual([]);
    });
  });
}

test('what is asked of a browser that keeps nothing is nothing more than before', async () => {
  await inEach('Chromium', async (context) => {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.front}lessons/the-tail/`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /sw\.js|app\.json|current|in-foot|kept/.test(path))).toEqual([]);
  });
});

/** Room for so many bytes, as the browser has it; without a number, for all. */
async function room(context: BrowserContext, page: Page, quotaSize?: number): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: site.front.slice(0, -1),
    ...(quotaSize !== undefined && { quotaSize }),
  });
}

for (const [network, bytes, says] of [
  ['gives way', undefined, 'did not come whole'],
  ['wants a log-in', undefined, 'did not come whole'],
  ['works', 200_000, 'no room'],
] as const) {
  test(`where the network ${network} with ${bytes ?? 'all'} bytes of room, nothing is kept, and that is said`, async () => {
    await inEach('Chromium', async (context) => {
      const page = await context.newPage();
      await page.goto(`${site.front}downloads/`, { waitUntil: 'networkidle' });
      await room(context, page, bytes);
      site.network = network;
      await page.getByRole('button', { name: /Keep the core/ }).click();
      await expect(said(page)).toContainText(says);
      expect(await page.evaluate(() => caches.keys())).toEqual([]);
      await room(context, page);
      site.network = 'works';
      await page.getByRole('button', { name: /Keep the core/ }).click();
      await expect(said(page)).toContainText('Edition 1 is kept');
    });
  });
}

/** Numbers from 0 to 1 that hang on a seed alone: mulberry32. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Of which release the page is, its script, and the worker that gives it; nothing for what is no page of the book. */
const releasesOf = (page: Page): Promise<readonly (string | null)[]> =>
  page.evaluate(async () => {
    const { controller } = navigator.serviceWorker;
    const own = document.documentElement.getAttribute('data-release');
    if (!controller || own === null || !location.pathname.startsWith('/e/')) return [];
    const { port1, port2 } = new MessageChannel();
    const files = await new Promise<Record<string, readonly [string]>>((resolve) => {
      port1.onmessage = ({ data }) => resolve(data as Record<string, readonly [string]>);
      controller.postMessage('files', [port2]);
    });
    const script = await fetch('/e/1/theme.js').then((answer) => answer.arrayBuffer());
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', script));
    const isOwn = btoa(String.fromCharCode(...digest)) === files['theme.js']?.[0];
    const [, release = null] = /release (\d)/.exec(new TextDecoder().decode(script)) ?? [];
    return [own, release, isOwn ? release : 'other'];
  });

const PAGES = ['e/1/', 'e/1/lessons/the-tail/', 'e/1/experiments/', 'e/1/downloads/', 'glossary/'];

/** One sequence: twelve deeds of a reader, a server and a network; after each, every open page is of one piece and no answer is lost. */
async function sequence(context: BrowserContext, seed: number): Promise<void> {
  const random = stream(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const first = await context.newPage();
  const devtools = await context.newCDPSession(first);
  await keep(first, one(['', 'e/1/']), one([/Keep the core/, /Keep everything/]));
  await expect(said(first)).toContainText('Edition 1 is kept');
  await first.goto(`${site.front}${PAGES[0]}`);
  const answers: string[] = [];
  const deeds = {
    visit: async () => {
      const page = one(context.pages());
      await page.goto(site.front + one(PAGES), { waitUntil: 'load' }).catch(() => undefined);
    },
    open: async () => void (context.pages().length < 3 && (await context.newPage())),
    close: async () => {
      const page = context.pages().at(-1);
      if (page !== first) await page?.close();
    },
    reload: async () =>
      void (await one(context.pages())
        .reload()
        .catch(() => undefined)),
    update: async () => {
      site.release = 3 - site.release;
      await one(context.pages())
        .evaluate(async () => {
          const own = await navigator.serviceWorker?.getRegistration('/e/1/');
          await own?.update();
          while (own?.installing) await new Promise((resolve) => setTimeout(resolve, 20));
        })
        .catch(() => undefined);
    },
    network: async () => {
      site.network = one<Network>(['works', 'is down', 'wants a log-in', 'gives way']);
    },
    kill: async () => {
      await devtools.send('ServiceWorker.enable');
      await devtools.send('ServiceWorker.stopAllWorkers');
    },
    full: () => room(context, first, one([undefined, 100_000])),
    answer: async () => {
      const page = context.pages().find((some) => some.url().startsWith(site.front));
      const key = `answer-${answers.length}`;
      const isKept = await page
        ?.evaluate((name) => (localStorage.setItem(name, name), true), key)
        .catch(() => false);
      if (isKept) answers.push(key);
    },
  };
  const done: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    const deed = one(Object.keys(deeds) as (keyof typeof deeds)[]);
    done.push(deed);
    await deeds[deed]();
    for (const page of context.pages()) {
      const releases = await releasesOf(page).catch(() => []);
      const why = `seed ${seed}: ${done.join(', ')}; ${page.url()}: ${releases.join(' ')}`;
      expect(new Set(releases).size, why).toBeLessThanOrEqual(1);
      if (!page.url().startsWith(site.front)) continue;
      const stored = await page
        .evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('answer-')))
        .catch(() => answers);
      expect(stored.toSorted(), why).toEqual(answers.toSorted());
    }
  }
}

for (const from of ALL ? [1, 41, 81, 121, 161] : [1]) {
  test(`in many sequences, from seed ${from}, no page meets a worker of another release, and no answer is lost`, async () => {
    const browser = await ENGINES.Chromium();
    try {
      for (let seed = from; seed < from + (ALL ? 40 : 10); seed += 1) {
        site.network = 'works';
        site.release = 1;
        const context = await browser.newContext();
        await sequence(context, seed);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  });
}
