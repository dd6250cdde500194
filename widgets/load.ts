/** How a widget's facts are brought by its tag: one way for the page, the build, the command line, proofs and tests. */
import type { AnyWidget } from './kit/contract/widget.ts';

/** What a `widget.ts` exports. */
export type FactsModule = Readonly<Record<string, unknown>>;

/** A tag that no widget has; the message names those that there are. */
export class UnknownWidget extends Error {}

/** The tag of the widget whose facts stand in that file: the name of its folder. */
export function tagOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

/** A widget's facts in its module. Throws where it exports none with its folder's name as their tag. */
export function factsIn(module: FactsModule, tag: string): AnyWidget {
  const facts = Object.values(module).find((one) => (one as Partial<AnyWidget>).tag === tag);
  if (facts) return facts as AnyWidget;
  throw new Error(`widgets/experiments/${tag}/widget.ts exports no widget with the tag ${tag}`);
}

/** Brings widgets by their tags. */
export interface WidgetLoader {
  readonly tags: readonly string[];
  /** A widget's facts, its code fetched when it is first asked for. Rejects with UnknownWidget where there is none. */
  readonly loadWidget: (tag: string) => Promise<AnyWidget>;
}

/** A loader of the modules that were found, by the path of each `widget.ts`. */
export function widgetLoader(
  modules: Readonly<Record<string, () => Promise<FactsModule>>>,
): WidgetLoader {
  const byTag = new Map(Object.entries(modules).map(([path, load]) => [tagOf(path), load]));
  const tags = [...byTag.keys()];
  return {
    tags,
    loadWidget: async (tag) => {
      const load = byTag.get(tag);
      if (load) return factsIn(await load(), tag);
      throw new UnknownWidget(`There is no experiment "${tag}"; there are ${tags.join(', ')}.`);
    },
  };
}
