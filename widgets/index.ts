/** Every widget by its tag, on Node: found by folder, facts only, no runner and no TF.js. */
import { readdirSync } from 'node:fs';
import type { AnyWidget } from './kit/contract/widget.ts';
import { widgetLoader, type FactsModule } from './load.ts';

const folders = readdirSync(new URL('experiments', import.meta.url), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map((one) => one.name);

export const { tags, loadWidget } = widgetLoader(
  Object.fromEntries(
    folders.map((tag) => [
      `${tag}/widget.ts`,
      () => import(`./experiments/${tag}/widget.ts`) as Promise<FactsModule>,
    ]),
  ),
);

/** The facts of all widgets. */
export async function loadWidgets(): Promise<Readonly<Record<string, AnyWidget>>> {
  const all = await Promise.all(tags.map(loadWidget));
  return Object.fromEntries(all.map((widget) => [widget.tag, widget]));
}
