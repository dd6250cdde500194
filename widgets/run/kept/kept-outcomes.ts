/**
 * Outcomes kept on the disk, in `.cache/outcomes/`, a file each, so that a model is trained again only when its settings, its
 * code or its data have changed, and whoever asks for the same run finds it. Build and Node only.
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
const ready = new Set<string>();

/** The code and the data that outcomes of a widget hang on, by one name. */
export function codeName({ tag, models }: AnyWidget, root: string = process.cwd()): string {
  const which = join(root, tag);
  const hash = hashes.get(which) ?? codeHash(root, tag, models);
  hashes.set(which, hash);
  return hash;
}

/** The name of a run among those of the same code. */
export function runName(widget: AnyWidget, settings: AnySettings): string {
  const key = runKey(runnable(widget, settings));
  return createHash('sha256').update(key).digest('hex').slice(0, 24);
}

/** The folder of a widget's outcomes under the code of today; those of earlier code are thrown away. */
function folderOf(root: string, widget: AnyWidget): string {
  const above = join(root, '.cache', 'outcomes', widget.tag);
  const hash = codeName(widget, root);
  const folder = join(above, hash);
  if (ready.has(folder)) return folder;
  ready.add(folder);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(above)) {
    if (old !== hash) rmSync(join(above, old), { recursive: true, force: true });
  }
  return folder;
}

/** What stands in a file, and nothing where there is none that can be read. */
function readIn(file: string): { readonly outcome: unknown } | undefined {
  try {
    return { outcome: deserialize(readFileSync(file)) };
  } catch {
    return undefined;
  }
}

/** Whole or not at all: another process may look for it at this moment. */
function write(file: string, outcome: unknown): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, serialize(outcome));
  renameSync(half, file);
}

/** As `runManyOnNode`, each from the disk where the same code has run it before; the others are run together, as one list. */
export async function keptOutcomes(
  widget: AnyWidget,
  list: readonly AnySettings[],
  root: string = process.cwd(),
): Promise<readonly unknown[]> {
  const folder = folderOf(root, widget);
  const files = list.map((settings) => join(folder, `${runName(widget, settings)}.run`));
  const known = new Map(
    files.flatMap((file) => {
      const found = readIn(file);
      return found ? [[file, found.outcome] as const] : [];
    }),
  );
  const fresh = new Map(files.map((file, i) => [file, list[i] as AnySettings] as const));
  for (const file of known.keys()) fresh.delete(file);
  const outcomes = fresh.size > 0 ? await runManyOnNode(widget, [...fresh.values()]) : [];
  for (const [i, file] of [...fresh.keys()].entries()) {
    write(file, outcomes[i]);
    known.set(file, outcomes[i]);
  }
  return files.map((file) => known.get(file));
}
