/** The part of `Storage` that is used; tests hand in one that fails. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The browser's storage, or nothing where it is closed to the page: asking for it may throw, or its first use. */
export function opened(shelf: () => Shelf): Shelf | undefined {
  try {
    const storage = shelf();
    storage.getItem('');
    return storage;
  } catch {
    return undefined;
  }
}
