/** Every widget by its tag, on Node: found by folder, facts only, no runner and no TF.js. */
import { readdirSync } from 'node:fs';
import type { AnyWidget } from './kit/contract/widget.ts';
import { loadBy, loadersOf, type FactsModule } from './load.ts';

const folders = readdirSync(new URL('experiments', import.meta.url), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map((one) => one.name);

const loaders = loadersOf(
  Object.fromEntries(
    folders.map((tag) => [
      `widgets/experiments/${tag}/widget.ts`,
      () => import(`./experiments/${tag}/widget.ts`) as Promise<FactsModule>,
    ]),
  ),
);

/** The tags of all widgets. */
export const tags: readonly string[] = [...loaders.keys()];

/** The facts of one widget. Rejects where there is none with that tag, with a sentence that names all. */
export function loadWidget(tag: string): Promise<AnyWidget> {
  return loadBy(loaders, tag);
}

/** The facts of all widgets, by their tags. */
export async function loadWidgets(): Promise<Readonly<Record<string, AnyWidget>>> {
  const all = await Promise.all(tags.map(loadWidget));
  return Object.fromEntries(all.map((widget) => [widget.tag, widget]));
}
