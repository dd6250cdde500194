/** Seals the solutions of an assignment for the page of its students. Build only. */
import { createCipheriv, createHash } from 'node:crypto';
import { codeOf, keyByRun, keyOf, type Sealed } from '../pure/format/seal.ts';
import type { AssignmentSource } from './schema.ts';

/** The solutions by item, sealed; nothing where the author has written no `seal`. */
export function sealedSolutions({ id, seal, items }: AssignmentSource): Sealed | undefined {
  if (seal === undefined) return undefined;
  const text = JSON.stringify(Object.fromEntries(items.map((item) => [item.id, item.solution])));
  return sealed(keyOf(id, codeOf(id, seal)), seal, text);
}

/** The solutions that a run opens which meets the goal, each by itself. */
export function sealedByRun({ id, items }: AssignmentSource): Readonly<Record<string, Sealed>> {
  return Object.fromEntries(
    items.flatMap((item) =>
      'opensSolution' in item && item.opensSolution
        ? [[item.id, sealed(keyByRun(id, item), item.id, item.solution)]]
        : [],
    ),
  );
}

function sealed(key: string, secret: string, text: string): Sealed {
  // One text has one, so that two builds of one book are alike; another text has another, which is all that it must.
  const iv = createHash('sha256').update(`${secret}\n${text}`).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), iv);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { iv: iv.toString('base64'), data: data.toString('base64') };
}
