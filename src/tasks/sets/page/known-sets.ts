/** The sets that were opened in this browser, by their ids: the newest state of each, as the fragment of its link. */
import { bookId, EDITION } from '../../storage/storage-keys.ts';
import { idOfSet } from '../pure/composed/composed.ts';
import { fragmentOf, isSet, setIn, type ComposedSet } from '../pure/composed/link.ts';

const key = (edition = EDITION): string => `${bookId()}/${edition}/sets`;
/** Of this tab: what is on the page while a place in it stands in the address. */
const HERE = 'set';

/** All of this edition, the one that was opened last first; where all editions are asked for, behind them those of others. */
export function knownSets(ofAll = false): readonly ComposedSet[] {
  try {
    const editions = Object.keys(localStorage).flatMap((one) => {
      const [, edition = ''] = one.split('/');
      return one === key(edition) && edition !== EDITION ? edition : [];
    });
    return [EDITION, ...(ofAll ? editions : [])].flatMap((edition) => {
      const kept: unknown = JSON.parse(localStorage.getItem(key(edition)) ?? '[]');
      return (Array.isArray(kept) ? kept : []).map((one) => setIn(String(one))).filter(isSet);
    });
  } catch {
    return [];
  }
}

/** Puts a set first. Nothing where the browser keeps nothing. */
export function keepSet(set: ComposedSet): void {
  const others = knownSets().filter((one) => idOfSet(one) !== idOfSet(set));
  try {
    localStorage.setItem(key(), JSON.stringify([set, ...others].map(fragmentOf)));
    sessionStorage.setItem(HERE, fragmentOf(set));
  } catch {
    // The link still opens it.
  }
}

/** The set that this tab shows; nothing where it shows none. */
export function setHere(): ComposedSet | undefined {
  try {
    const set = setIn(sessionStorage.getItem(HERE) ?? '');
    return isSet(set) ? set : undefined;
  } catch {
    return undefined;
  }
}
