/** For which sets marks go back as points although the file’s maximum is another: what an instructor chose in this browser, and nothing of a class. */
import { bookId, EDITION } from '../../storage/storage-keys.ts';

const key = (): string => `${bookId()}/${EDITION}/as-points`;

function kept(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key()) ?? '[]');
    return Array.isArray(ids) ? ids.map(String) : [];
  } catch {
    return [];
  }
}

export const isAsPoints = (id: string): boolean => kept().includes(id);

/** Nothing where the browser keeps nothing. */
export function keepAsPoints(id: string, isKept: boolean): void {
  const ids = kept().filter((one) => one !== id);
  try {
    localStorage.setItem(key(), JSON.stringify(isKept ? [...ids, id] : ids));
  } catch {
    // The choice stands on the page until it is closed.
  }
}
