/** Tabs that die while answers are saved at full rate: what was saved is there, whole, once, and read without complaint. */
import type { BrowserContext, Page } from 'playwright';
import type { Attack } from '../attack.ts';
import { watchedPage, type Ground } from '../pages/book.ts';
import { keptBy, questionsOn } from './answer.ts';

const DEATHS = ['crash', 'close', 'both'] as const;
const ROUNDS = 4;
/**
 * What a tab has told of less than this before its end, in milliseconds, may not be there: it is on its way to the browser, or
 * the other tab writes over it and dies too, before it has heard of it. Mostly far less.
 */
const ON_ITS_WAY = 1000;
const QUIET = 1500;

/** A tab in which answers are given, and what it has told. */
interface Tab {
  readonly page: Page;
  readonly told: { readonly answer: string; readonly at: number }[];
  isDead: boolean;
}

/** Attacks one lesson so. */
export async function killedTabs(by: Attack, ground: Ground): Promise<void> {
  const [lesson = ''] = ground.lessons;
  for (const death of DEATHS) {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const where = `tabs die by ${death}, ${round}`;
      await by.try(where, async () => {
        const context = await ground.browser.newContext();
        try {
          await die(by, { context, address: ground.at(lesson), death, where });
        } finally {
          await context.close();
        }
      });
    }
  }
}

interface Scene {
  readonly context: BrowserContext;
  readonly address: string;
  readonly death: (typeof DEATHS)[number];
  readonly where: string;
}

async function die(by: Attack, { context, address, death, where }: Scene): Promise<void> {
  const random = by.chance(where);
  const tabs = [await answering(context, address), await answering(context, address)] as const;
  await tabs[0].page.waitForTimeout(1500 + random.whole(1500));
  const victims = death === 'both' ? tabs : tabs.slice(0, 1);
  const end = Date.now();
  await Promise.all(victims.map((tab) => (death === 'close' ? tab.page.close() : crash(tab))));
  by.did(victims.length);
  for (const tab of tabs.filter((one) => !victims.includes(one) && !one.isDead)) {
    await tab.page.waitForTimeout(300);
    await tab.page.evaluate(() => clearInterval((globalThis as unknown as { rate: number }).rate));
    await tab.page.waitForTimeout(QUIET);
  }
  const expected = tabs.flatMap((tab) => {
    const isDead = tab.isDead || victims.includes(tab);
    return tab.told.filter(({ at }) => !isDead || at < end - ON_ITS_WAY);
  });
  await found(by, context, address, { where, expected: expected.map(({ answer }) => answer) });
}

async function crash({ page }: Tab): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // The answer never comes: nobody is left to give it.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** A tab that answers its questions as fast as it can, and tells of each answer after it was given. */
async function answering(context: BrowserContext, address: string): Promise<Tab> {
  const page = await context.newPage();
  const tab: Tab = { page, told: [], isDead: false };
  page.on('crash', () => (tab.isDead = true));
  page.on('console', (message) => {
    const [, answer] = /^gave (.*)/.exec(message.text()) ?? [];
    if (answer) tab.told.push({ answer, at: Date.now() });
  });
  await page.goto(address);
  const questions = await questionsOn(page);
  const of = `${context.pages().length}`;
  await page
    .locator(`[data-question="${questions[0] ?? ''}"] input`)
    .first()
    .focus();
  await page.waitForTimeout(500);
  await page.evaluate(answerAlways, { questions, of });
  return tab;
}

interface Answering {
  readonly questions: readonly string[];
  /** The beginning of each answer of this tab. */
  readonly of: string;
}

/** Runs in the page. */
function answerAlways({ questions, of }: Answering): void {
  let count = 0;
  const give = (): void => {
    count += 1;
    const id = questions[count % questions.length] ?? '';
    const question = document.querySelector<HTMLElement>(`[data-question="${id}"]`);
    const input = question?.querySelector<HTMLInputElement>('input[type="text"]');
    if (!input) return;
    // No two are alike.
    input.value = `${of}${String(count).padStart(6, '0')}`;
    for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
    question?.querySelector('form')?.requestSubmit();
    console.log(`gave ${id} "${input.value}"`);
  };
  Object.assign(globalThis, { rate: setInterval(give, 2) });
}

interface Expected {
  readonly where: string;
  readonly expected: readonly string[];
}

/** Opens the lesson once more and looks at all that is kept. */
async function found(
  by: Attack,
  context: BrowserContext,
  address: string,
  { where, expected }: Expected,
): Promise<void> {
  const { page, errors } = await watchedPage(context);
  await page.goto(address);
  await page.waitForTimeout(QUIET);
  const kept = await keptBy(page);
  const answers = new Set(kept.answers);
  const lost = expected.filter((answer) => !answers.has(answer));
  by.say(`${where}: ${expected.length} answers told, ${kept.answers.length} kept`);
  if (expected.length === 0) by.fell(where, 'nothing was told before the end');
  if (lost.length > 0) by.fell(where, `${lost.length} lost: ${lost.slice(0, 5).join('; ')}`);
  if (answers.size !== kept.answers.length || kept.ids !== kept.entries)
    by.fell(where, 'something is kept twice');
  const broken = await page.evaluate(() =>
    Object.entries({ ...localStorage } as Record<string, string>).flatMap(([key, text]) => {
      if (key.includes('/aside/')) return [key];
      if (!/\/(?:work|runs|drafts)$/.test(key)) return [];
      try {
        JSON.parse(text);
        return [];
      } catch {
        return [key];
      }
    }),
  );
  if (broken.length > 0) by.fell(where, `half written: ${broken.join()}`);
  const problem = await page.locator('book-work [data-part="problem"]').innerText();
  if (problem !== '') by.fell(where, `it says: ${problem}`);
  for (const error of errors) by.fell(where, error);
}
