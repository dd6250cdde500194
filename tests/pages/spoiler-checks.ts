/**
 * Nothing gives a prediction away: neither its number, in sight or for ears, nor its picture, until it is made; on paper it
 * stands before a new page, and its number not in the text before it. What counts as its number: `given` in `spoilers.ts`.
 */
import { expect, question, type Page } from './book.ts';
import { given, givenByRow, type Guarded } from './spoilers.ts';

/** All that can be read on the page as it stands, and the names that only ears have. */
async function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const names = ['aria-label', 'aria-valuetext', 'alt', 'title'];
    const named = document.querySelectorAll(names.map((name) => `[${name}]`).join());
    const seen = [...named].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    const heard = seen.flatMap((one) => names.map((name) => one.getAttribute(name) ?? ''));
    return [document.body.innerText, ...heard].join('\n');
  });
}

/** What a table tells that can be opened. Whether what waits in it is out of sight and reach, `loose` tells. */
async function tablesWithin(page: Page, instance?: string): Promise<string> {
  return page.evaluate((instance) => {
    const of = instance === undefined ? '.experiment' : `#${instance}`;
    const folds = [...document.querySelectorAll(`${of} > .data-fold`)];
    const open = folds.filter((fold) => fold.checkVisibility({ visibilityProperty: true }));
    const cells = open.flatMap((fold) => [...fold.querySelectorAll('td, caption')]);
    const told = cells.filter((one) => !one.closest('[data-after]'));
    return told.map((one) => one.textContent).join('\n');
  }, instance);
}

/** What a reader may come to without lifting a veil, by pointing at a mark or by opening a step. */
async function withinReach(page: Page): Promise<string> {
  return page.evaluate(() => {
    const isOpen = (one: Element | null): boolean =>
      one?.checkVisibility({ visibilityProperty: true }) ?? false;
    // Steps that can be opened are read as if they were.
    const steps = [...document.querySelectorAll('.experiment .step')];
    const said = steps.filter(isOpen).flatMap((step) => [...step.querySelectorAll('p')]);
    const marks = [...document.querySelectorAll('.experiment svg text')];
    const all = [...marks.filter((one) => isOpen(one.parentElement)), ...said];
    // Words of a line that wait stay out of sight when it is pointed at; that they are, `drawn` tells.
    const bare = all.map((one) => {
      const copy = one.cloneNode(true) as Element;
      for (const words of copy.querySelectorAll('tspan.later')) words.remove();
      return copy.textContent;
    });
    return bare.join('\n');
  });
}

/** The words that stand before a question, tables apart: see `rowsBefore`. */
async function wordsBefore(page: Page, id: string): Promise<string> {
  return page.evaluate((id) => {
    const later = [...document.querySelectorAll<HTMLElement>('.data-fold')];
    for (let at: Element | null = document.getElementById(id); at; at = at.parentElement) {
      for (let next: Element | null = at; next; next = next.nextElementSibling) {
        if (next instanceof HTMLElement && !next.contains(document.getElementById(id)))
          later.push(next);
      }
    }
    for (const one of later) one.hidden = true;
    const words = document.body.innerText;
    for (const one of later) one.hidden = false;
    return words;
  }, id);
}

/** The rows of the tables that stand before a question on paper, where every fold is open. */
async function rowsBefore(page: Page, id: string): Promise<readonly string[]> {
  return page.evaluate((id) => {
    const asked = document.getElementById(id) as HTMLElement;
    const isBefore = (fold: Element): number =>
      fold.compareDocumentPosition(asked) & Node.DOCUMENT_POSITION_FOLLOWING;
    const folds = [...document.querySelectorAll('.data-fold')].filter(isBefore);
    const rows = folds.flatMap((fold) => [...fold.querySelectorAll('tr')]);
    return rows.map((row) => [...row.cells].map((cell) => cell.textContent).join(' | '));
  }, id);
}

/** What of an experiment waits for its prediction and is seen all the same. */
async function drawn(page: Page, { id, instance }: Guarded): Promise<readonly string[]> {
  return page.locator(`#${instance}`).evaluate((experiment, id) => {
    const { veil, hides } = (experiment as HTMLElement).dataset;
    if (veil !== id) return ['no veil'];
    const parts: Readonly<Record<string, string>> = {
      all: '.dock svg, .takeaway, .further, .data-fold',
      answer: '.later, .takeaway, .further, .data-fold',
    };
    return [...experiment.querySelectorAll(parts[hides ?? ''] ?? '*')]
      .filter((part) => part.checkVisibility({ visibilityProperty: true }))
      .map((part) => part.outerHTML.slice(0, 100));
  }, id);
}

/** What else of any experiment waits for the prediction and is seen, or can be come to, all the same. */
async function loose(page: Page, { id }: Guarded): Promise<readonly string[]> {
  return page.evaluate((id) => {
    const folds = [...document.querySelectorAll('details:not([open])')];
    for (const fold of folds) fold.setAttribute('open', '');
    const parts = [
      ...document.querySelectorAll(
        `[data-after="${id}"] > .yours-value, .held[data-after="${id}"] > *`,
      ),
    ];
    const seen = parts.filter((one) =>
      [one, ...one.children].some((part) => part.checkVisibility({ visibilityProperty: true })),
    );
    for (const fold of folds) fold.removeAttribute('open');
    return seen.map((part) => part.outerHTML.slice(0, 100));
  }, id);
}

/** On paper a prediction stands before a new page, and nothing in what is before it gives it away. */
export async function expectUntoldOnPaper(page: Page, all: readonly Guarded[]): Promise<void> {
  for (const one of all) {
    await expect(question(page, one.id)).toHaveCSS('break-after', 'page');
    const before = await wordsBefore(page, `question-${one.id}`);
    expect.soft(given(one, before), `${one.id}, on paper`).toEqual([]);
    const rows = await rowsBefore(page, `question-${one.id}`);
    expect.soft(givenByRow(one, rows), `${one.id}, in a table on paper`).toEqual([]);
  }
}

/** As when the prediction is made, without its run: its veil is lifted, and what waits for others goes on waiting. */
async function open(page: Page, { id, instance, isVeiled }: Guarded): Promise<void> {
  await question(page, id).evaluate((one: HTMLElement) => {
    one.dataset['committed'] = '';
    one.dispatchEvent(new Event('predicted', { bubbles: true }));
  });
  if (!isVeiled) return;
  await page.locator(`#${instance}`).evaluate((one: HTMLElement) => {
    delete one.dataset['veil'];
  });
}

/** Words that wait, and others that follow them directly, say so once. */
const TWICE = /(\(your prediction first\)\s*){2}/;

/** Nothing on the page, in sight or within reach, gives a prediction away before it is made; then each counts as made, in its turn. */
export async function expectUntold(page: Page, all: readonly Guarded[]): Promise<void> {
  for (const one of all) {
    const words = `${await wordsOf(page)}\n${await withinReach(page)}`;
    const told = `${words}\n${await tablesWithin(page)}`;
    expect.soft(given(one, told), one.id).toEqual([]);
    expect.soft(words, one.id).not.toMatch(TWICE);
    expect.soft(await loose(page, one), one.id).toEqual([]);
    if (one.isVeiled) expect.soft(await drawn(page, one), one.id).toEqual([]);
    // Where a part of the figure waits, its table tells no more of the run at hand than the figure does.
    const kept = { ...one, secrets: one.kept };
    if (given(kept, words).length === 0) {
      const rows = await tablesWithin(page, one.instance);
      expect.soft(given(kept, rows), `${one.id}, in the table`).toEqual([]);
    }
    const waiting = await page.locator(`[data-after="${one.id}"]`).count();
    await open(page, one);
    // Where the answer is that nothing changes, there is no number to look for: words have waited.
    if (one.secrets.length === 0) expect.soft(waiting, one.id).toBeGreaterThan(0);
    // The text tells it then, or nothing was looked for.
    else if (!one.hasMany) expect.soft(given(one, await wordsOf(page)), one.id).not.toEqual([]);
  }
  await expect(page.locator('.yours-hold')).toHaveCount(0);
}
