/** Code that is on its way for as long as a test wants. */
import type { Page } from './book.ts';

/** Holds back what the page fetches from such addresses; gives what lets it come. */
export async function heldBack(page: Page, code: RegExp | string): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(code, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
