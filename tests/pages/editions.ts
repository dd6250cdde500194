/** What an edition or a browser of its own may break in any lesson, seen cheaply: every lesson is opened, and what is in it begins. */
import {
  FEW,
  LESSONS,
  PRACTICE,
  type Edition,
  type Locator,
  type Page,
  expect,
  test,
} from './book.ts';

/**
 * Opens every lesson: its title, figures and questions are on screen. In a few, a simulation ends, and a model begins to train
 * (worker, back end and data are there) and is stopped.
 */
export async function expectEveryLessonBegins(page: Page, edition: Edition): Promise<void> {
  for (const lesson of LESSONS) {
    await test.step(lesson, async () => {
      // No search for the quickest back end: what is checked is that one comes to work.
      await page.goto(edition.at(lesson, '?backend=cpu'));
      await expect(page.locator('h1:visible')).toHaveCount(1);
      await expect(page.locator('book-question:visible').first()).toBeVisible();
      const all = await page.locator('.experiment:visible').all();
      if (!PRACTICE.includes(lesson)) expect(all.length).toBeGreaterThan(0);
      for (const one of all) {
        await expect(one.locator('[data-part="figure"]')).toContainText(/\S/);
        if (FEW.includes(lesson)) await begin(one);
      }
    });
  }
}

/** What sets off an experiment in the flow of the text: its control, or else a number of the text that is dragged. */
async function handOf(one: Locator): Promise<Locator> {
  const own = one.locator('[data-slides]');
  if ((await own.count()) > 0) return own.first();
  const pad = one.locator('.curve-pad');
  if ((await pad.count()) > 0) {
    // A curve has its sliders from when somebody comes to it.
    await pad.hover();
    return one.locator('.curve-sliders > input').first();
  }
  const id = (await one.getAttribute('id')) ?? '';
  return one.page().locator(`.dragged[data-drags="${id}"] [role="slider"]`).first();
}

async function begin(one: Locator): Promise<void> {
  await one.scrollIntoViewIfNeeded();
  // In the flow of the text there is no button: its control sets it off.
  if ((await one.getAttribute('data-inline')) === null)
    await one.locator('[data-part="run"]').click();
  else await (await handOf(one)).press('ArrowRight');
  // Its bar moves once data have been read and learned from. What still runs is stopped, in one look at it: it may end meanwhile.
  await expect
    .poll(() =>
      one.evaluate((element: HTMLElement) => {
        const isDone = element.dataset['state'] === 'done';
        const hasBegun = (element.querySelector('progress')?.value ?? 0) > 0;
        if (hasBegun && element.dataset['state'] === 'running')
          element.querySelector<HTMLElement>('[data-part="run"]')?.click();
        return isDone || hasBegun;
      }),
    )
    .toBe(true);
}
