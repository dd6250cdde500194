/** What a reader does with every experiment: the longest task of each on a device that is four times as slow, and how soon it answers. */
import type { Locator, Page } from 'playwright';
import { experimentsOn, type Seen } from '../book/opened.ts';
import type { Reading } from './browser.ts';
import type { Sizes } from './parts.ts';
import type { Add } from './report.ts';
import { mark, traced, type Longest } from './tasks.ts';

/**
 * A slow device by arithmetic: the thread's own time, so many times. The browser's own brake spins while the thread waits for
 * others, and so counts what other programs take.
 */
const SLOWER = 4;
/** Milliseconds that a task may take there. */
export const TASK_LIMIT = 50;
/** What a whole run takes, of most a training: it depends on the model, and only informs. */
const WHOLE = 'run to the end with a new seed, warm';
/** Of what is known by how soon it comes, in milliseconds; all else is a longest task. */
const SOON: readonly (readonly [RegExp, number | undefined])[] = [
  [/answered$/, 200],
  [/^first point/, 500],
  [new RegExp(`^${WHOLE}$`), undefined],
];
/** Where a reader who predicts nothing has everything shown. */
const EVERYTHING = '.veil-note [data-does="everything"]:visible';
const MARK = 'svg:visible [data-handle]';
/** Controls that are dragged from end to end. */
const WIDE = '.controls :is([data-slides], [data-surface])';
/** An experiment in which nothing runs any more. */
const AT_REST = '[data-state]:not([data-state="running"]):not(:has([data-state="running"]))';
/** After so long, in milliseconds, a run will not end. */
const HANGS = 120_000;

/** An experiment on its page, and `part`, which has a deed of a name measured. */
interface Scene {
  readonly page: Page;
  readonly element: Locator;
  /** Milliseconds after which what a press has begun is over. */
  readonly moment: number;
  readonly part: (name: string, deed: () => Promise<void>) => Promise<void>;
}

/** So often an experiment is used that stops in between. */
const TRIES = 4;

/** A row for each thing done with each experiment of a lesson: its longest task, waits for a core left out, or how soon it came. */
export async function usePages(
  reading: Reading,
  lesson: string,
  { trials, moment }: Sizes,
  add: Add,
): Promise<void> {
  const address = reading.at(lesson);
  const front = await reading.browser.newPage();
  await front.goto(address);
  const all = await experimentsOn(front);
  await front.close();
  for (const one of all) {
    const values = new Map<string, number[]>();
    for (let trial = 0; trial < trials; trial += 1) {
      // What stops one experiment is said, tried again, and then breaks its limit; the others are measured all the same.
      let found: ReadonlyMap<string, number> | undefined;
      for (let tried = 0; !found && tried < TRIES; tried += 1)
        found = await used(reading, address, one, moment).catch((error: unknown) => {
          console.error(`  ${one.id}:`, error);
          return undefined;
        });
      found ??= new Map([['used to the end', NaN]]);
      for (const [name, value] of found) values.set(name, [...(values.get(name) ?? []), value]);
    }
    for (const [name, all] of values) {
      const soon = SOON.find(([pattern]) => pattern.test(name));
      const how = soon ? name : `${name}, ${SLOWER} times as slow`;
      const limit = soon ? soon[1] : TASK_LIMIT;
      add({ name: `${one.id}: ${how}`, unit: 'ms', values: all, ...(limit && { limit }) });
    }
  }
}

/** So many have guessed in a lecture. */
const GUESSES = 100;

/** A row for a lecture of this lesson: its first voted number is answered with a class’s guesses drawn, and its experiment is dragged. */
export async function useLecture(
  reading: Reading,
  lesson: string,
  { trials, moment }: Sizes,
  add: Add,
): Promise<void> {
  const values: number[] = [];
  const name = 'dragged in a lecture, guesses drawn';
  for (let trial = 0; trial < trials; trial += 1) {
    const page = await reading.browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(reading.at(lesson));
    const id = await page
      .locator('[data-form="number"]')
      .first()
      .getAttribute('data-question', { timeout: 5_000 });
    await page.evaluate(
      ([key, votes]) => {
        localStorage.setItem(key, votes);
      },
      [
        `lecture/${lesson}/vote/${id ?? ''}`,
        JSON.stringify({ guesses: Array.from({ length: GUESSES }, (_, i) => (i * 37) % GUESSES) }),
      ] as const,
    );
    await page.goto(`${reading.at(lesson)}?lecture=${id ?? ''}.reveal`);
    await page
      .locator('.lecture-guesses circle')
      .nth(GUESSES - 1)
      .waitFor({ timeout: HANGS });
    const task = await traced(reading.browser, page, async () => {
      await page.keyboard.press('PageDown');
      const element = page.locator('.experiment[data-on]');
      await element.and(page.locator(AT_REST)).waitFor({ timeout: HANGS });
      const part: Scene['part'] = async (does, deed) => {
        const isMeasured = does === 'dragged';
        if (isMeasured) await mark(page, `${name}:from`);
        await deed();
        if (isMeasured) await mark(page, `${name}:to`);
      };
      const scene = { page, element, moment, part };
      const [first] = await draggable(scene);
      if (first) await drag(scene, first, '');
    });
    values.push(slowly(`${lesson}: ${name}`, task(name)));
    await page.close();
  }
  add({
    name: `${lesson}: ${name}, ${SLOWER} times as slow`,
    unit: 'ms',
    values,
    limit: TASK_LIMIT,
  });
}

/** Milliseconds of a task on the slow device; what one that is too long did is said. */
function slowly(name: string, { busy, did }: Longest): number {
  const value = busy * SLOWER;
  if (value > TASK_LIMIT) console.log(`  ${name}: ${value.toFixed(0)} ms, at full speed: ${did}`);
  return value;
}

async function used(
  reading: Reading,
  address: string,
  { id, learns, isInline }: Seen,
  moment: number,
): Promise<ReadonlyMap<string, number>> {
  const page = await reading.browser.newPage({ viewport: { width: 1280, height: 900 } });
  const element = page.locator(`#${id}`);
  try {
    await page.goto(address, { waitUntil: 'load' });
    const names = new Set<string>();
    const part: Scene['part'] = async (name, deed) => {
      names.add(name);
      await mark(page, `${name}:from`);
      await deed();
      await mark(page, `${name}:to`);
    };
    const task = await traced(reading.browser, page, () => useAll({ page, element, moment, part }));
    if (names.size === 0) throw new Error('It has nothing that could be used.');
    const found = new Map([...names].map((name) => [name, slowly(`${id}: ${name}`, task(name))]));
    for (const [name, ms] of isInline ? [] : await answers(page, id, learns)) found.set(name, ms);
    return found;
  } catch (error) {
    // What it says of itself, and whether the page still draws.
    throw new Error(await page.evaluate(standing, id), { cause: error });
  } finally {
    await page.close();
  }
}

/** How an experiment stands that has stopped. Runs in the page. */
async function standing(id: string): Promise<string> {
  const root = document.getElementById(id) as HTMLElement;
  const states = [root, ...root.querySelectorAll<HTMLElement>('[data-state]')];
  const frame = new Promise((resolve) => requestAnimationFrame(() => resolve('draws')));
  const none = new Promise((resolve) => setTimeout(() => resolve('draws nothing'), 2_000));
  const said = states.map(({ dataset }) => `${dataset['part'] ?? id} ${dataset['state'] ?? ''}`);
  const status = root.querySelector('[data-part="status"]')?.textContent ?? '';
  return `${said.join(', ')}; “${status}”; the page is ${document.visibilityState} and ${String(await Promise.race([frame, none]))}`;
}

/** What is pressed, in this order, where the experiment has it: a name for the figure, and where it is. */
const PLAYED = [
  ['stopped, stepped', '[data-does="pause"], [data-does="play"]'],
  ['stopped, stepped', '[data-does="step"]'],
] as const;
const AFTER = [
  ['undone, redone', '[data-part="undo"]'],
  ['undone, redone', '[data-part="redo"]'],
  ['undone, redone', '[data-part="undo"]'],
  ['undone, redone', '[data-part="redo"]'],
  ['a deed done', '[data-part="actions"] button:not([aria-disabled="true"])'],
  ['a situation chosen', '[data-does="preset"]'],
  ['spread', '[data-part="spread-button"]'],
  ['spread run', '[data-part="spread-run"]'],
] as const;

/** Opens what waits for a prediction as a reader may, touches it, plays it, drags all that can be dragged, goes back and forth, spreads it, and puts it back. */
async function useAll(scene: Scene): Promise<void> {
  const { element } = scene;
  await element.scrollIntoViewIfNeeded();
  await press(scene, 'everything shown', EVERYTHING, ':not([data-veil])');
  await press(scene, 'touched', '[data-part="run"]');
  // All controls in sight; a situation may be chosen there.
  await element.evaluate((one) => one.querySelector('.more')?.setAttribute('open', ''));
  if ((await element.locator('[data-does="scrub"]:visible:enabled').count()) > 0) await play(scene);
  await press(scene, 'pinned', '[data-part="pin"]');
  for (const one of await draggable(scene)) await drag(scene, one, '');
  for (const [name, selector] of AFTER) await press(scene, name, selector);
  const [first] = await draggable(scene);
  if (first && (await element.locator('[data-part="spread"]').isVisible())) {
    await drag(scene, first, ', spread open');
  }
  await press(scene, 'reset', '[data-does="reset"]');
}

/** Presses the first of what is there and seen, and waits until the experiment is `then`: by itself, until nothing runs any more. */
async function press(
  { page, element, moment, part }: Scene,
  name: string,
  what: string,
  then = AT_REST,
): Promise<void> {
  const one = element.locator(what).filter({ visible: true }).first();
  if ((await one.count()) === 0) return;
  await aim(page, one);
  await part(name, async () => {
    await click(page);
    await page.waitForTimeout(moment);
    await element.and(page.locator(then)).waitFor({ timeout: HANGS });
  });
}

/** Plays the run, stops it, steps, and slides over it. */
async function play(scene: Scene): Promise<void> {
  const { page, element, moment, part } = scene;
  await press(scene, 'play pressed', '[data-does="play"]');
  await part('played', () => page.waitForTimeout(5 * moment));
  for (const [name, what] of PLAYED) await press(scene, name, what);
  const slider = element.locator('[data-does="scrub"]');
  await slider.focus();
  await part('slid over', async () => {
    await slider.press('Home');
    for (let i = 0; i < moment / 20; i += 1) await slider.press('ArrowRight');
    await slider.press('End');
  });
}

/** Sliders, pads, numbers of the text that belong to it, and the first mark of its figure. */
async function draggable({ page, element }: Scene): Promise<Locator[]> {
  const numbers = page.locator(`[data-drags="${await element.getAttribute('id')}"]:visible`);
  const marks = await element.locator(MARK).all();
  return [
    ...(await element.locator(WIDE).filter({ visible: true }).all()),
    ...(await numbers.all()),
    ...marks.slice(0, 1),
  ];
}

/** Brings the pointer over something; the click that Playwright makes would ask the page for its layout several times. */
async function aim(page: Page, what: Locator): Promise<{ x: number; y: number; width: number }> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error('What is to be used is not on screen.');
  const { x, y, width, height } = box;
  await page.mouse.move(x + width / 2, y + height / 2);
  return { x, y: y + height / 2, width };
}

async function click(page: Page): Promise<void> {
  await page.mouse.down();
  await page.mouse.up();
}

/** There and half the way back; then it is let go, and a run counts. */
async function drag(scene: Scene, what: Locator, when: string): Promise<void> {
  const { page, element, moment, part } = scene;
  const { x, y, width } = await aim(page, what);
  const isWide = await what.evaluate((one, wide) => one.matches(wide), WIDE);
  const from = x + (isWide ? 8 : width / 2);
  const reach = isWide ? width - 16 : 250;
  await page.mouse.move(from, y);
  await part(`dragged${when}`, async () => {
    await page.mouse.down();
    await page.mouse.move(from + reach, y, { steps: moment / 10 });
    await page.mouse.move(from + reach / 2, y, { steps: moment / 20 });
  });
  await part(`let go${when}`, async () => {
    await page.mouse.up();
    await page.waitForTimeout(moment);
    await element.and(page.locator(AT_REST)).waitFor({ timeout: HANGS });
  });
}

/** How soon a run, and the curve of what learns, show their first point and answer a stop, and what a whole run takes. */
async function answers(page: Page, id: string, learns: boolean): Promise<[string, number][]> {
  const told: [string, number][] = [];
  const part = (name: string): Locator => page.locator(`#${id} [data-part="${name}"]`);
  const measure = async (of: string, pressed: Omit<Pressed, 'id'>): Promise<void> => {
    if (!(await part(pressed.button).isVisible())) return;
    const { first, stop } = await page.evaluate(pressedTwice, { id, ...pressed });
    if (learns) told.push([`first point${of}, warm`, first]);
    if (stop !== undefined) told.push([`stop${of} answered`, stop]);
  };
  await measure('', { button: 'run', holder: '', drawn: '[data-part="figure"]' });
  const seed = page.locator(`#${id} [data-does="seed"]`);
  if (await seed.isVisible()) {
    const began = performance.now();
    await seed.click();
    await part('run').click();
    await page.locator(`#${id}`).and(page.locator(AT_REST)).waitFor({ timeout: HANGS });
    told.push([WHOLE, performance.now() - began]);
  }
  if (!learns || !(await part('spread-button').isVisible())) return told;
  await part('spread-button').click();
  await part('spread-run').waitFor();
  const panel = { holder: '[data-part="spread"]', drawn: '[data-part="spread-figure"]' };
  await measure(' of a spread', { button: 'spread-run', ...panel });
  return told;
}

interface Pressed {
  readonly id: string;
  readonly button: string;
  /** Where its state stands, which may be the experiment itself, and where it draws. */
  readonly holder: string;
  readonly drawn: string;
}

/** Presses a button, and again at the first that is drawn; no stop where it was over by then. Runs in the page. */
async function pressedTwice({
  id,
  button,
  holder,
  drawn,
}: Pressed): Promise<{ first: number; stop?: number }> {
  const root = document.getElementById(id) as HTMLElement;
  const place = (selector: string): HTMLElement =>
    selector === '' ? root : (root.querySelector(selector) as HTMLElement);
  const isRunning = (): boolean => place(holder).dataset['state'] === 'running';
  const seen = (where: HTMLElement, how: MutationObserverInit, is: () => boolean) =>
    new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (!is()) return;
        observer.disconnect();
        resolve(performance.now());
      }).observe(where, how);
    });
  const press = (): number => {
    const now = performance.now();
    root.querySelector<HTMLElement>(`[data-part="${button}"]`)?.click();
    return now;
  };
  const began = press();
  const ended = seen(place(holder), { attributeFilter: ['data-state'] }, () => !isRunning());
  const first = seen(
    place(drawn),
    { attributes: true, childList: true, characterData: true, subtree: true },
    () => true,
  );
  const at = (await Promise.race([first, ended])) - began;
  if (!isRunning()) return { first: at };
  const pressed = press();
  return { first: at, stop: (await ended) - pressed };
}
