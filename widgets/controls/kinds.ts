/** The kinds of control with a surface of their own, by the names of their folders: for the build and for proofs. */
import type { TextParam } from '../kit/contract/params.ts';
import { BITMAP } from './bitmap/pure/markup.ts';
import { CARDS } from './cards/pure/markup.ts';
import { CELLS } from './cells/pure/markup.ts';
import { CURVE } from './curve/pure/markup.ts';
import { LINES } from './lines/pure/markup.ts';
import { ORDER } from './order/pure/markup.ts';
import type { ControlKind } from './kind.ts';

const KINDS: Readonly<Record<string, ControlKind<TextParam>>> = {
  bitmap: BITMAP,
  cards: CARDS,
  cells: CELLS,
  curve: CURVE,
  lines: LINES,
  order: ORDER,
};

/** The kind of a text with a surface. Throws where no folder has its name: an author has misspelt it. */
export function kindOf({ surface, label }: TextParam): ControlKind<TextParam> | undefined {
  if (!surface) return undefined;
  const kind = KINDS[surface.kind];
  if (kind) return kind;
  const known = Object.keys(KINDS).join(', ');
  throw new Error(`${label}: there is no control "${surface.kind}"; there are ${known}`);
}
