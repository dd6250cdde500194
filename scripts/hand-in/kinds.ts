/** What is pretended of each kind, as the folder has it. */
import { readdirSync } from 'node:fs';
import type { Item } from '../../src/tasks/tables/item.ts';
import type { Pretends } from './kinds/contract.ts';

const FILES = readdirSync(new URL('kinds/', import.meta.url));
const KINDS = new Map(
  await Promise.all(
    FILES.map(async (file) => {
      const { PRETENDS } = (await import(`./kinds/${file}`)) as { readonly PRETENDS?: Pretends };
      return [file.replace('.ts', ''), PRETENDS] as const;
    }),
  ),
);

/** What is pretended of an item. Throws where nobody has said. */
export function pretendsOf({ kind }: Pick<Item, 'kind'>): Pretends {
  const found = KINDS.get(kind);
  if (!found) throw new Error(`scripts/hand-in/kinds/${kind}.ts should say what students give`);
  return found;
}
