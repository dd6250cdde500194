/** The second place of a student’s work: IndexedDB, which has its own room and is closed or full at other times than the first. */

/** A text under a name, and others beside it, each changed whole or not at all. */
export interface SecondStorage {
  /** Puts there what is made of what is there. Two tabs take turns. Nothing made: nothing is changed. `beside` goes on with the name. */
  change(how: (there: string | null) => string | null, beside?: string): Promise<void>;
  /** The texts whose names go on so. */
  beside(name: string): Promise<readonly string[]>;
}

const STORE = 'kept';

/** In some frames a browser never answers: that place is closed, and nobody waits for it, in milliseconds. */
const LONGEST = 3000;

/** The storage of a name in this browser’s database; it is opened when it is first needed. */
export function secondStorage(database: string, name: string): SecondStorage {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = globalThis.indexedDB.open(database, 1);
      setTimeout(() => reject(new Error('silent')), LONGEST);
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
  /** Does something with the store; resolves when it is done whole. */
  const within = async (
    mode: IDBTransactionMode,
    does: (store: IDBObjectStore) => void,
  ): Promise<void> => {
    opened ??= open();
    opened.catch(() => (opened = undefined));
    const transaction = (await opened).transaction(STORE, mode);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      does(transaction.objectStore(STORE));
    });
  };
  return {
    change: async (how, beside = '') =>
      within('readwrite', (store) => {
        const there = store.get(name + beside) as IDBRequest<unknown>;
        there.onsuccess = () => {
          const text = how(typeof there.result === 'string' ? there.result : null);
          if (text !== null) store.put(text, name + beside);
        };
      }),
    async beside(goesOn) {
      let found: IDBRequest<unknown[]> | undefined;
      const all = IDBKeyRange.bound(name + goesOn, `${name}${goesOn}\uffff`);
      await within('readonly', (store) => (found = store.getAll(all)));
      return (found?.result ?? []).filter((one) => typeof one === 'string');
    },
  };
}
