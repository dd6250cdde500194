/** Files that do not come, or come as something else: said in time, with what to do, and all is well once the line is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright';
import type { Attack, Part } from '../attack.ts';
import { BAD_LINES, spoil, type BadLine } from '../pages/bad-lines.ts';
import { DAMAGES, writeDamaged } from '../pages/damaged-copy.ts';
import { keptBy } from '../tabs/answer.ts';
import { openExperiment, openGround, watchedPage, type Found, type Ground } from '../pages/book.ts';

/** Files that an experiment asks for when it runs, and code that it asks for when it is touched. */
const RUN_FILES = [/\/workers\/\w+\.js$/, /\/workers\/.*\.wasm$/, /\/data\//];
const QUESTION_CODE = /\/_astro\/wake\.[^/]*\.js$/;
const CODE = /\/_astro\/(?!Page|WaitSentence).*\.js$/;
/** A silent line is said after eight seconds; the machine may be slow. */
const SAID_WITHIN = 30_000;
const RUNS_WITHIN = 120_000;
/** What the browser says of a bad line itself. */
const BROUGHT_ABOUT =
  /Failed to (load resource|fetch)|ERR_|MIME|SyntaxError|Unexpected|exports no widget|is not whole|is not a function/;

/** Attacks each kind of file of one experiment of each kind in each way. */
export const attack: Part = async (by: Attack) => {
  const ground = await openGround();
  try {
    for (const line of BAD_LINES.filter((one) => !one.isLikeness))
      await answerOver(by, ground, line);
    const simulates = ground.experiments.find((one) => !one.learns);
    const learns = ground.experiments.find((one) => one.learns);
    for (const found of [simulates, learns]) {
      if (!found) continue;
      for (const [name, damage] of Object.entries(DAMAGES)) {
        const worker = found.learns ? 'lab' : found.widget.runner.replace('/', '-');
        const asset = `workers/${worker}.js`;
        await readDamaged(by, ground, found, { name, asset, damage });
      }
      for (const line of BAD_LINES) {
        for (const files of RUN_FILES) await runOver(by, ground, { found, line, files });
        if (!line.isLikeness) await wakeOver(by, ground, { found, line, files: CODE });
      }
    }
  } finally {
    await ground.close();
  }
};

interface Scene {
  readonly found: Found;
  readonly line: BadLine;
  readonly files: RegExp;
}

const status = (element: Locator): Promise<string> =>
  element.locator('[data-part="status"]').innerText();

/** Runs over a bad line, then again over a good one. */
async function runOver(by: Attack, ground: Ground, scene: Scene): Promise<void> {
  await onPage(by, ground, scene, async (page, element, mend) => {
    // Awake before the line goes bad.
    await element.locator('[data-does="reset"]').focus();
    let asked = 0;
    page.on('request', (request) => (asked += scene.files.test(request.url()) ? 1 : 0));
    await press(element);
    const first = await endOf(element, SAID_WITHIN);
    if (asked === 0) return;
    by.did();
    if (first === 'done') return void by.fell(nameOf(scene), 'it ran with what came');
    const said = await status(element);
    if (first !== 'failed') by.fell(nameOf(scene), `${first}, and it says: ${said}`);
    if (!/run again|reload/i.test(said)) by.fell(nameOf(scene), `no way out in: ${said}`);
    await mend();
    await press(element);
    const second = await endOf(element, RUNS_WITHIN);
    if (second !== 'done')
      by.fell(nameOf(scene), `pressed again: ${second}, ${await status(element)}`);
  });
}

interface Damaged {
  readonly name: string;
  readonly asset: string;
  readonly damage: (text: string) => string;
}

/** Runs from a copy of the one file in which the worker is damaged: nothing helps but another copy, and that is said. */
async function readDamaged(
  by: Attack,
  ground: Ground,
  found: Found,
  { name, asset, damage }: Damaged,
): Promise<void> {
  const where = `${found.id}, the one file, ${asset}, ${name}`;
  const folder = mkdtempSync(join(tmpdir(), 'attack-'));
  const copy = join(folder, 'textbook.html');
  await by.try(where, async () => {
    const context = await ground.browser.newContext();
    try {
      writeDamaged('dist-offline/textbook.html', copy, asset, damage);
      const { page, errors } = await watchedPage(context);
      const query = found.learns ? '?backend=wasm' : '';
      const address = `${pathToFileURL(copy).href}${query}#/${found.lesson}`;
      const element = await openExperiment(page, address, found.id);
      await press(element);
      const end = await endOf(element, SAID_WITHIN);
      by.did();
      const said = await status(element);
      if (end !== 'failed' || !said.includes(asset)) by.fell(where, `${end}, and it says: ${said}`);
      for (const error of errors) by.fell(where, error);
    } finally {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** Touches an experiment while its code does not come. A silent import cannot be asked for again: then a sentence is all. */
async function wakeOver(by: Attack, ground: Ground, scene: Scene): Promise<void> {
  await onPage(by, ground, scene, async (_page, element) => {
    await press(element);
    by.did();
    const said = await element
      .page()
      .waitForFunction(
        (id) => document.querySelector(`#${id} [data-part="status"]`)?.textContent,
        scene.found.id,
        { timeout: SAID_WITHIN },
      );
    const sentence = String(await said.jsonValue());
    if (!/reload/.test(sentence)) by.fell(nameOf(scene), `no way out in: ${sentence}`);
  });
}

/** Types an answer while the code that judges it does not come: it is there when the line is good again, and counts once. */
async function answerOver(by: Attack, ground: Ground, line: BadLine): Promise<void> {
  const where = `an answer, ${QUESTION_CODE.source}, ${line.name}`;
  await by.try(where, async () => {
    const context = await ground.browser.newContext();
    try {
      const { page, errors } = await watchedPage(context, BROUGHT_ABOUT);
      const mend = await spoil(context, QUESTION_CODE, line);
      await page.goto(ground.at(ground.lessons[0] ?? ''));
      const question = page.locator('[data-kind="number"]').first();
      const verdict = question.locator('[data-part="verdict"]');
      const press = async (): Promise<string> => {
        await question.locator('[data-part="submit"]').click();
        await page.waitForTimeout(1500);
        return verdict.innerText();
      };
      await question.locator('[name="answer"]').fill('12345');
      let said = await press();
      for (let i = 0; i < 30 && said === ''; i += 1) {
        await page.waitForTimeout(1000);
        said = await verdict.innerText();
      }
      by.did();
      if (!/press again|try again/.test(said) || !/kept/.test(said))
        by.fell(where, `it says ${said}`);
      await mend();
      for (let i = 0; i < 6 && (await question.getAttribute('data-verdict')) === null; i += 1)
        said = await press();
      const { answers } = await keptBy(page);
      if (answers.length !== 1) by.fell(where, `kept are ${answers.join()}; it says ${said}`);
      for (const error of errors) by.fell(where, error);
    } finally {
      await context.close();
    }
  });
}

async function onPage(
  by: Attack,
  ground: Ground,
  scene: Scene,
  does: (page: Page, element: Locator, mend: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await by.try(nameOf(scene), async () => {
    const context = await ground.browser.newContext();
    try {
      const { page, errors } = await watchedPage(context, BROUGHT_ABOUT);
      const { found } = scene;
      const address = ground.at(found.lesson, found.learns ? '?backend=wasm' : '');
      const mend = await spoil(context, scene.files, scene.line);
      const element = await openExperiment(page, address, found.id);
      await does(page, element, mend);
      for (const error of errors) by.fell(nameOf(scene), error);
    } finally {
      await context.close();
    }
  });
}

function nameOf({ found, line, files }: Scene): string {
  return `${found.id}, ${files.source}, ${line.name}`;
}

const press = (element: Locator): Promise<void> =>
  element.locator('[data-part="run"]').evaluate((button: HTMLElement) => button.click());

/** The state in which it is when it no longer runs, or when the time is over. */
async function endOf(element: Locator, within: number): Promise<string> {
  return element.evaluate(async (one: HTMLElement, most) => {
    const start = performance.now();
    const state = (): string => one.dataset['state'] ?? 'idle';
    while (performance.now() - start < most) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (state() === 'done' || state() === 'failed') break;
    }
    return state();
  }, within);
}
