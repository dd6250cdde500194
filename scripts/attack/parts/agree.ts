/** The same settings give the same outcome on a page and without one: the two have different engines, which differ in last places. */
import type { Page } from 'playwright';
import { randomSettings } from '../../../src/tasks/kinds/reach/random.ts';
import {
  PROPOSE,
  type OutcomeDetail,
  type ProposeDetail,
} from '../../../widgets/kit/contract/border.ts';
import { cited } from '../../../widgets/kit/contract/cited.ts';
import { defaults, type AnySettings } from '../../../widgets/kit/contract/params.ts';
import { measureAll, type AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { runOnNode } from '../../../widgets/run/node.ts';
import type { Attack, Part } from '../attack.ts';
import { openExperiment, openGround, watchedPage, type Found, type Ground } from '../pages/book.ts';

/** Settings of each simulation, as far as there is time: some train for seconds. In milliseconds. */
const TIMES = 60;
const EACH = 40_000;
/** The longest that one may take on a page, in milliseconds. */
const LONGEST = 60_000;

/** Runs every simulation of the book in the browser and on Node; learners have a tolerance, and a test of their own. */
export const attack: Part = async (by: Attack) => {
  const ground = await openGround();
  const widgets = new Set<AnyWidget>();
  try {
    for (const found of ground.experiments) {
      if (found.learns || widgets.has(found.widget)) continue;
      widgets.add(found.widget);
      await by.try(found.widget.tag, () => compare(by, ground, found));
    }
  } finally {
    await ground.close();
  }
};

async function compare(by: Attack, ground: Ground, found: Found): Promise<void> {
  const context = await ground.browser.newContext();
  const { widget, id, lesson } = found;
  try {
    const { page, errors } = await watchedPage(context);
    await openExperiment(page, ground.at(lesson), id);
    const end = Date.now() + EACH;
    for (let i = 1; i <= TIMES && by.hasTime && Date.now() < end; i += 1) {
      const { settings, measures } = await ranOnPage(
        page,
        id,
        drawnFor(widget, by.seed * 1000 + i),
      );
      by.did();
      const ours = measureAll(widget, await runOnNode(widget, settings)).measures;
      for (const [name, value] of Object.entries(ours)) {
        if (inFull(value) === inFull(measures[name])) continue;
        const made = JSON.stringify(settings);
        by.fell(widget.tag, `${name} is ${value} on Node, ${measures[name]} on a page: ${made}`);
      }
    }
    for (const error of errors) by.fell(widget.tag, error);
  } finally {
    await context.close();
  }
}

const inFull = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : cited(value);

/** Random settings; what is written by hand stays as it is. */
function drawnFor(widget: AnyWidget, seed: number): AnySettings {
  const all = Object.keys(widget.params).map((name) => {
    try {
      return randomSettings(widget, [name], seed);
    } catch {
      return {};
    }
  });
  return Object.assign({}, defaults(widget.params), ...all) as AnySettings;
}

/** Has an experiment run with these settings, and waits for what comes of it. */
function ranOnPage(
  page: Page,
  id: string,
  settings: AnySettings,
): Promise<Pick<OutcomeDetail['run'], 'settings' | 'measures'>> {
  const detail: ProposeDetail = { settings, fresh: true, run: true, reveal: true };
  return page.evaluate(
    async ({ id, propose, detail, longest }) => {
      const element = document.getElementById(id) as HTMLElement;
      await customElements.whenDefined(element.localName);
      return new Promise<Pick<OutcomeDetail['run'], 'settings' | 'measures'>>((resolve, reject) => {
        setTimeout(() => reject(new Error('nothing came of it')), longest);
        document.addEventListener('outcome', (event) => {
          const { id: of, state, run } = (event as CustomEvent<OutcomeDetail>).detail;
          if (of === id && state === 'done') resolve(JSON.parse(JSON.stringify(run)) as typeof run);
        });
        element.dispatchEvent(new CustomEvent(propose, { detail }));
      });
    },
    { id, propose: PROPOSE, detail, longest: LONGEST },
  );
}
