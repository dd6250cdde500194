/**
 * One walk for any lesson that begins with a prediction by numbers or by a choice, in any engine, by what `docs/interface.md`
 * names and nothing else: by keyboard, and by pointer where something is dragged.
 */
import { expect } from '../book.ts';
import { experimentsOf, questionsOf } from '../built.ts';
import { unseenAt } from '../lesson-checks.ts';
import { askedIn, isPrediction } from '../lesson-walk.ts';
import type { PredictionData } from '../../../src/tasks/kinds/prediction/form.ts';
import type { NumbersKey } from '../../../src/tasks/kinds/prediction/forms/numbers/check.ts';
import type { At } from '../middle.ts';
import type { Browser } from './driver.ts';
import { faultsOf } from './watched.ts';

/** How large the windows of a laptop and of a phone are. */
const SIZES = [
  [1366, 768],
  [360, 740],
] as const;
const CONTROL = '[data-param] :is(input, select)';

/** What stands in the page that is shown; runs in the page, as do the six below. */
function findAll(): Readonly<Record<'titles' | 'figures' | 'questions', readonly string[]>> {
  const shown = (selector: string): HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
  const isDrawn = (one: HTMLElement): boolean =>
    /\S/.test(one.querySelector('[data-part="figure"]')?.textContent ?? '');
  return {
    titles: shown('h1').map((one) => one.textContent),
    figures: shown('.experiment[id]')
      .filter(isDrawn)
      .map((one) => one.id),
    questions: shown('[data-question]').map((one) => one.dataset['question'] ?? ''),
  };
}

/** How an experiment stands, what it says and how it is drawn. */
function stateOf(selector: string): readonly [string | undefined, string, string] {
  const one = document.querySelector<HTMLElement>(selector);
  const said = one?.querySelector('[data-part="takeaway"]');
  return [
    one?.dataset['state'],
    said?.checkVisibility({ visibilityProperty: true }) ? said.textContent : '',
    one?.querySelector('[data-part="figure"]')?.innerHTML ?? '',
  ];
}

/** What stands in fields, and whether it is picked. */
function valuesOf(selector: string): readonly string[] {
  return [...document.querySelectorAll<HTMLInputElement>(selector)].map(
    ({ value, checked }) => `${value} ${String(checked)}`,
  );
}

function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent ?? '';
}

/** Where the first that is shown of what a selector finds can be taken hold of, and where it is to go: half-way, in steps. */
function wayOf(selector: string): readonly At[] {
  const one = [...document.querySelectorAll<HTMLElement>(selector)].find((each) =>
    each.checkVisibility({ visibilityProperty: true }),
  );
  if (!one) return [];
  one.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = one.getBoundingClientRect();
  const from = { x: left + width / 2, y: top + height / 2 };
  const to = { ...from };
  if (one instanceof HTMLInputElement) {
    const share = (Number(one.value) - Number(one.min)) / (Number(one.max) - Number(one.min));
    from.x = left + height / 2 + share * (width - height);
    to.x = left + width * (share < 0.5 ? 0.7 : 0.3);
  } else {
    const ground = (one.closest('svg') ?? one).getBoundingClientRect();
    const along = one.dataset['slide']?.startsWith('y') === true ? 'y' : 'x';
    const middle = along === 'x' ? ground.left + ground.width / 2 : ground.top + ground.height / 2;
    to[along] +=
      (from[along] < middle ? 0.2 : -0.2) * (along === 'x' ? ground.width : ground.height);
  }
  return [0, 0.2, 0.4, 0.6, 0.8, 1].map((i) => ({
    x: from.x + (to.x - from.x) * i,
    y: from.y + (to.y - from.y) * i,
  }));
}

/** What is wider than the window, and which controls lie on others in the same layer. */
function crowded(): readonly string[] {
  const boxes = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((one) => {
      let layer: Element | null = one;
      while (layer && !['fixed', 'sticky'].includes(getComputedStyle(layer).position))
        layer = layer.parentElement;
      const rects = [...one.getClientRects()].filter(
        ({ width, height }) => width > 1 && height > 1,
      );
      return { one, layer, rects };
    });
  const lie = (a: DOMRect, b: DOMRect): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const name = (one: Element): string => one.outerHTML.slice(0, 90);
  const wide = document.documentElement.scrollWidth - innerWidth;
  return [
    ...(wide > 0 ? [`the page is ${String(wide)} px wider than its window`] : []),
    ...boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.layer === b.layer && !a.one.contains(b.one))
        .filter((b) => a.rects.some((rect) => b.rects.some((other) => lie(rect, other))))
        .map((b) => `${name(a.one)} lies on ${name(b.one)}`),
    ),
  ];
}

/** Goes to what a selector finds, by the Tab key alone. */
async function tabTo(browser: Browser, selector: string): Promise<void> {
  for (let presses = 0; presses < 250; presses += 1) {
    const isThere = await browser.ask(
      (wanted) => !!document.activeElement?.matches(wanted),
      selector,
    );
    if (isThere) return;
    await browser.press(['Tab']);
  }
  throw new Error(`The Tab key does not reach ${selector}.`);
}

type State = Awaited<ReturnType<typeof stateOf>>;

/** Waits until an experiment has run to its end and says something else than before; answers with how it stands then. */
async function newlyDone(browser: Browser, experiment: string, before: State): Promise<State> {
  let now = before;
  const isDone = async (): Promise<boolean> => {
    now = await browser.ask(stateOf, experiment);
    return now[0] === 'done' && now[1] !== '' && now[1] !== before[1];
  };
  await expect.poll(isDone, `${experiment} runs and says so`).toBe(true);
  return now;
}

/** Drags what a selector finds of an experiment, if it is there; the fields follow. */
async function drag(browser: Browser, experiment: string, held: string): Promise<boolean> {
  const fields = `${experiment} [data-param] :is(input:not([type="range"]), select, textarea)`;
  let way: readonly At[] = [];
  const stands = async (): Promise<boolean> => {
    const last = JSON.stringify(way);
    way = await browser.ask(wayOf, `${experiment} ${held}`);
    return JSON.stringify(way) === last;
  };
  await expect.poll(stands).toBe(true);
  if (way.length === 0) return false;
  const old = await browser.ask(valuesOf, fields);
  await browser.drag(way);
  await expect.poll(() => browser.ask(valuesOf, fields), held).not.toEqual(old);
  return true;
}

/** Moves the first slider of an experiment that has run, or else its first control by a key, and has it run again. */
async function moveAndRun(browser: Browser, experiment: string, before: State): Promise<void> {
  if (!(await drag(browser, experiment, '[data-param] input[type="range"]'))) {
    await tabTo(browser, `${experiment} ${CONTROL}`);
    const isSelect = await browser.ask(() => document.activeElement?.matches('select'));
    await browser.press([isSelect ? 'ArrowDown' : 'ArrowRight']);
  }
  // Most run at once, and their button would stop them; what has to train first says so.
  const asks = async (): Promise<boolean> =>
    /Press/.test(await browser.ask(textOf, `${experiment} [data-part="status"]`));
  const isDrawn = async (): Promise<boolean> =>
    (await browser.ask(stateOf, experiment))[2] !== before[2];
  await expect.poll(async () => (await asks()) || (await isDrawn())).toBe(true);
  if (await asks()) {
    await tabTo(browser, `${experiment} [data-does="run"]`);
    await browser.press(['Enter']);
  }
  await newlyDone(browser, experiment, before);
  expect(await isDrawn()).toBe(true);
}

/** Makes a prediction: picks what stands first, or types the least that can be said. */
async function predict(browser: Browser, data: PredictionData): Promise<void> {
  const question = `[data-question="${data.id}"]`;
  const { min, numbers } = data as Partial<NumbersKey & { readonly min: number }>;
  const picks = await browser.ask(valuesOf, `${question} input[type="radio"]`);
  const typed = numbers?.map((one) => String(one.min)) ?? [String(min)];
  for (const keys of picks.length > 0 ? [' '] : typed) {
    await browser.press(['Tab']);
    await tabTo(browser, `${question} input`);
    await browser.press([...keys]);
  }
  await tabTo(browser, `${question} [data-part="submit"]`);
  await browser.press(['Enter']);
}

/** Waits until a lesson stands there with all that is in it; nothing has gone wrong. */
export async function expectWhole(browser: Browser, lesson: string): Promise<void> {
  const count = async (): Promise<unknown> => {
    const { titles, figures, questions } = await browser.ask(findAll);
    return [titles.length, figures.length, questions];
  };
  const [experiments, questions] = [experimentsOf(lesson), questionsOf(lesson)];
  await expect.poll(count).toEqual([1, experiments.length, questions]);
  expect(await browser.ask(faultsOf)).toEqual([]);
}

/**
 * The lesson opens with all that is in it; a prediction is made, and a run answers it; a slider is dragged, and a run says and
 * draws something else; a handle is dragged; after a reload the prediction stands as it was made, with what the
 * run found. On a laptop and on a phone nothing lies on anything. Nothing goes wrong.
 */
export async function walk(browser: Browser, lesson: string, address: string): Promise<void> {
  await browser.resize(1366, 768);
  await browser.open(address);
  await expectWhole(browser, lesson);
  const data = askedIn(lesson).find(isPrediction);
  if (!data) throw new Error(`${lesson} asks for no prediction.`);
  const [question, bench] = [`[data-question="${data.id}"]`, `#${data.instance}`];
  const first = await browser.ask(stateOf, bench);
  await predict(browser, data);
  const given = await browser.ask(valuesOf, `${question} input`);
  const expectAnswered = async (): Promise<void> => {
    await expect.poll(() => browser.ask(textOf, `${question} [data-part="verdict"]`)).toMatch(/\S/);
    expect(await browser.ask(valuesOf, `${question} input`)).toEqual(given);
    expect(await browser.ask(faultsOf)).toEqual([]);
  };
  // Training waits until its figure is in sight.
  await tabTo(browser, `${bench} ${CONTROL}`);
  const second = await newlyDone(browser, bench, first);
  await expectAnswered();
  await moveAndRun(browser, bench, second);
  await drag(browser, bench, '[data-handle]');
  expect(await browser.ask(faultsOf)).toEqual([]);

  await browser.reload();
  await expectWhole(browser, lesson);
  await expectAnswered();
  for (const [width, height] of SIZES) {
    await browser.resize(width, height);
    await expect.poll(() => browser.ask(() => innerWidth)).toBe(width);
    const faults = async (): Promise<readonly string[]> => [
      ...(await browser.ask(crowded)),
      ...(await browser.ask(unseenAt, `${bench} [data-param]`)),
    ];
    await expect.poll(faults, `at ${String(width)} x ${String(height)}`).toEqual([]);
  }
}
