/** Every widget by its tag, on Node: found by folder, facts only, no runner and no TF.js. */
import { readdirSync } from 'node:fs';
import type { AnyWidget } from './kit/contract/widget.ts';
import { factsIn, type FactsModule } from './load.ts';

/** The tags of all widgets. */
export const tags: readonly string[] = readdirSync(new URL('experiments', import.meta.url), {
  withFileTypes: true,
})
  .filter((one) => one.isDirectory())
  .map((one) => one.name);

/** The facts of one widget. Rejects where there is none with that tag, with a sentence that names all. */
export async function loadWidget(tag: string): Promise<AnyWidget> {
  if (!tags.includes(tag)) {
    throw new RangeError(`There is no experiment "${tag}"; there are ${tags.join(', ')}.`);
  }
  return factsIn((await import(`./experiments/${tag}/widget.ts`)) as FactsModule, tag);
}

/** The facts of all widgets, by their tags. */
export async function loadWidgets(): Promise<Readonly<Record<string, AnyWidget>>> {
  const all = await Promise.all(tags.map(loadWidget));
  return Object.fromEntries(all.map((widget) => [widget.tag, widget]));
}
