/** What a reader does with a simulation, as parts of a trace. */
import type { Locator, Page } from 'playwright';
import { forget, until } from './watch.ts';

/** A use by the name that its marks in the trace have. */
export interface Part {
  readonly name: string;
  readonly use: (page: Page, element: Locator) => Promise<void>;
}

/** What can be done with this experiment. */
export async function partsOf(element: Locator): Promise<Part[]> {
  const has = async (selector: string): Promise<boolean> =>
    (await element.locator(selector).count()) > 0;
  return [
    { name: (await has(SLIDER)) ? 'drag' : 'run', use: (await has(SLIDER)) ? dragging : running },
    ...((await has('[data-does="spread"]:visible')) ? [{ name: 'spread', use: spreading }] : []),
    ...((await has('[name="requests"]')) ? [{ name: 'million', use: askingForAMillion }] : []),
  ];
}

const SLIDER = '.controls [data-slides]:visible';

async function dragging(page: Page, element: Locator): Promise<void> {
  await drag(page, element.locator(SLIDER).first());
  await until(page, 'state:done');
}

async function running(page: Page, element: Locator): Promise<void> {
  await element.locator('[data-part="run"]').click();
  await until(page, 'state:done');
}

async function spreading(page: Page, element: Locator): Promise<void> {
  await element.locator('[data-does="spread"]').click();
  await until(page, 'spread');
}

/** The longest run there is. */
export async function askingForAMillion(page: Page, element: Locator): Promise<void> {
  await element.locator('.more > summary').click();
  await forget(page);
  await element.locator('[name="requests"]').fill('1000000');
  await element.locator('[name="requests"]').press('Enter');
  await until(page, 'state:done');
}

async function drag(page: Page, slider: Locator): Promise<void> {
  const box = await slider.boundingBox();
  if (!box) throw new Error('The slider is not on screen.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 8, y, { steps: 3 });
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 8, y, { steps: 60 });
  await page.mouse.move(box.x + box.width / 2, y, { steps: 30 });
  await page.mouse.up();
}
