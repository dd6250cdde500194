/** Runs that train: on the back end that is best here, or that the reader wants. Fetched with the first of them. */
import { proxy } from 'comlink';
import { BackendChoice, type BackendFacts } from './back-end-choice.ts';
import { BACKENDS, backendTitle } from './back-ends.ts';
import { runWithFallback, type Setback } from './fallback.ts';
import { asset, workplace } from './kept-workers.ts';
import { readableQuery } from '../../kit/contract/query.ts';
import { survey } from './measure-back-ends.ts';
import type { Order, PageSide } from '../protocol.ts';
import type { Caller } from './carry.ts';
import { WANTED, WORDS } from '#words/widgets/kit/words/words';

const LAB = 'lab';
const choice = new BackendChoice();
/** What the address asks for and is no back end; said once, with the first run of a model. */
let unknown = '';
if (typeof location !== 'undefined') {
  const asked = new URLSearchParams(readableQuery(location.search)).get('backend');
  choice.choose(asked);
  if (asked && !choice.chosen) unknown = asked;
}
const isChosen = (backend: string): boolean => backend === choice.chosen;

/** Every back end with what is known of it. */
export function backends(): readonly BackendFacts[] {
  return choice.facts();
}

/** The reader's choice, from the next run on; `undefined` leaves it to the book again. */
export function chooseBackend(name: string | undefined): void {
  choice.choose(name);
}

/** The back end that the reader asked for, here or by `?backend=` in the address. */
export function chosenBackend(): string | undefined {
  return choice.chosen;
}

/** Measures what has not been measured yet, once for all runs, and goes where it is best; the reader's choice goes first. */
export async function runInLab(
  page: PageSide,
  asked: Order,
  caller: Caller,
): Promise<{ backend: string }> {
  if (unknown) {
    const known = WANTED.oneOf(BACKENDS);
    caller.onNotice(WORDS.unreadable('backend', unknown.slice(0, 60), known));
    unknown = '';
  }
  const setbacks = await (measuring ??= measured().finally(() => (measuring = undefined)));
  const { chosen } = choice;
  const order = choice.order();
  const ahead = (name: string): number => BACKENDS.findIndex((one) => one === name);
  return runWithFallback(workplace(LAB, page, isChosen, asked), order, {
    ...caller,
    title: backendTitle,
    // That a back end failed is worth a word where it would have been preferred.
    setbacks: setbacks.filter(({ backend }) => ahead(backend) < ahead(order[0] ?? '')),
    onFinding: (backend, finding) => choice.found(backend, finding, chosen),
    chosen,
  });
}

let measuring: Promise<readonly Setback[]> | undefined;

/** Opens every back end that nothing is known of; no single run may stop it, for the next one needs it too. */
async function measured(): Promise<readonly Setback[]> {
  const names = choice.untried();
  if (names.length === 0) return [];
  const unasked = (): Promise<void> => Promise.resolve();
  const page = proxy<PageSide>({ asset, show: unasked, showMany: unasked });
  return survey(workplace(LAB, page, isChosen), names, {
    signal: new AbortController().signal,
    onFinding: (backend, finding) => choice.found(backend, finding, ''),
  });
}
