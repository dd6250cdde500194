import { execFileSync } from 'node:child_process';
import { ALL } from '../../all.ts';
import { WEB, expect, test, type Page } from '../book.ts';

/** Half a point: what two back ends may differ by. Money is compared by its share of the baseline. */
const POINTS = 0.005;

type Measures = Record<string, number | null>;
interface Ended {
  readonly measures: Measures;
  readonly backend: string;
}
interface Case {
  readonly lesson: string;
  readonly id: string;
  readonly widget: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Software graphics are slow: what takes them minutes is compared in small (`together.gpu.spec.ts`). */
  readonly backends: readonly string[];
}

const CASES: readonly Case[] = [
  {
    lesson: 'data-in-production',
    id: 'sms-filter',
    widget: 'class-imbalance',
    settings: { trainingSpam: '30', seed: '1' },
    backends: ['webgl', 'wasm', 'cpu'],
  },
  {
    lesson: 'part-code-part-data',
    id: 'poison-marked',
    widget: 'data-poisoning',
    settings: { poisoned: '20', seed: '1' },
    backends: ['wasm', 'cpu'],
  },
];

/** The measures of the run that a link asks for. */
async function ran(page: Page, { lesson, id, settings }: Case, backend: string): Promise<Ended> {
  await page.addInitScript(() => {
    document.addEventListener('outcome', (event) => {
      const { state, run } = (event as CustomEvent<{ run: Ended; state: string }>).detail;
      const { measures, backend } = run;
      if (state === 'done') Object.assign(window, { ended: { measures, backend } });
    });
  });
  const asked = Object.entries(settings).map(([name, value]) => `${id}.${name}=${value}`);
  await page.goto(WEB.at(lesson, `?backend=${backend}&${asked.join('&')}`));
  const one = page.locator(`#${id}`);
  await one.scrollIntoViewIfNeeded();
  // A link to another run than the built one lifts the veil by itself, sooner or later.
  await one.locator('[data-does="everything"]').first().dispatchEvent('click');
  // Who asks first, the link or this press, is left open: a second press would stop the run.
  await one.evaluate((element: HTMLElement) => {
    if (element.dataset['state'] !== 'running')
      element.querySelector<HTMLElement>('[data-part="run"]')?.click();
  });
  const ended = await page.waitForFunction(() => (window as never as { ended?: Ended }).ended);
  return (await ended.jsonValue()) as Ended;
}

function onNode({ widget, settings }: Case): Measures {
  const asked = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const text = execFileSync('node', ['scripts/run.mjs', 'experiment', widget, ...asked], {
    encoding: 'utf8',
  });
  return (JSON.parse(text) as { measures: Measures }).measures;
}

for (const one of CASES) {
  // Small ones agree in `together.gpu.spec.ts`.
  for (const backend of ALL ? one.backends : []) {
    test(`${one.widget} measures on ${backend} what it measures on Node`, async ({ page }) => {
      const expected = onNode(one);
      const { measures, backend: used } = await ran(page, one, backend);
      expect(used).toBe(backend);
      expect(Object.keys(measures)).toEqual(Object.keys(expected));
      const scale = Math.max(1, expected['baselineCostPerThousand'] ?? 1);
      for (const [name, value] of Object.entries(expected)) {
        const other = measures[name] ?? null;
        if (value === null) expect(other, name).toBeNull();
        else {
          const unit = name.startsWith('cost') ? scale : 1;
          expect(Math.abs((other ?? NaN) - value) / unit, name).toBeLessThanOrEqual(POINTS);
        }
      }
    });
  }
}
