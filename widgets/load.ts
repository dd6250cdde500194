/** A widget's facts in its module: one way for the page, the build, the command line, proofs and tests. */
import { elementName } from './kit/contract/element-name.ts';
import type { AnyWidget } from './kit/contract/widget.ts';

/** What a `widget.ts` exports. */
export type FactsModule = Readonly<Record<string, unknown>>;

/** The facts in a `widget.ts`, by their tag or the name of their element. Throws where none has it. */
export function factsIn(module: FactsModule, tag: string): AnyWidget {
  const isMeant = ({ tag: own }: Partial<AnyWidget>): boolean =>
    own === tag || (typeof own === 'string' && elementName(own) === tag);
  const facts = (Object.values(module) as AnyWidget[]).find(isMeant);
  if (!facts) throw new Error(`${tag}/widget.ts exports no widget with the tag ${tag}`);
  return facts;
}
