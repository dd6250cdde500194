/** Two tabs of one reader: nothing that was answered in either is lost, and they do not talk to each other for ever. */
import type { BrowserContext, Page } from 'playwright';
import type { Random } from '../../../widgets/kit/numbers/random.ts';
import { pick, type Attack, type Part } from '../attack.ts';
import { openGround, watchedPage, type Ground } from '../pages/book.ts';
import { countEvents, fill, give, keptBy, questionsOn, type Given } from '../tabs/answer.ts';
import { killedTabs } from '../tabs/killed.ts';

const ROUNDS = 40;
/** Two tabs may tell each other of what they missed; more than so many events an answer would be a quarrel. */
const EVENTS_AN_ANSWER = 4;
/** Milliseconds after which all that is written is written, and all that is heard is heard. */
const QUIET = 1500;

/** Two tabs, and what was answered in them. */
interface Scene {
  readonly ground: Ground;
  readonly context: BrowserContext;
  readonly lesson: string;
  readonly random: Random;
  readonly tabs: readonly [Page, Page];
  readonly questions: readonly string[];
  readonly given: Given[];
}

type Deed = (scene: Scene) => Promise<void>;

const answer: Deed = async ({ tabs, questions, random, given }) => {
  given.push(await give(pick(random, tabs), pick(random, questions), random));
};

const atOnce: Deed = async ({ tabs, questions, random, given }) => {
  const [one, two] = [pick(random, questions), pick(random, questions)];
  given.push(...(await Promise.all([give(tabs[0], one, random), give(tabs[1], two, random)])));
};

/** What is given where nothing can be written is written with the next answer that can be. */
const whileFull: Deed = async (scene) => {
  const { tabs, questions, random, given } = scene;
  const tab = pick(random, tabs);
  await fill(tab, true);
  given.push(await give(tab, pick(random, questions), random));
  await fill(tab, false);
  given.push(await give(tab, pick(random, questions), random));
};

/** What a reader has cleared comes back only with their next answer, from a tab that still has it. */
const cleared: Deed = async ({ tabs, questions, random, given }) => {
  await tabs[0].waitForTimeout(QUIET);
  const [one, other] = random.uniform() < 0.5 ? tabs : tabs.toReversed();
  await one?.evaluate(() => localStorage.clear());
  if (other) given.push(await give(other, pick(random, questions), random));
};

/** One tab loads a file while the other answers. */
const loading: Deed = async ({ tabs, questions, random, given }) => {
  const [one, two] = tabs;
  const time = new Date().toISOString();
  const log = Array.from({ length: 3 }, () => {
    const question = pick(random, questions);
    const id = `file-${Math.floor(random.uniform() * 1e9)}`;
    return { id, question, version: 1, kind: 'answer', answer: `${1 + random.whole(9)}`, time };
  });
  const head = await one.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => /^[^/]+\/[^/]+\/work$/.test(name));
    const [book, edition] = (key ?? '').split('/');
    return { book, edition };
  });
  const text = JSON.stringify({ format: 1, ...head, answers: {}, log });
  const file = { name: 'work.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  const [, now] = await Promise.all([
    one.locator('book-work input[type="file"]').setInputFiles(file),
    give(two, pick(random, questions), random),
  ]);
  given.push(now);
  for (const { question, answer: told } of log) {
    given.push({ question, answer: JSON.stringify(told) });
  }
};

const reload: Deed = async ({ tabs, random }) => {
  await pick(random, tabs).reload({ waitUntil: 'load' });
};

const DEEDS: Readonly<Record<string, Deed>> = {
  answer,
  atOnce,
  whileFull,
  cleared,
  loading,
  reload,
};

/** Attacks the questions of every lesson so. */
export const attack: Part = async (by: Attack) => {
  const ground = await openGround();
  try {
    for (const lesson of ground.lessons) {
      await by.try(`two tabs of ${lesson}`, () => twoTabs(by, ground, lesson));
    }
    await killedTabs(by, ground);
  } finally {
    await ground.close();
  }
};

async function twoTabs(by: Attack, ground: Ground, lesson: string): Promise<void> {
  const context = await ground.browser.newContext();
  try {
    const [one, two] = [await watchedPage(context), await watchedPage(context)];
    await one.page.goto(ground.at(lesson));
    await two.page.goto(ground.at(lesson));
    const questions = await questionsOn(one.page);
    if (questions.length === 0) return;
    const tabs = [one.page, two.page] as const;
    const random = by.chance(lesson);
    const scene: Scene = { ground, context, lesson, random, tabs, questions, given: [] };
    // The first answer fetches the code; a file can be loaded only when there is a key to name the book.
    await answer(scene);
    await one.page.waitForTimeout(QUIET);
    const done: string[] = [];
    for (let i = 0; i < ROUNDS && by.hasTime; i += 1) await round(by, scene, done);
    await settle(by, scene, `two tabs of ${lesson} after ${done.join(', ')}`);
    for (const error of [...one.errors, ...two.errors]) by.fell(`two tabs of ${lesson}`, error);
  } finally {
    await context.close();
  }
}

async function round(by: Attack, scene: Scene, done: string[]): Promise<void> {
  const name = pick(scene.random, Object.keys(DEEDS));
  done.push(name);
  await DEEDS[name]?.(scene);
  by.did();
  await scene.tabs[0].waitForTimeout(scene.random.whole(120));
}

/** Everything that was given is there, each once, in the order of time; and both tabs are quiet. */
async function settle(by: Attack, scene: Scene, where: string): Promise<void> {
  const [one, two] = scene.tabs;
  await one.waitForTimeout(QUIET);
  const kept = await keptBy(one);
  const left = [...kept.answers];
  const missing = scene.given.filter(({ question, answer: told }) => {
    const at = left.indexOf(`${question} ${told}`);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (missing.length > 0) {
    by.fell(where, `${missing.length} of ${scene.given.length} lost: ${JSON.stringify(missing)}`);
  }
  if (left.length > 0) by.fell(where, `kept and never given, or twice: ${left.join('; ')}`);
  if (kept.ids !== kept.entries) by.fell(where, 'two entries have one id');
  if (!kept.inOrder) by.fell(where, 'the log is not in the order of time');
  const heard = await Promise.all([countEvents(one), countEvents(two)]);
  await Promise.all([give(one, scene.questions[0] ?? '', scene.random)]);
  await one.waitForTimeout(2 * QUIET);
  const events = (await heard[0]()) + (await heard[1]());
  if (events > EVENTS_AN_ANSWER) by.fell(where, `${events} storage events after one answer`);
}
