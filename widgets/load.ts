/** How a widget's facts are brought by its tag: one way for the page, the build, the command line, proofs and tests. */
import type { AnyWidget } from './kit/contract/widget.ts';

/** What a `widget.ts` exports. */
export type FactsModule = Readonly<Record<string, unknown>>;
/** Brings one widget's facts; its code is fetched when it is first asked for. */
type Load = () => Promise<AnyWidget>;

/** The tag of the widget whose facts stand in that file: the name of its folder. */
export function tagOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

/** The facts in the module at a path. Throws where it exports none with its folder's name as their tag. */
export function factsIn(module: FactsModule, path: string): AnyWidget {
  const tag = tagOf(path);
  const facts = (Object.values(module) as AnyWidget[]).find((one) => one.tag === tag);
  if (!facts) throw new Error(`${path} exports no widget with the tag ${tag}`);
  return facts;
}

/** By tag what brings each widget, of the modules that were found by the path of their `widget.ts`. */
export function loadersOf(
  modules: Readonly<Record<string, () => Promise<FactsModule>>>,
): ReadonlyMap<string, Load> {
  return new Map(
    Object.entries(modules).map(([path, load]) => [
      tagOf(path),
      async () => factsIn(await load(), path),
    ]),
  );
}

/** The facts of the widget with that tag. Rejects where there is none, with a sentence that names all. */
export async function loadBy(loaders: ReadonlyMap<string, Load>, tag: string): Promise<AnyWidget> {
  const load = loaders.get(tag);
  if (load) return load();
  throw new RangeError(
    `There is no experiment "${tag}"; there are ${[...loaders.keys()].join(', ')}.`,
  );
}
