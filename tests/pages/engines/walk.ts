/** One walk for any lesson that begins with a typed prediction, by keyboard, by what `docs/interface.md` names and nothing else. */
import { expect } from '../book.ts';
import { experimentsOf, questionsOf } from '../built.ts';
import { KEYS, type Browser } from './driver.ts';
import { faultsOf } from './watched.ts';

const CONTROL = '[data-param] :is(input, select)';

/** What stands in the page that is shown; runs in the page, as do the three below. */
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

/** How an experiment stands and what it says. */
function stateOf(selector: string): readonly [string | undefined, string] {
  const one = document.querySelector<HTMLElement>(selector);
  const said = one?.querySelector('[data-part="takeaway"]');
  return [
    one?.dataset['state'],
    said?.checkVisibility({ visibilityProperty: true }) ? said.textContent : '',
  ];
}

/** What stands in a field. */
function valueOf(selector: string): string | undefined {
  return document.querySelector<HTMLInputElement | HTMLSelectElement>(selector)?.value;
}

function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent ?? '';
}

/** Goes to what a selector finds first, by the Tab key alone. */
async function tabTo(browser: Browser, selector: string): Promise<void> {
  for (let presses = 0; presses < 250; presses += 1) {
    const isThere = await browser.ask(
      (wanted) => !!document.activeElement?.matches(wanted),
      selector,
    );
    if (isThere) return;
    await browser.press([KEYS.tab]);
  }
  throw new Error(`The Tab key does not reach ${selector}.`);
}

/** Waits until an experiment has run to its end and says something else than before; answers with what it says. */
async function newlySaid(browser: Browser, experiment: string, before: string): Promise<string> {
  let said = before;
  const isDone = async (): Promise<boolean> => {
    const [state, words] = await browser.ask(stateOf, experiment);
    said = words;
    return state === 'done' && words !== '' && words !== before;
  };
  await expect.poll(isDone).toBe(true);
  return said;
}

/** Moves the first control of an experiment that has run, and has it run again. */
async function moveAndRun(browser: Browser, experiment: string, before: string): Promise<void> {
  const control = `${experiment} ${CONTROL}`;
  await tabTo(browser, control);
  const isSelect = await browser.ask(() => document.activeElement?.matches('select'));
  const old = await browser.ask(valueOf, control);
  await browser.press([isSelect ? KEYS.down : KEYS.right]);
  await expect.poll(() => browser.ask(valueOf, control)).not.toBe(old);
  // A simulation runs at once, and its button would stop it; what trains waits for its button.
  const trains = `${experiment}[data-backend]:not([data-backend="sim"])`;
  if (await browser.ask((one) => document.querySelector(one) !== null, trains)) {
    await tabTo(browser, `${experiment} [data-does="run"]`);
    await browser.press([KEYS.enter]);
  }
  await newlySaid(browser, experiment, before);
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
 * The lesson opens with all that is in it; a prediction is made, and a run answers it; the first control is moved, and a run
 * says something else; after a reload the prediction stands as it was made, with what the run found. Nothing goes wrong.
 */
export async function walk(browser: Browser, lesson: string, address: string): Promise<void> {
  await browser.open(address);
  await expectWhole(browser, lesson);
  const found = await browser.ask(findAll);
  const bench = `#${found.figures[0] ?? ''}`;
  const question = `[data-question="${found.questions[0] ?? ''}"]`;
  const answer = `${question} input`;
  const expectAnswered = async (): Promise<void> => {
    const truth = `${question} [data-part="truth"]`;
    await expect.poll(() => browser.ask(textOf, truth)).toMatch(/\S/);
    expect(await browser.ask(valueOf, answer)).toBe('50');
    expect(await browser.ask(faultsOf)).toEqual([]);
  };

  const [, first] = await browser.ask(stateOf, bench);
  await tabTo(browser, answer);
  await browser.press(['5', '0', KEYS.enter]);
  // Training waits until its figure is in sight.
  await tabTo(browser, `${bench} ${CONTROL}`);
  const second = await newlySaid(browser, bench, first);
  await expectAnswered();
  await moveAndRun(browser, bench, second);
  expect(await browser.ask(faultsOf)).toEqual([]);

  await browser.reload();
  await expectWhole(browser, lesson);
  await expectAnswered();
}
