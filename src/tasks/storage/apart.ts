/** The browser’s storage as a page sees it that shares its origin with a learning platform: under one prefix, and nothing else. */

/** Puts a prefix before all that this page keeps, in local and session storage and in databases; whoever asks has the same as before. */
export function storageApart(prefix: string): void {
  for (const name of ['localStorage', 'sessionStorage'])
    instead(name, (real: Storage) => within(real, prefix));
  instead('indexedDB', (real: IDBFactory) => ({
    open: (name: string, version?: number) => real.open(prefix + name, version),
  }));
  const stripped = (event: StorageEvent): void => {
    const { isTrusted, key, oldValue, newValue } = event;
    if (!isTrusted) return;
    event.stopImmediatePropagation();
    if (!key?.startsWith(prefix)) return;
    const own = { key: key.slice(prefix.length), oldValue, newValue };
    dispatchEvent(new StorageEvent('storage', own));
  };
  addEventListener('storage', stripped, true);
}

/** Something of the page’s own in the place of a global; where asking for that throws, it still does. */
function instead<T>(name: string, make: (real: T) => unknown): void {
  const ask = Object.getOwnPropertyDescriptor(globalThis, name)?.get;
  if (!ask) return;
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => make(ask.call(globalThis) as T),
  });
}

function within(real: Storage, prefix: string): object {
  const keys = (): string[] =>
    Object.keys(real).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []));
  const own = {
    getItem: (key: string) => real.getItem(prefix + key),
    setItem: (key: string, text: string) => real.setItem(prefix + key, text),
    removeItem: (key: string) => real.removeItem(prefix + key),
    key: (at: number) => keys()[at] ?? null,
    get length() {
      return keys().length;
    },
  };
  const textOf = (key: string | symbol): string | undefined =>
    typeof key === 'string' ? (own.getItem(key) ?? undefined) : undefined;
  return new Proxy(own, {
    ownKeys: keys,
    get: (_, key) => (key in own ? own[key as keyof typeof own] : textOf(key)),
    getOwnPropertyDescriptor: (_, key) => {
      const value = textOf(key);
      return value === undefined ? value : { value, enumerable: true, configurable: true };
    },
  });
}
