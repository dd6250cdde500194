/** What changes around a page while it runs: the line, the window, the paper, the reader's wish for calm. */
import type { Page } from 'playwright';
import type { Random } from '../../../widgets/kit/numbers/random.ts';
import { pick, type Attack } from '../attack.ts';
import { atRest, openExperiment, runOnce, watchedPage, type Found, type Ground } from './book.ts';
import { sameFigure, sameSettings } from './compare.ts';
import { listen, look } from './shown.ts';

const CHANGES = 30;
const SIZES = [
  [360, 740],
  [740, 360],
  [1280, 900],
  [320, 480],
  [2560, 1300],
] as const;

type Change = (page: Page, random: Random) => Promise<void>;

const CHANGE: Readonly<Record<string, Change>> = {
  line: (page, random) => page.context().setOffline(random.uniform() < 0.5),
  window: async (page, random) => {
    const [width, height] = pick(random, SIZES);
    await page.setViewportSize({ width, height });
  },
  paper: async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
  },
  calm: (page, random) =>
    page.emulateMedia({ reducedMotion: random.uniform() < 0.5 ? 'reduce' : 'no-preference' }),
  theme: (page, random) =>
    page.emulateMedia({ colorScheme: random.uniform() < 0.5 ? 'dark' : 'light' }),
  contrast: (page, random) =>
    page.emulateMedia({ forcedColors: random.uniform() < 0.5 ? 'active' : 'none' }),
  scroll: (page, random) =>
    page.evaluate((to) => scrollTo(0, to * document.body.scrollHeight), random.uniform()),
  run: (page) => press(page, 'run'),
  seed: (page) => press(page, 'seed'),
};

async function press(page: Page, does: string): Promise<void> {
  await page.evaluate((name) => {
    const id = (globalThis as unknown as { attacked: string }).attacked;
    document.querySelector<HTMLElement>(`#${id} [data-does="${name}"]:not([hidden])`)?.click();
  }, does);
}

/** Changes all of it at random under each experiment; then it must still run, and show what it has run. */
export async function badWeather(by: Attack, ground: Ground): Promise<void> {
  for (const found of ground.experiments) {
    await by.try(`bad weather over ${found.id}`, () => storm(by, ground, found));
  }
}

async function storm(by: Attack, ground: Ground, found: Found): Promise<void> {
  const context = await ground.browser.newContext();
  const random = by.chance(`weather ${found.id}`);
  const done: string[] = [];
  try {
    const { page, errors } = await watchedPage(context, /net::|Failed to (?:fetch|load)/);
    const element = await openExperiment(page, ground.at(found.lesson, '?backend=wasm'), found.id);
    await listen(page, found.id);
    await page.evaluate((id) => Object.assign(globalThis, { attacked: id }), found.id);
    for (let i = 0; i < CHANGES; i += 1) {
      const name = pick(random, Object.keys(CHANGE));
      done.push(name);
      await CHANGE[name]?.(page, random);
      await page.waitForTimeout(random.whole(150));
    }
    by.did(CHANGES);
    await context.setOffline(false);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ forcedColors: null, reducedMotion: null, colorScheme: null });
    await element.locator('[data-part="form"]').scrollIntoViewIfNeeded();
    await atRest(element);
    let state = await runOnce(element);
    // A file that was given up while the line was down: pressing again asks anew, as the page says.
    if (state === 'failed') state = await runOnce(element);
    const shown = await look(page, found.id);
    const where = `${found.id} after ${done.join(', ')}`;
    if (state !== 'done') by.fell(where, `${state}: ${shown.status} ${shown.notice}`);
    const mirror = await context.newPage();
    const faults = [...sameSettings(found, shown), ...(await sameFigure(found, shown, mirror))];
    for (const fault of [...faults, ...errors]) by.fell(where, fault);
  } finally {
    await context.close();
  }
}
