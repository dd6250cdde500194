/** Reads a key from a file. An instructor’s own file is trusted as to its contents, and checked as to its shape. */
import type { Key } from './assignment.ts';

/** The key in a text; nothing where there is none. */
export function readKey(text: string): Key | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isKey(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isKey(value: unknown): value is Key {
  const key = value as Partial<Key> | null | undefined;
  return (
    key?.kind === 'key' &&
    key.format === 1 &&
    Array.isArray(key.assignment?.items) &&
    typeof key.items === 'object'
  );
}
