/** The one store of a page. */
import { WorkStore } from './store.ts';

const PAGE = Symbol.for('book-work');

/** The page's one store, shared by every bundle on it. */
export function pageStore(): WorkStore {
  const page = globalThis as { [PAGE]?: WorkStore };
  if (page[PAGE]) return page[PAGE];
  const store = new WorkStore(() => globalThis.localStorage);
  addEventListener('storage', (event) => {
    if (event.key === store.key) store.refresh();
  });
  page[PAGE] = store;
  return store;
}
