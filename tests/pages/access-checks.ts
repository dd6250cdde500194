/** What every state of a page must pass: axe, and what axe does not see. */
import axe, { type RunOptions } from 'axe-core';
import { type Page, expect } from './book.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
interface Axe {
  readonly axe: typeof axe;
}
/** All that a theme can break: it changes colours and nothing else. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

async function violations(page: Page, asked: RunOptions['runOnly']): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    // What passes is only counted: to describe every element of it takes as long as to look at it.
    (runOnly) => (globalThis as never as Axe).axe.run({ runOnly, resultTypes: ['violations'] }),
    asked as { type: 'tag'; values: string[] },
  );
  // A rule's name that axe does not know would pass in silence.
  expect(passes.length).toBeGreaterThan(0);
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 4)
      .map((node) => `${id}: ${String(node.target[0])} ${node.failureSummary ?? ''}`),
  );
}

/** Every rule on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page, { type: 'tag', values: TAGS })).toEqual([]);
  expect(await ownChecks(page)).toEqual([]);
}

/** The rules on colour only: for a second theme, where nothing else can differ. */
export async function expectReadable(page: Page): Promise<void> {
  expect(await violations(page, { type: 'rule', values: OF_COLOUR })).toEqual([]);
}

/** What axe does not see: controls without a name, targets under 24 px, a page wider than its window, a figure in both layouts. */
export async function ownChecks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const visible = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const controls = 'button, input, select, textarea, summary, [tabindex="0"], a[href]';
    const all = [...document.querySelectorAll<HTMLElement>(controls)].filter(visible);
    const called = (element: HTMLElement): string => {
      const labels = 'labels' in element ? [...(element as HTMLInputElement).labels!] : [];
      const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
      return [
        element.getAttribute('aria-label') ?? '',
        ...by.map((id) => document.getElementById(id)?.textContent ?? ''),
        ...labels.map((label) => label.textContent),
        element.matches('input, select, textarea') ? '' : element.textContent,
      ]
        .join('')
        .trim();
    };
    for (const element of all) {
      const text = `${element.tagName.toLowerCase()}.${element.className} "${called(element).slice(0, 40)}"`;
      // A slider whose field is the setting has no name.
      const isHeard = element.ariaHidden !== 'true';
      if (isHeard && called(element) === '')
        faults.push(`no name: ${element.outerHTML.slice(0, 120)}`);
      // A link (or a term) within a sentence may be as high as its line: WCAG 2.5.8 excepts it.
      const inline =
        getComputedStyle(element).display.startsWith('inline') &&
        element.closest('p, li, figcaption, dd, td') &&
        element.matches('a, .term');
      // A box of a labelled choice is as large a target as its label.
      const box = (element.closest('label') ?? element).getBoundingClientRect();
      // The cells of an image are as small as the image: they are painted in one stroke, or set by keys.
      if (element.role === 'gridcell') continue;
      const hidden = box.width <= 1 || box.height <= 1 || box.bottom + scrollY < 0;
      if (!inline && !hidden && (box.width < 23.5 || box.height < 23.5)) {
        faults.push(`target ${box.width.toFixed(0)} x ${box.height.toFixed(0)}: ${text}`);
      }
    }
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) faults.push(`the page is ${wide} px wider than its window`);
    for (const one of document.querySelectorAll('.wide + .narrow'))
      if (one.previousElementSibling?.checkVisibility() && one.checkVisibility())
        faults.push(`drawn twice: ${one.querySelector('svg')?.ariaLabel ?? ''}`);
    return faults;
  });
}

/** Opens every fold, those inside others too. */
export async function openFolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

/** Closes every fold again. */
export async function closeFolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = false;
  });
}
