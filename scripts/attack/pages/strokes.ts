/** Lines that are drawn and cells that are painted: a hundred changes in five seconds, a reload in mid-stroke, two tabs. */
import type { BrowserContext, Locator, Page } from 'playwright';
import type { Table } from '../../../widgets/kit/contract/params.ts';
import { pick, type Attack } from '../attack.ts';
import { openExperiment, watchedPage, type Found, type Ground } from './book.ts';

const CHANGES = 100;
const MS = 5000;

/** Attacks every drawn prediction and every grid of cells of the book. */
export async function strokes(by: Attack, ground: Ground): Promise<void> {
  for (const lesson of ground.lessons) {
    for (const id of await drawnOn(ground, lesson)) {
      await inContext(by, ground, `a line drawn for ${id}`, (context, where) =>
        drawLine(by, ground.at(lesson), id, context, where),
      );
    }
  }
  for (const found of ground.experiments) {
    const grids = Object.entries(found.widget.params as Table).filter(
      ([name, param]) =>
        found.surfaces.includes(name) && param.kind === 'text' && param.surface?.kind === 'cells',
    );
    for (const [name] of grids) {
      await inContext(by, ground, `cells painted for ${found.id}`, (context, where) =>
        paintCells(by, ground, { found, name }, context, where),
      );
    }
  }
}

async function inContext(
  by: Attack,
  ground: Ground,
  where: string,
  does: (context: BrowserContext, where: string) => Promise<void>,
): Promise<void> {
  await by.try(where, async () => {
    const context = await ground.browser.newContext({ viewport: { width: 1280, height: 900 } });
    try {
      await does(context, where);
    } finally {
      await context.close();
    }
  });
}

async function drawnOn(ground: Ground, lesson: string): Promise<string[]> {
  const page = await ground.browser.newPage({ javaScriptEnabled: false });
  await page.goto(ground.at(lesson));
  const ids = await page
    .locator('[data-question]:has([data-pointer="draw"])')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['question'] ?? ''));
  await page.close();
  return ids;
}

/** A drawn line as three places hold it: numbers, dots, and the draft in storage. */
interface Line {
  readonly numbers: readonly string[];
  readonly dots: readonly number[];
  readonly draft: readonly string[];
  readonly isCommitted: boolean;
}

function lineOf(page: Page, id: string): Promise<Line> {
  return page.evaluate((name) => {
    const question = document.querySelector<HTMLElement>(`[data-question="${name}"]`);
    if (!question) throw new Error(`There is no question ${name}.`);
    const numbers = [...question.querySelectorAll<HTMLInputElement>('input[type="number"]')];
    const key = Object.keys(localStorage).find((one) => one.endsWith('/drafts')) ?? '';
    const drafts = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    const draft = Object.entries(drafts).find(([of]) => of.startsWith(`${name}@`))?.[1];
    return {
      numbers: numbers.map(({ value }) => value).filter((value) => value !== ''),
      dots: [...question.querySelectorAll('svg')].map(
        (svg) => svg.querySelectorAll('.curve-dot').length,
      ),
      draft: ((draft ?? []) as { y: number }[]).map(({ y }) => String(y)),
      isCommitted: question.dataset['committed'] !== undefined,
    };
  }, id);
}

async function drawLine(
  by: Attack,
  address: string,
  id: string,
  context: BrowserContext,
  where: string,
): Promise<void> {
  const { page, errors } = await watchedPage(context);
  await page.goto(address);
  const question = page.locator(`[data-question="${id}"]`);
  const fold = question.locator('summary');
  await fold.click();
  await question.locator('svg:visible').scrollIntoViewIfNeeded();
  const random = by.chance(id);
  const draws = Array.from(
    { length: CHANGES },
    () => [random.uniform(), random.uniform(), random.uniform()] as const,
  );
  await page.evaluate(strokeInPage, { id, draws, pause: MS / CHANGES });
  by.did(CHANGES);
  const fall = (line: Line, when: string): void => {
    const { numbers, dots, draft } = line;
    if (dots.some((count) => count !== numbers.length))
      by.fell(where, `${when}: ${numbers.length} numbers, dots ${dots.join()}`);
    if (!line.isCommitted && draft.join() !== numbers.join())
      by.fell(where, `${when}: the draft is ${draft.join()}, the numbers ${numbers.join()}`);
  };
  const settled = await lineOf(page, id);
  fall(settled, 'at rest');

  const box = await question.locator('svg:visible').boundingBox();
  if (!box) throw new Error('The axes cannot be seen.');
  await page.mouse.move(box.x + 20, box.y + box.height / 3);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 9 });
  const during = await lineOf(page, id);
  await page.reload();
  await page.mouse.up();
  await page.waitForFunction(hasDots, id);
  const after = await lineOf(page, id);
  fall(after, 'after a reload in mid-stroke');
  if (after.numbers.join() !== during.numbers.join())
    by.fell(where, `after a reload: ${after.numbers.join()}, before ${during.numbers.join()}`);
  by.did();

  await twoTabs(by, address, id, { context, page, where });
  for (const error of errors) by.fell(where, error);
}

function hasDots(id: string): boolean {
  return document.querySelector(`[data-question="${id}"] .curve-dot`) !== null;
}

interface Strokes {
  readonly id: string;
  readonly draws: readonly (readonly [number, number, number])[];
  readonly pause: number;
}

/** Runs in the page: strokes by pointer, numbers by hand, strokes that are lost on the way. */
async function strokeInPage({ id, draws, pause }: Strokes): Promise<void> {
  const question = document.querySelector<HTMLElement>(`[data-question="${id}"]`);
  const inputs = [...(question?.querySelectorAll('input') ?? [])];
  const sheets = [...(question?.querySelectorAll('svg') ?? [])];
  const sheet = sheets.find((one) => one.checkVisibility());
  if (!sheet) throw new Error(`${id} has no axes.`);
  // A pointer that no hand moves cannot be held.
  sheet.setPointerCapture = () => undefined;
  sheet.hasPointerCapture = () => true;
  for (const [what, x, y] of draws) {
    const { left, top, width, height } = sheet.getBoundingClientRect();
    const send = (type: string, atX: number, atY: number): boolean =>
      sheet.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 7,
          button: 0,
          clientX: left + atX * width,
          clientY: top + atY * height,
        }),
      );
    const input = inputs[Math.floor(x * inputs.length)];
    if (what < 0.3 && input) {
      const [min, max] = [Number(input.min), Number(input.max)];
      input.value = y < 0.2 ? '' : String(Math.round(min + (max - min) * y));
      input.dispatchEvent(new Event('input', { bubbles: true }));
    } else {
      send('pointerdown', x, y);
      send('pointermove', y, x);
      send('pointermove', what, y);
      if (what < 0.8) send(what < 0.7 ? 'pointerup' : 'pointercancel', what, y);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  sheet.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerId: 7 }));
}

interface Tab {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly where: string;
}

/** While one tab commits its line another one draws: what was committed stands in both. */
async function twoTabs(
  by: Attack,
  address: string,
  id: string,
  { context, page, where }: Tab,
): Promise<void> {
  const { page: other, errors } = await watchedPage(context);
  await other.goto(address);
  await other.waitForFunction(hasDots, id);
  const question = page.locator(`[data-question="${id}"]`);
  const inputs = await question.locator('input[type="number"]').count();
  await page.locator(`[data-question="${id}"] summary`).click();
  for (let i = 0; i < inputs; i += 1) {
    const field = question.locator('input[type="number"]').nth(i);
    await field.fill((await field.getAttribute('max')) ?? '1');
  }
  const draws = Array.from({ length: 40 }, (_, i) => [0.5, (i % 10) / 10, (i % 7) / 7] as const);
  const drawing = other.evaluate(strokeInPage, { id, draws, pause: 20 });
  await question.locator('[data-part="submit"]').click();
  await drawing;
  await other.waitForFunction(
    (name) =>
      document.querySelector<HTMLElement>(`[data-question="${name}"]`)?.dataset['committed'] !==
      undefined,
    id,
  );
  const [one, two] = [await lineOf(page, id), await lineOf(other, id)];
  if (one.numbers.join() !== two.numbers.join())
    by.fell(where, `committed is ${one.numbers.join()}, the other tab shows ${two.numbers.join()}`);
  if (two.dots.some((count) => count !== inputs))
    by.fell(where, `the other tab shows ${two.dots.join()} dots of ${inputs}`);
  for (const error of errors) by.fell(where, error);
  by.did();
}

interface Grid {
  readonly found: Found;
  readonly name: string;
}

async function paintCells(
  by: Attack,
  ground: Ground,
  { found, name }: Grid,
  context: BrowserContext,
  where: string,
): Promise<void> {
  const { page, errors } = await watchedPage(context);
  const open = async (tab: Page, query: string): Promise<Locator> => {
    const element = await openExperiment(tab, ground.at(found.lesson, query), found.id);
    await element.locator(`[data-surface="${name}"]`).evaluate((one: HTMLElement) => {
      const fold = one.closest('details');
      if (fold) fold.open = true;
      // A control is woken when it is in sight of somebody who has touched the experiment.
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      one.click();
    });
    await element.locator('[role="gridcell"]').first().waitFor();
    return element;
  };
  const element = await open(page, '?backend=wasm');
  const random = by.chance(`${found.id} ${name}`);
  const fall = async (tab: Page, when: string): Promise<void> => {
    // The address follows behind the next frame, which a tab behind another one has late.
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    const { field, cells, address, start } = await cellsOf(tab, found.id, name);
    if (field !== cells.join(''))
      by.fell(where, `${when}: the field says ${field}, painted are ${cells.join('')}`);
    if ((address ?? start) !== field)
      by.fell(where, `${when}: the address says ${address ?? start}, the field ${field}`);
  };
  const draws = Array.from(
    { length: CHANGES },
    () => [random.uniform(), random.uniform(), random.uniform()] as const,
  );
  await page.evaluate(paintInPage, { id: found.id, name, draws, pause: MS / CHANGES });
  by.did(CHANGES);
  await fall(page, 'at rest');

  const cells = element.locator('[role="gridcell"]');
  await cells.first().scrollIntoViewIfNeeded();
  await cells.nth(random.whole(20)).hover();
  await page.mouse.down();
  await cells.nth(30 + random.whole(20)).hover();
  await page.reload();
  await page.mouse.up();
  await open(page, new URL(page.url()).search);
  await fall(page, 'after a reload in mid-stroke');
  by.did();

  // Settings belong to a tab: what one paints the other must not feel.
  const { page: other, errors: otherErrors } = await watchedPage(context);
  await open(other, '?backend=wasm');
  const before = await cellsOf(other, found.id, name);
  await page.evaluate(paintInPage, {
    id: found.id,
    name,
    draws: [[0.1, pick(random, [0.2, 0.6]), 0.4] as const],
    pause: 10,
  });
  const after = await cellsOf(other, found.id, name);
  if (after.field !== before.field) by.fell(where, 'what was painted in one tab is in the other');
  await fall(page, 'beside another tab');
  await fall(other, 'in the other tab');
  for (const error of [...errors, ...otherErrors]) by.fell(where, error);
}

interface Painted {
  readonly field: string;
  readonly cells: readonly string[];
  readonly address: string | null;
  readonly start: string;
}

function cellsOf(page: Page, id: string, name: string): Promise<Painted> {
  return page.evaluate(
    ([of, param]) => {
      const element = document.getElementById(of);
      const field = element?.querySelector<HTMLInputElement>(`[name="${param}"]`);
      const cells = element?.querySelectorAll('[role="gridcell"][aria-selected="true"]') ?? [];
      const start = JSON.parse(element?.dataset['start'] ?? '{}') as Record<string, string>;
      return {
        field: field?.value ?? '',
        cells: [...cells].map((one) => one.ariaLabel ?? ''),
        address: new URLSearchParams(location.search).get(`${of}.${param}`),
        start: start[param] ?? '',
      };
    },
    [id, name] as const,
  );
}

interface Painting extends Strokes {
  readonly name: string;
}

/** Runs in the page: strokes that end well or badly, keys, the button that clears, the field, undo and redo. */
async function paintInPage({ id, name, draws, pause }: Painting): Promise<void> {
  const element = document.getElementById(id);
  const room = element?.querySelector(`[data-surface="${name}"]`);
  const grid = room?.querySelector<HTMLElement>('[role="grid"]');
  const field = element?.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!element || !grid || !field) throw new Error(`${id} has no cells.`);
  // A pointer that no hand moves cannot be held.
  grid.setPointerCapture = () => undefined;
  const cells = [...grid.querySelectorAll<HTMLElement>('[role="gridcell"]')];
  const at = (share: number): HTMLElement => cells[Math.floor(share * cells.length)] ?? grid;
  const send = (type: string, cell: HTMLElement): void => {
    const { left, top, width, height } = cell.getBoundingClientRect();
    const [clientX, clientY] = [left + width / 2, top + height / 2];
    const place = { bubbles: true, pointerId: 7, button: 0, clientX, clientY };
    cell.dispatchEvent(new PointerEvent(type, place));
  };
  grid.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (const [what, x, y] of draws) {
    if (what < 0.5) {
      send('pointerdown', at(x));
      send('pointermove', at((x + y) / 2));
      send('pointermove', at(y));
      send(['pointerup', 'pointercancel', 'lostpointercapture'][Math.floor(y * 3)] ?? '', at(y));
    } else if (what < 0.65) {
      const key = ['Enter', ' ', 'ArrowDown', 'End'][Math.floor(y * 4)] ?? '';
      at(x).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    } else if (what < 0.75) {
      field.value =
        ['', 'a1b2', 'm13 n13', 'z99', 'a1a2a3a4a5a6a7a8a9a10'][Math.floor(y * 5)] ?? '';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      const does = ['undo', 'redo', 'reset'][Math.floor(x * 3)] ?? '';
      element.querySelector<HTMLElement>(`[data-does="${does}"]`)?.click();
      if (y < 0.1) room?.querySelector<HTMLElement>('.surface-foot button')?.click();
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
