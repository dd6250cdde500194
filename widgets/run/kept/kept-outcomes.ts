/**
 * Outcomes kept on the disk, in `.cache/outcomes/`, so that a model is trained again only when its settings, its code or its
 * data have changed. Build and Node only.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { AnySettings } from '../../kit/contract/params.ts';
import type { AnyWidget } from '../../kit/contract/widget.ts';
import { runKey } from '../../kit/record/run-key.ts';
import { runnable } from '../../kit/record/run-record.ts';
import { runManyOnNode } from '../node.ts';
import { codeHash } from './code-hash.ts';

const hashes = new Map<string, string>();

/** The folder of a widget's outcomes under the code of today; those of earlier code are thrown away. */
function folderOf(root: string, { tag, models }: AnyWidget): string {
  const above = join(root, '.cache', 'outcomes', tag);
  const known = hashes.get(above);
  if (known !== undefined) return join(above, known);
  const hash = codeHash(root, tag, models);
  hashes.set(above, hash);
  mkdirSync(join(above, hash), { recursive: true });
  for (const old of readdirSync(above)) {
    if (old !== hash) rmSync(join(above, old), { recursive: true, force: true });
  }
  return join(above, hash);
}

/** As `runManyOnNode`, from the disk where the same list has been run before by the same code. */
export async function keptOutcomes(
  widget: AnyWidget,
  list: readonly AnySettings[],
  root: string = process.cwd(),
): Promise<readonly unknown[]> {
  const key = list.map((settings) => runKey(runnable(widget, settings))).join('\n');
  const name = createHash('sha256').update(key).digest('hex').slice(0, 24);
  const file = join(folderOf(root, widget), name);
  try {
    return deserialize(readFileSync(file)) as readonly unknown[];
  } catch {
    const outcomes = await runManyOnNode(widget, list);
    // Whole or not at all: another process may look for it at this moment.
    const half = `${file}.${process.pid}`;
    writeFileSync(half, serialize(outcomes));
    renameSync(half, file);
    return outcomes;
  }
}
