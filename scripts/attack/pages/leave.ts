/** Pages that are left while a model trains: by reload, by another page and the way back, by a tab that dies. */
import type { BrowserContext, Page } from 'playwright';
import type { Attack } from '../attack.ts';
import {
  firstRest,
  openExperiment,
  runOnce,
  watchedPage,
  type Found,
  type Ground,
} from './book.ts';
import { sameFigure, sameSettings } from './compare.ts';
import { listen, look } from './shown.ts';

const QUERY = '?backend=wasm';
/** What a browser says of requests and pages that were given up. */
const GIVEN_UP = /ERR_ABORTED|ERR_FAILED|net::/;

/** Leaves every experiment in the middle of a run, in three ways; and takes back what has been run. */
export async function leaving(by: Attack, ground: Ground): Promise<void> {
  // What stands in the text answers at once, and has no buttons to take back.
  for (const found of ground.experiments.filter(({ isInline }) => !isInline)) {
    await by.try(`${found.id}, undo and redo after runs`, async () => {
      const context = await ground.browser.newContext();
      try {
        await takenBack(by, ground, found, context);
      } finally {
        await context.close();
      }
    });
    for (const [how, leave] of [
      ['reload', reloaded],
      ['back and forward', thereAndBack],
      ['a dead tab', killed],
    ] as const) {
      await by.try(`${found.id}, ${how} in the middle of a run`, async () => {
        const context = await ground.browser.newContext();
        try {
          await left(by, ground, found, context, leave);
        } finally {
          await context.close();
        }
      });
    }
  }
}

type Leave = (page: Page, ground: Ground, context: BrowserContext) => Promise<Page>;

async function left(
  by: Attack,
  ground: Ground,
  found: Found,
  context: BrowserContext,
  leave: Leave,
): Promise<void> {
  const random = by.chance(`${found.id} ${leave.name}`);
  const { page, errors } = await watchedPage(context, GIVEN_UP);
  const element = await openExperiment(page, ground.at(found.lesson, QUERY), found.id);
  await element.locator('[data-does="seed"]:visible, [data-part="run"]').first().click();
  await element.locator('[data-part="run"]').evaluate((one: HTMLElement) => one.click());
  await page.waitForTimeout(30 + random.whole(700));
  const now = await leave(page, ground, context);
  by.did();
  const again = now.locator(`#${found.id}`);
  await again.evaluate((one: HTMLElement) => delete one.dataset['veil']);
  await again.locator('[data-part="form"]').scrollIntoViewIfNeeded();
  await listen(now, found.id);
  const where = `${found.id}, ${leave.name}`;
  // A page that was only put away may still be at its run: the first press would stop it.
  let state = await runOnce(again);
  if (state === 'partial' || state === 'idle') state = await runOnce(again);
  const shown = await look(now, found.id);
  if (state !== 'done') by.fell(where, `${state}: ${shown.status} ${shown.notice}`);
  const mirror = await context.newPage();
  for (const fault of [
    ...sameSettings(found, shown),
    ...(await sameFigure(found, shown, mirror)),
  ]) {
    by.fell(where, fault);
  }
  for (const error of errors) by.fell(where, `on the console: ${error}`);
}

/** Two runs, then back to the first and forth to the second: each time all that is shown is that run. */
async function takenBack(
  by: Attack,
  ground: Ground,
  found: Found,
  context: BrowserContext,
): Promise<void> {
  const { page, errors } = await watchedPage(context);
  const element = await openExperiment(page, ground.at(found.lesson, QUERY), found.id);
  const mirror = await context.newPage();
  await page.bringToFront();
  await listen(page, found.id);
  const press = (does: string): Promise<void> =>
    element.locator(`[data-does="${does}"]`).evaluate((one: HTMLElement) => one.click());
  const seeds = await element.locator('[data-does="seed"]').count();
  await runOnce(element);
  if (seeds > 0) await press('seed');
  else await element.locator('[data-param] input[type="range"]').first().press('ArrowRight');
  if (found.waits) await runOnce(element);
  else await firstRest(element);
  for (const does of ['undo', 'redo', 'undo']) {
    await press(does);
    await firstRest(element);
    const shown = await look(page, found.id);
    by.did();
    const faults = [...sameSettings(found, shown), ...(await sameFigure(found, shown, mirror))];
    for (const fault of faults) by.fell(`${found.id}, ${does} after runs`, fault);
  }
  for (const error of errors) by.fell(`${found.id}, undo and redo`, error);
}

async function reloaded(page: Page): Promise<Page> {
  await page.reload({ waitUntil: 'load' });
  return page;
}

async function thereAndBack(page: Page, ground: Ground): Promise<Page> {
  await page.goto(ground.home);
  // A page that was kept is not loaded again: nothing but its address tells that it is back.
  for (const step of ['goBack', 'goForward', 'goBack'] as const) {
    await page[step]({ waitUntil: 'commit' });
    await page.waitForTimeout(300);
  }
  return page;
}

async function killed(page: Page, _ground: Ground, context: BrowserContext): Promise<Page> {
  const address = page.url();
  const session = await context.newCDPSession(page);
  // The answer never comes: nobody is left to give it.
  void session.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  await page.close();
  const next = await context.newPage();
  await next.goto(address);
  return next;
}
