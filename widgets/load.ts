/** A widget's facts in its module: one way for the page, the build, the command line, proofs and tests. */
import type { AnyWidget } from './kit/contract/widget.ts';

/** What a `widget.ts` exports. */
export type FactsModule = Readonly<Record<string, unknown>>;

/** The facts in a `widget.ts`; its folder, its element and what they call themselves have one name. Throws where none has it. */
export function factsIn(module: FactsModule, tag: string): AnyWidget {
  const facts = (Object.values(module) as AnyWidget[]).find((one) => one.tag === tag);
  if (!facts) throw new Error(`${tag}/widget.ts exports no widget with the tag ${tag}`);
  return facts;
}
