/** What this device remembers of the reading, by names: marks that may be lost. */

const key = (name: string): string => `${document.documentElement.dataset['book']}.${name}`;

/** No mark is as long, in characters; what else stands there is no mark. */
const LONGEST = 50_000;

/** What was kept under a name; anybody may have written there. */
export function remembered(name: string): unknown {
  try {
    const text = localStorage.getItem(key(name)) ?? '';
    return JSON.parse(text.length < LONGEST ? text : '');
  } catch {
    return null;
  }
}

/** Keeps a value under a name, if it can. */
export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(key(name), JSON.stringify(value));
  } catch {
    // Storage is closed or full: a reading mark is not worth a word.
  }
}

/** The addresses of the lessons that were read to their end. */
export function readLessons(): readonly string[] {
  const list = remembered('read');
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
