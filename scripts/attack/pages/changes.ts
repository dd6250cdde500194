/** A hundred changes in five seconds on each experiment: afterwards all that is shown is one run, and the right one. */
import type { Attack } from '../attack.ts';
import { atRest, openExperiment, runOnce, watchedPage, type Found, type Ground } from './book.ts';
import { isStale, sameFigure, sameSettings } from './compare.ts';
import { mash, pause } from './mash.ts';
import { listen, look } from './shown.ts';

const PACE = { changes: 100, ms: 5000 };
const BACKEND = '?backend=wasm';

/** Attacks every experiment so. */
export async function hundredChanges(by: Attack, ground: Ground): Promise<void> {
  for (const found of ground.experiments) {
    await by.try(`a hundred changes on ${found.id}`, () => change(by, ground, found));
  }
}

async function change(by: Attack, ground: Ground, found: Found): Promise<void> {
  const context = await ground.browser.newContext({
    viewport: { width: 1280, height: 900 },
  });
  const where = `${PACE.changes} changes on ${found.id}`;
  try {
    const { page, errors } = await watchedPage(context);
    const address = ground.at(found.lesson, found.learns ? BACKEND : '');
    const element = await openExperiment(page, address, found.id);
    await listen(page, found.id);
    const mirror = await context.newPage();
    await page.bringToFront();
    const done = await mash(page, found.id, by.chance(found.id), PACE);
    by.did(done.length);
    await pause(page, found.id);
    await atRest(element);
    const fall = (faults: readonly string[], when: string): void => {
      for (const fault of faults) by.fell(`${where}, ${when}`, fault);
      if (faults.length > 0) by.say(`after … ${done.slice(-12).join(', ')}`);
    };
    const after = await look(page, found.id);
    const isWhole = !found.waits && after.state === 'done';
    fall(sameSettings(found, after, isWhole), 'at rest');
    if (isWhole) fall(await sameFigure(found, after, mirror), 'at rest');
    // Stopped, or not trained for what the controls say now: then the status must say so.
    else if (isStale(found, after) && after.status === '')
      fall(['the figure is older, and nothing says so'], 'at rest');
    const state = await runOnce(element);
    const ran = await look(page, found.id);
    if (state !== 'done') fall([`${state}: ${ran.status}`], 'then run');
    fall([...sameSettings(found, ran), ...(await sameFigure(found, ran, mirror))], 'then run');
    fall(errors, 'on the console');
  } finally {
    await context.close();
  }
}
