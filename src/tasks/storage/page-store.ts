/** The one store of a page. */
import {
  OUTCOME,
  PINNED,
  type OutcomeDetail,
  type PinnedDetail,
} from '../../../widgets/kit/contract/border.ts';
import { bookId, bookOfWork, EDITION } from './storage-keys.ts';
import { WorkStore } from './store.ts';

const PAGE = Symbol.for('book-work');

/** The page's one store, shared by every bundle on it. */
export function pageStore(): WorkStore {
  const page = globalThis as { [PAGE]?: WorkStore };
  return (page[PAGE] ??= opened());
}

function opened(): WorkStore {
  const now = (): Date => new Date();
  const store = new WorkStore(() => globalThis.localStorage, now, bookId(), EDITION, bookOfWork());
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== null && store.keys.includes(key)) store.refresh(key, newValue);
  });
  // A page that the browser had put away has heard of nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && store.refresh());
  // A phone that takes a page away says no more than that it is hidden.
  addEventListener('pagehide', () => store.flush());
  document.addEventListener('visibilitychange', () => document.hidden && store.flush());
  document.addEventListener(OUTCOME, (event) => {
    const { id, run, state, by } = (event as CustomEvent<OutcomeDetail>).detail;
    // What the address asked for comes again with every reload, and the book's own run is nobody's.
    if (by !== 'address' && run.backend !== '') store.runs.keep(id, run, state);
  });
  // Beside those of the experiment, for there the latest take the places of earlier ones.
  document.addEventListener(PINNED, (event) => {
    const { id, run } = (event as CustomEvent<PinnedDetail>).detail;
    if (run.backend !== '') store.runs.keep(`${id}--${PINNED}`, run, 'done');
  });
  return store;
}
