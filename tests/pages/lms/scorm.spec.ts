/** A package in the player of a learning platform: whatever the network does, no answer is lost and no share sinks. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Browser, BrowserContext, FrameLocator } from '@playwright/test';
import { packageBase } from '../../../scripts/lms/package.ts';
import { packageFiles, type Shown } from '../../../src/lms/pure/scorm.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { EDITION } from '../../../src/tasks/storage/storage-keys.ts';
import {
  codeOfItem,
  fragmentOf,
  type ComposedSet,
} from '../../../src/tasks/sets/pure/composed/link.ts';
import { isProblem, readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import { FIRST, PRACTICE, expect, test, watchOver, type Page } from '../book.ts';
import { questionsOf } from '../built.ts';
import { TestPlatform, type Kind, type Mode } from './platform.ts';

const LESSON = PRACTICE.toSorted((a, b) => questionsOf(b).length - questionsOf(a).length)[0] ?? '';
let home = '';
let platform: TestPlatform;
let faults: string[][] = [];

async function begin(what: Shown): Promise<void> {
  const files = packageFiles(packageBase(), what);
  if (!files) throw new Error('no package');
  platform = new TestPlatform(files);
  home = await platform.start();
  faults = [];
}
test.afterEach(() => {
  platform.stop();
  // A breach of the policy is one.
  expect(faults.flat()).toEqual([]);
});

interface Visit {
  readonly page: Page;
  readonly frame: FrameLocator;
}

/** A device; another tab keeps it open. */
async function device(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.newPage();
  return context;
}

async function visit(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage();
  // What the browser, and the platform's own player, say of a network that is gone.
  faults.push(watchOver(page, /ERR_|Failed to load|SCORM ?Error/));
  await page.goto(`${home}/player`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.lms-told')).not.toBeEmpty();
  return { page, frame };
}

const questionIn = ({ frame }: Visit, id: string) => frame.locator(`[data-question="${id}"]`);

async function answer(seen: Visit, id: string): Promise<void> {
  const question = questionIn(seen, id);
  const option = question.locator('input[type="radio"], input[type="checkbox"]').first();
  if ((await option.count()) > 0) await option.check();
  else await question.locator('input[type="text"]').fill('7');
  await question.locator('[data-part="submit"]').click();
  await expect(question).toHaveAttribute('data-verdict', /./);
}

/** The questions that are answered by a number or a pick. */
async function easyIn({ frame }: Visit): Promise<string[]> {
  const easy = frame.locator(':is([data-kind="number"], [data-kind="choice"])[data-question]');
  return easy.evaluateAll((all) => all.map((one) => one.getAttribute('data-question') ?? ''));
}

const placesIn = ({ frame }: Visit) =>
  frame.locator('section[data-shown] :is([data-question], .experiment)[id]');

/** What the platform is to have when so many questions are answered. */
async function shareOf(seen: Visit, done: number): Promise<string> {
  const all = await placesIn(seen).count();
  return String(Math.floor((10_000 * done) / all) / 100);
}

/** No score that the platform had is below one before it, but for the hundredth by which one is told again. */
function expectNeverLower(): void {
  const lower = platform.scores.filter(
    (one, i) => one + 0.011 < Math.max(...platform.scores.slice(0, i), 0),
  );
  expect(lower).toEqual([]);
}

test('nothing is lost of a lesson when the network is cut at twenty moments and tabs are killed; another device goes on', async ({
  browser,
}) => {
  await begin({ page: LESSON });
  const draw = seeded(1);
  const context = await device(browser);
  let seen = await visit(context);
  const easy = await easyIn(seen);
  await expect(seen.frame.getByText('from your first answer on')).toBeVisible();
  expect(platform.share).toBe('');
  const given = new Set<string>();
  for (let cut = 0; cut < 20; cut += 1) {
    const id = easy[cut % easy.length] ?? '';
    const off = seen.page.waitForTimeout(draw.uniform() * 300).then(() => context.setOffline(true));
    await answer(seen, id);
    given.add(id);
    await off;
    await answer(seen, easy[(cut + 1) % easy.length] ?? '');
    given.add(easy[(cut + 1) % easy.length] ?? '');
    const isKilled = cut % 5 === 4;
    if (isKilled) {
      const closed = seen.page.waitForEvent('close');
      await seen.page.close({ runBeforeUnload: draw.uniform() < 0.5 });
      await closed;
    }
    await context.setOffline(false);
    if (!isKilled) continue;
    seen = await visit(context);
    for (const one of given)
      await expect(questionIn(seen, one)).toHaveAttribute('data-verdict', /./);
    const share = await shareOf(seen, given.size);
    await expect.poll(() => platform.share).toBe(share);
  }
  expectNeverLower();
  const best = platform.share;
  await seen.page.close();
  // A second attempt begins with nothing, and a new browser has only what the platform keeps.
  const kept = platform.values;
  platform.values = {};
  seen = await visit(context);
  await expect.poll(() => platform.share).toBe(best);
  await seen.page.close();
  platform.values = kept;
  seen = await visit(await device(browser));
  for (const one of given) await expect(questionIn(seen, one)).toHaveAttribute('data-verdict', /./);
  expect(platform.share).toBe(best);
  expectNeverLower();
  await seen.page.close();
  // Whoever looks back changes nothing.
  await (await browser.newPage()).waitForTimeout(1000);
  const { writes } = platform;
  platform.lessonMode = 'review';
  seen = await visit(context);
  await expect(seen.frame.getByText('You are looking back')).toBeVisible();
  await answer(seen, easy[0] ?? '');
  await seen.page.close({ runBeforeUnload: true });
  await (await browser.newPage()).waitForTimeout(1000);
  expect(platform.writes).toBe(writes);
});

test('a platform that drops, delays, refuses, throws or lies loses nothing', async ({
  browser,
}) => {
  await begin({ page: LESSON });
  const lost: string[] = [];
  const cases: [Kind, Mode][] = [
    ...(['drops', 'delays', 'refuses', 'lies'] as const).map((mode): [Kind, Mode] => ['own', mode]),
    ['throws', 'well'],
  ];
  for (const [kind, mode] of cases) {
    const context = await device(browser);
    Object.assign(platform, { kind, mode: 'well', values: {}, scores: [] });
    let seen = await visit(context);
    const [first = '', second = '', third = ''] = await easyIn(seen);
    await answer(seen, first);
    await expect.poll(() => platform.share).toBe(await shareOf(seen, 1));
    platform.mode = mode;
    await answer(seen, second);
    await answer(seen, third);
    await seen.page.waitForTimeout(1000);
    platform.mode = 'well';
    const share = await shareOf(seen, 3);
    const isThere = async (): Promise<boolean> =>
      expect
        .poll(() => platform.share, { timeout: 30_000 })
        .toBe(share)
        .then(
          () => true,
          () => false,
        );
    // What was lost with a yes comes when the page is opened again.
    if (mode !== 'lies' && !(await isThere())) lost.push(`${kind} ${mode}: the share`);
    await seen.page.close();
    seen = await visit(await device(browser));
    if (mode === 'lies') seen = await visit(context);
    if (!(await isThere())) lost.push(`${kind} ${mode}: the share, again`);
    for (const id of [first, second, third])
      if (!(await questionIn(seen, id).getAttribute('data-verdict')))
        lost.push(`${kind} ${mode}: ${id}`);
    expectNeverLower();
    await seen.page.close();
  }
  expect(lost).toEqual([]);
});

test('a page that is closed while its answer is on the way tells the share once, as it is', async ({
  browser,
}) => {
  await begin({ page: LESSON });
  Object.assign(platform, { kind: 'own', mode: 'delays' });
  const context = await device(browser);
  const seen = await visit(context);
  const share = Number(await shareOf(seen, 1));
  await answer(seen, (await easyIn(seen))[0] ?? '');
  await expect.poll(() => platform.scores, { intervals: [20] }).toEqual([share]);
  await seen.page.close({ runBeforeUnload: true });
  await (await browser.newPage()).waitForTimeout(2000);
  expect(platform.scores).toEqual([share]);
  // Of what was told again as another hundredth nothing stays.
  platform.values['cmi.core.score.raw'] = String(share + 0.01);
  await visit(context);
  await expect.poll(() => platform.share).toBe(String(share));
});

/** A set of the first two items of the stock that ask for a number. */
function composed(): ComposedSet {
  const items = readdirSync('dist/set')
    .filter(
      (name) =>
        /^item-/.test(name) &&
        readFileSync(`dist/set/${name}`, 'utf8').includes('data-kind=\\"number'),
    )
    .slice(0, 2)
    .map((name) => ({ code: codeOfItem(name.slice('item-'.length, -'.json'.length)), points: 4 }));
  return {
    ...{ release: EDITION, number: 77, revision: 1, title: 'Queues, week 3', note: '' },
    ...{ hints: 'as-written', solutions: 'never', items },
  };
}

test('a set in a package: reported, carried to another device, handed in from the frame; what an address says counts for nothing', async ({
  browser,
}) => {
  const set = composed();
  await begin({ set });
  let seen = await visit(await device(browser));
  await expect(seen.frame.getByRole('heading', { name: set.title })).toBeVisible();
  await seen.frame.getByLabel('Your name').fill('Ada Cho');
  await seen.frame.getByLabel('Your student number').fill('0012345');
  await seen.frame.getByLabel('Your student number').press('Enter');
  const field = (): ReturnType<FrameLocator['locator']> =>
    seen.frame.locator('[data-item]').first().getByLabel('Your answer');
  await field().fill('123');
  await field().press('Enter');
  await expect.poll(() => platform.share).toBe('50');
  // What stands on the web is not said where a platform hears of it.
  for (const untrue of ['leaves your', 'is sent', 'No copy of it', 'stay in this'])
    for (const one of await seen.frame.getByText(untrue).all()) await expect(one).toBeHidden();
  await seen.frame.getByText('What is left: 1 of 2 parts').click();
  await seen.frame.locator('.lms-told').getByRole('link', { name: 'Item 2' }).click();
  await expect(seen.frame.locator('[data-item]').last()).toBeInViewport();
  await expect(seen.frame.getByRole('button', { name: 'Make a private link' })).toHaveCount(0);
  const [file] = await Promise.all([
    seen.page.waitForEvent('download'),
    seen.frame.getByRole('button', { name: 'Save my hand-in as a file' }).click(),
  ]);
  expect(isProblem(readSubmission(readFileSync(await file.path(), 'utf8')))).toBe(false);
  await seen.page.close();
  seen = await visit(await device(browser));
  await expect(field()).toHaveValue('123');
  // Without a platform there is a receipt, and no work of the one who has an account there.
  const other = fragmentOf({ ...set, number: 78, title: 'Another' });
  await seen.page.goto(`${home}/content/index.html#/set/${other}&carry=x`);
  await expect(seen.page.getByLabel('Your receipt')).toHaveValue(/· 0 % · 0\/2 · /);
  await expect(seen.page.getByRole('heading', { name: set.title })).toBeVisible();
  await expect(seen.page.getByLabel('Your name')).toBeVisible();
});

test('of a lesson predictions and runs count, too, and what is left is a link', async ({
  browser,
}) => {
  await begin({ page: FIRST });
  const seen = await visit(await device(browser));
  const { frame } = seen;
  const guess = frame.locator('[data-kind="prediction"][data-form="number"]').first();
  await guess.locator('input[type="text"]').fill('7');
  await guess.locator('[data-part="submit"]').click();
  await expect(guess).toHaveAttribute('data-verdict', 'told');
  // The prediction, and the run that it asked for.
  await expect.poll(() => platform.share).toBe(await shareOf(seen, 2));
  await frame.getByText(/^What is left: \d+ of \d+ parts$/).click();
  const left = frame.locator('.lms-told details a');
  await expect(left).toHaveCount((await placesIn(seen).count()) - 2);
  await left.last().click();
  const place = await left.last().getAttribute('href');
  await expect(frame.locator(String(place))).toBeInViewport();
  // The whole book is there, and one lesson of it counts.
  const told = frame.getByText('What you do on this page does not count here');
  await expect(told).toBeHidden();
  const turnTo = (to: string) =>
    frame.locator('body').evaluate((_, at) => (location.hash = at), to);
  await turnTo(`#/${LESSON}`);
  await expect(told).toBeVisible();
  await turnTo('#/glossary');
  await expect(told).toBeHidden();
  await turnTo(`#/${LESSON}`);
  await told.getByRole('link').click();
  await expect(told).toBeHidden();
  await expect(guess).toBeVisible();
});

test('what is done in a preview is reported on the next visit that counts', async ({ browser }) => {
  await begin({ page: FIRST });
  const context = await device(browser);
  platform.lessonMode = 'browse';
  const seen = await visit(context);
  await expect(seen.frame.getByText('This is a preview')).toBeVisible();
  await answer(seen, (await easyIn(seen))[0] ?? '');
  await seen.page.close({ runBeforeUnload: true });
  expect(platform.writes).toBe(0);
  platform.lessonMode = 'normal';
  const share = await shareOf(await visit(context), 1);
  await expect.poll(() => platform.share).toBe(share);
});
