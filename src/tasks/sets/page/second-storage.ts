/** The second place of a student’s work: IndexedDB, which has its own room and is closed or full at other times than the first. */

/** One text under one name, changed whole or not at all. */
export interface SecondStorage {
  /** Puts there what is made of what is there. Two tabs take turns. Nothing made: nothing is changed. */
  change(how: (there: string | null) => string | null): Promise<void>;
}

const STORE = 'kept';

/** The storage of a name in this browser’s database; it is opened when it is first needed. */
export function secondStorage(database: string, name: string): SecondStorage {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = globalThis.indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onerror = () => reject(request.error ?? new Error('closed'));
      request.onsuccess = () => {
        const { result } = request;
        // Another tab that deletes it is not to wait for this one.
        result.onversionchange = () => result.close();
        result.onclose = () => (opened = undefined);
        resolve(result);
      };
    });
  return {
    async change(how) {
      opened ??= open();
      opened.catch(() => (opened = undefined));
      const transaction = (await opened).transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
        const there = store.get(name) as IDBRequest<unknown>;
        there.onsuccess = () => {
          const text = how(typeof there.result === 'string' ? there.result : null);
          if (text !== null) store.put(text, name);
        };
      });
    },
  };
}
