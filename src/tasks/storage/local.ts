/** The part of `Storage` that is used; tests hand in one that fails. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The browser's storage, or nothing where it is closed to the page: asking for it may throw, or its first use. */
export function opened(ask: () => StorageLike): StorageLike | undefined {
  try {
    const storage = ask();
    storage.getItem('');
    return storage;
  } catch {
    return undefined;
  }
}
