/** Every result that stands, every undo and every notice is said to ears, in the order in which it happened. */
import { attribute, elements } from '../../../scripts/book/html.ts';
import { FEW, WEB, expect, test, type Locator, type Page } from '../book.ts';
import { experimentsOf, isOfClass } from '../built.ts';

/** Asked again soon: most of what is waited for takes less than a second. */
const SOON = { intervals: [50, 100] };

interface Happened {
  readonly said: string;
  /** Of a result: who asked for it. */
  readonly by?: string;
}
interface Ears {
  /** What happened, in its order. */
  readonly happened: Happened[];
  /** What the live region has said, in its order. */
  readonly heard: string[];
}

/** Notes from the first moment on, for each experiment of the page, what happens and what is said of it. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const ears: Record<string, Ears> = {};
    Object.assign(globalThis, { ears });
    const words = (of: Element, part: string): string =>
      of.querySelector(`[data-part="${part}"]`)?.textContent?.trim() ?? '';
    const of = (experiment: Element): Ears => (ears[experiment.id] ??= { happened: [], heard: [] });
    document.addEventListener('outcome', (event) => {
      const experiment = event.target as Element;
      const { by } = (event as CustomEvent<{ by: string }>).detail;
      of(experiment).happened.push({ said: words(experiment, 'takeaway'), by });
    });
    // Before the book hears of it.
    document.addEventListener(
      'click',
      ({ target }) => {
        const undo = (target as Element).closest('[data-does="undo"]:not([aria-disabled="true"])');
        const experiment = undo?.closest('.experiment');
        if (experiment) of(experiment).happened.push({ said: 'Undone:' });
      },
      true,
    );
    document.addEventListener('DOMContentLoaded', () => {
      for (const experiment of document.querySelectorAll('.experiment')) {
        const { happened, heard } = of(experiment);
        const watch = (part: string, take: (said: string) => void): void => {
          const place = experiment.querySelector(`[data-part="${part}"]`);
          const note = (): void => {
            const said = words(experiment, part);
            if (said !== '') take(said);
          };
          if (place)
            new MutationObserver(note).observe(place, {
              childList: true,
              characterData: true,
              subtree: true,
            });
        };
        watch('notice', (said) => happened.push({ said }));
        watch('live', (said) => heard.push(said));
      }
    });
  });
}

const earsOf = (page: Page, id: string): Promise<Ears> =>
  page.evaluate((id) => (globalThis as never as { ears: Record<string, Ears> }).ears[id]!, id);

/** Sets the experiment's first number to three other values, quickly. */
async function change(experiment: Locator): Promise<void> {
  const pad = experiment.locator('.curve-pad:visible');
  if (
    (await pad.count()) > 0 &&
    (await experiment.locator('[data-slides]:visible').count()) === 0
  ) {
    // A curve has its sliders from when somebody passes over it.
    await pad.hover();
    await expect(experiment.locator('.curve-sliders')).toBeVisible();
  }
  const slides = ':is([data-slides], .curve-sliders > input):visible';
  const slider = experiment.locator(`[data-param] ${slides}`).first();
  const select = experiment.locator('[data-param] select:visible').first();
  if ((await slider.count()) > 0) {
    await slider.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await slider.press(key);
  } else if ((await select.count()) > 0) {
    const other = select.locator('option:not(:checked)').first();
    await select.selectOption((await other.getAttribute('value')) ?? '');
  } else {
    // Only cards: the first is taken up, and laid on the first pile.
    await experiment.locator('.card:visible').first().hover();
    await expect(experiment.locator('.piles[data-live]')).toBeVisible();
    await experiment.locator('.card:visible').first().click();
    await experiment
      .locator('.pile:visible')
      .first()
      .click({ position: { x: 60, y: 8 } });
  }
}

/** Goes to an experiment. A reader's own hand scrolls there, or the focus would call the page back. */
async function goTo(page: Page, experiment: Locator): Promise<void> {
  await page.mouse.wheel(0, 1);
  await experiment.scrollIntoViewIfNeeded();
}

/** What came of a change is there. */
async function expectAnswered(page: Page, experiment: Locator, id: string): Promise<void> {
  // What takes long waits while it is out of sight.
  await goTo(page, experiment);
  // Nothing comes of it by itself where a model would have to be trained.
  const isQuick = (await experiment.locator('.backend').count()) === 0;
  // A long computation without a model waits for its button, too, and says so.
  const waits = experiment.getByText('The settings have changed.');
  const results = async (): Promise<readonly Happened[]> =>
    (await earsOf(page, id)).happened.filter(({ by }) => by === 'reader');
  const answers = async (): Promise<number> => (await results()).length + (await waits.count());
  if (isQuick) await expect.poll(answers, { message: id, ...SOON }).toBeGreaterThan(0);
}

const expectSaid = (page: Page, id: string): Promise<void> =>
  expect.poll(async () => unsaid(await earsOf(page, id)), { message: id, ...SOON }).toEqual([]);

/** Whether a result was replaced by the next, with no more than an undo between them. */
function isOvertaken(happened: readonly Happened[], at: number): boolean {
  const next = happened.slice(at + 1).find(({ said }) => said !== 'Undone:');
  return happened[at]?.by !== undefined && next?.by !== undefined;
}

/** What happened and was not said in its turn; the same sentence again is no news. */
function unsaid({ happened, heard }: Ears): readonly string[] {
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');
  const all = plain(heard.join(' '));
  let at = 0;
  return happened
    .filter(({ said }, i) => {
      if (said === happened[i - 1]?.said || isOvertaken(happened, i)) return false;
      const found = all.indexOf(plain(said), at);
      if (found >= 0) at = found + 1;
      return found < 0;
    })
    .map(({ said }) => said);
}

/** A link that asks of every experiment for what it has not got, and of simulations for a setting beyond its end. */
function wrongLink(lesson: string): string {
  const asked = experimentsOf(lesson).flatMap((experiment) => {
    const id = attribute(experiment, 'id');
    const all = [...elements(experiment)];
    const settings = all.filter((one) => attribute(one, 'data-param') !== undefined);
    const number = settings
      .flatMap((one) => [...elements(one)])
      .find((one) => attribute(one, 'type') === 'number');
    // A model would have to be trained for it.
    const isQuick = !all.some(isOfClass('backend'));
    const beyond = number && Number(attribute(number, 'max')) + 1;
    return [
      `${id}.nonsense=1`,
      ...(number && isQuick ? [`${id}.${attribute(number, 'name')}=${beyond}`] : []),
    ];
  });
  return `?${asked.join('&')}`;
}

for (const lesson of FEW) {
  test(`${lesson}: nothing that happened goes unsaid`, async ({ page }) => {
    await listen(page);
    await page.goto(WEB.at(lesson, wrongLink(lesson)), { waitUntil: 'load' });
    // One whose numbers stand in the text alone has no control of its own.
    const all = await page.locator('.experiment:has([data-param])').all();
    const ids = await Promise.all(
      all.map(async (one) => [one, (await one.getAttribute('id')) ?? ''] as const),
    );
    // Sentence by sentence in each, and in all of them at a time: what is to be said needs its quiet.
    for (const [experiment, id] of ids) {
      await expect
        .poll(async () => (await earsOf(page, id)).heard.join(' '), { message: id, ...SOON })
        .toContain('The link asks for');
      // A link to another run lifts the veil by itself, sooner or later.
      await experiment.evaluate((one) =>
        one.querySelector<HTMLElement>('[data-does="everything"]')?.click(),
      );
      await goTo(page, experiment);
      await change(experiment);
    }
    for (const [experiment, id] of ids) await expectAnswered(page, experiment, id);
    for (const [experiment, id] of ids) {
      await expectSaid(page, id);
      const undo = experiment.locator('[data-does="undo"]:visible');
      if ((await undo.count()) > 0) await undo.press('Enter');
    }
    for (const [experiment, id] of ids) {
      const hasUndo = (await experiment.locator('[data-does="undo"]').count()) > 0;
      await expect
        .poll(
          async () => (await earsOf(page, id)).happened.some(({ said }) => said === 'Undone:'),
          { message: id, ...SOON },
        )
        .toBe(hasUndo);
      await expectSaid(page, id);
    }
  });
}
