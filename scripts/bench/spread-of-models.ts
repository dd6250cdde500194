/** A control of an experiment that learns, spread: how soon the curve has a point, and how soon a stop is answered. */
import type { Page } from 'playwright';

/** Opens the spread of that experiment, starts it and stops it again; milliseconds by what was waited for, nothing without a spread. */
export async function spreadModels(
  page: Page,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const button = page.locator(`#${id} [data-part="spread-button"]`);
  if (!(await button.isVisible())) return {};
  await button.click();
  // The code of spreads comes when one is opened.
  await page.locator(`#${id} [data-part="spread-run"]`).waitFor();
  const point = await page.evaluate(firstPoint, id);
  const stop = await page.evaluate(stopped, id);
  return { 'first point of a spread, warm': point, 'stop of a spread answered': stop };
}

/** From pressing the button to the frame after the first curve. Runs in the page. */
async function firstPoint(id: string): Promise<number> {
  const panel = document.querySelector(`#${id} [data-part="spread"]`) as HTMLElement;
  const curve = '[data-part="spread-figure"] circle';
  const began = performance.now();
  const drawn = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (!panel.querySelector(curve)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(resolve));
    }).observe(panel, { childList: true, subtree: true });
  });
  (panel.querySelector('[data-part="spread-run"]') as HTMLElement).click();
  await drawn;
  return performance.now() - began;
}

/** From pressing the same button to the state that says so; `NaN` where the spread had ended before. Runs in the page. */
async function stopped(id: string): Promise<number> {
  const panel = document.querySelector(`#${id} [data-part="spread"]`) as HTMLElement;
  if (panel.dataset['state'] !== 'running') return Number.NaN;
  const began = performance.now();
  const said = new Promise((resolve) => {
    new MutationObserver(resolve).observe(panel, { attributeFilter: ['data-state'] });
  });
  (panel.querySelector('[data-part="spread-run"]') as HTMLElement).click();
  await said;
  return performance.now() - began;
}
