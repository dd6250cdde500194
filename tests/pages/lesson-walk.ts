/**
 * The walk of any lesson by keyboard alone, derived from the page itself: the Tab key reaches every control, predictions are
 * made and answered by their runs, experiments are run, questions answered wrongly and rightly.
 */
import { readFileSync } from 'node:fs';
import { attribute, elements, parsePage, textOf } from '../../scripts/book/html.ts';
import { idsIn, type Answer } from '../../src/tasks/judge/answers.ts';
import type { PageHead } from '../../src/tasks/practice/contract.ts';
import type { Sample } from '../../src/tasks/sample.ts';
import type { PredictionData } from '../../src/tasks/kinds/prediction/form.ts';
import type { NumbersKey } from '../../src/tasks/kinds/prediction/forms/numbers/check.ts';
import type { ReachData } from '../../src/tasks/kinds/reach/data.ts';
import { type Locator, type Page, expect, question } from './book.ts';

type Asked = PageHead | ReachData | PredictionData;

/** What the questions of a lesson know, keys included, in the order of the page. */
export function askedIn(lesson: string): readonly Asked[] {
  const page = parsePage(readFileSync(`dist/lessons/${lesson}/index.html`, 'utf8'));
  const questions = [...elements(page)].filter(({ tagName }) => tagName === 'book-question');
  return questions.map((one) => {
    const data = [...elements(one)].find((part) => attribute(part, 'data-part') === 'data');
    return JSON.parse(data ? textOf(data) : '') as Asked;
  });
}
export const isPrediction = (one: Asked): one is PredictionData => one.kind === 'prediction';
const isGoal = (one: Asked): one is ReachData => one.kind === 'reach';

/** Every control that is seen, and can be used, is reached by Tab from the head of the page. */
export async function expectTabReaches(page: Page): Promise<void> {
  const reach = await page.evaluateHandle(() => {
    const kinds = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const wanted = [...document.querySelectorAll<HTMLElement>(kinds)];
    const reached = new Set<EventTarget | null>();
    document.addEventListener('focusin', ({ target }) => reached.add(target));
    return { wanted, reached };
  });
  const missed = (): Promise<string[]> =>
    reach.evaluate(({ wanted, reached }) => {
      // Of circles one is reached, and arrows lead on.
      const groups = [...reached].map((one) => (one as HTMLInputElement | null)?.name);
      return wanted
        .filter((one) => one.isConnected && one.tabIndex >= 0 && !one.matches(':disabled'))
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .filter((one) => !reached.has(one))
        .filter(
          (one) =>
            (one as HTMLInputElement).type !== 'radio' ||
            !groups.includes((one as HTMLInputElement).name),
        )
        .map((one) => one.outerHTML.slice(0, 120));
    });
  let left = await missed();
  expect(left.length).toBeGreaterThan(10);
  // What has come since it was listed is passed on the way, so a round may bring nothing new.
  for (let idle = 0; left.length > 0 && idle < 4;) {
    for (let presses = 0; presses < 40; presses += 1) await page.keyboard.press('Tab');
    const now = await missed();
    idle = now.length < left.length ? 0 : idle + 1;
    left = now;
  }
  expect.soft(left, 'not reached by Tab').toEqual([]);
}

/** Types into a field in place of what stands there. */
async function type(field: Locator, text: string): Promise<void> {
  await field.press('ControlOrMeta+A');
  await field.page().keyboard.type(text);
}

const send = (one: Locator): Promise<void> => one.locator('[data-part="submit"]').press('Enter');

/** Commits a prediction, whatever its form: the least that can be said, or what stands first; then its runs answer. */
async function predict(page: Page, data: PredictionData): Promise<void> {
  const one = question(page, data.id);
  const { min, numbers } = data as Partial<NumbersKey & { readonly min: number }>;
  const least = numbers?.map((number) => number.min) ?? [min];
  const fold = one.locator('.curve-numbers > summary');
  if ((await fold.count()) > 0) await fold.press('Enter');
  const picked = one.locator('.answer-option input');
  if ((await picked.count()) > 0) await picked.first().press('Space');
  const fields = await one.locator('input:is([type="text"], [type="number"])').all();
  for (const [i, field] of fields.entries()) await type(field, String(least[i] ?? min));
  await send(one);
  // What takes long waits while it is out of sight.
  await page.locator(`#${data.instance}`).scrollIntoViewIfNeeded();
  await expect(one, data.id).toHaveAttribute('data-verdict', 'told');
  await expect(one.locator('[data-part="verdict"]'), data.id).not.toBeEmpty();
}

/** Makes every prediction of the page, in its order. */
export async function predictAll(page: Page, asked: readonly Asked[]): Promise<void> {
  for (const one of asked.filter(isPrediction)) await predict(page, one);
  await expect(page.locator('.yours-hold')).toHaveCount(0);
}

/** Runs what has not been run. */
export async function runTheRest(page: Page): Promise<void> {
  // What stands inline has no button: it answers to its number or its control.
  for (const one of await page.locator('.experiment:not([data-inline])').all()) {
    // Out of sight a run waits.
    await one.locator('[data-part="run"]').scrollIntoViewIfNeeded();
    await one.locator('[data-part="run"]').evaluate((run: HTMLElement) => {
      const { state } = (run.closest('.experiment') as HTMLElement).dataset;
      // What a question has asked for may still be under way: a press would stop it.
      if (state !== 'done' && state !== 'running') run.click();
    });
    await expect(one).toHaveAttribute('data-state', 'done');
  }
}

/** Sorts a list by its buttons, into this order. */
async function sort(one: Locator, order: readonly string[]): Promise<void> {
  for (const [place, id] of order.entries()) {
    const items = one.locator('[data-item]');
    const at = (): Promise<number> =>
      items.evaluateAll(
        (all, id) => all.findIndex(({ dataset }) => dataset['item'] === id),
        id,
      ) as never;
    for (let now = await at(); now > place; now = await at()) {
      await one.locator(`[data-item="${id}"] [data-moves="up"]`).press('Enter');
      await expect.poll(at).toBe(now - 1);
    }
  }
}

/** Gives an answer of the kind’s own, by keyboard: typed, sorted or picked. */
async function give(one: Locator, answer: Answer): Promise<void> {
  if (typeof answer === 'string') await type(one.locator('.answer-row input'), answer);
  else if ((await one.locator('[data-item]').count()) > 0) await sort(one, idsIn(answer));
  else for (const id of idsIn(answer)) await one.locator(`input[value="${id}"]`).press('Space');
}

async function sampleOf(data: Asked): Promise<Sample> {
  const code = (await import(`../../src/tasks/kinds/${data.kind}/sample.ts`)) as {
    readonly sampleOf: (key: object) => Sample;
  };
  return code.sampleOf(data);
}

/** Answers the first question that can be answered wrongly. */
export async function failOne(page: Page, asked: readonly Asked[]): Promise<void> {
  for (const data of asked) {
    if (isPrediction(data) || isGoal(data)) continue;
    const { wrong } = await sampleOf(data);
    const one = question(page, data.id);
    const isTyped = (await one.locator('.answer-row input').count()) > 0;
    const answer = wrong[0]?.answer ?? (isTyped ? '-1' : undefined);
    if (answer === undefined) continue;
    await give(one, answer);
    await send(one);
    await expect(one.locator('[data-part="verdict"]')).not.toBeEmpty();
    await expect(one).not.toHaveAttribute('data-verdict', 'right');
    // The right one stands alone later.
    for (const box of await one.locator(':checked').all()) await box.press('Space');
    return;
  }
}

/** Answers every question as its key says, and takes up every goal. */
export async function answerAll(page: Page, asked: readonly Asked[]): Promise<void> {
  for (const data of asked) {
    if (isPrediction(data)) continue;
    const one = question(page, data.id);
    if (isGoal(data)) {
      await one.locator('[data-does="start"]').press('Enter');
      const strip = page.locator(`#${data.instance} [data-part="goal-strip"]`);
      await expect(strip, data.id).toBeVisible();
    } else {
      await give(one, (await sampleOf(data)).right[0] ?? '');
      await send(one);
      await expect(one, data.id).toHaveAttribute('data-verdict', 'right');
    }
  }
}
