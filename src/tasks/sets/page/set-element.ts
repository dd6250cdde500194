/** The page of a composed set: its link is read, its items are brought, and then it is an assignment like any other. */
import { ITEMS, SETS, TIMES } from '#words/src/tasks/sets/page/words';
import { setMarkup } from '../../../../widgets/run/page/trusted-types.ts';
import { bookOfWork, EDITION } from '../../storage/storage-keys.ts';
import { assignmentOf, idOfSet, itemsOf } from '../pure/composed/composed.ts';
import { changesOf } from '../pure/composed/changes.ts';
import { fragmentOf, isSet, setIn, type ComposedSet } from '../pure/composed/link.ts';
import { carriedIn, withCarried, withoutCarried } from '../pure/work/in-address.ts';
import { defineAssignment, type AssignmentElement } from './assignment-element.ts';
import { addressIn } from './editions.ts';
import { brought } from './experiment-place.ts';
import type { Assignment } from '../pure/format/assignment.ts';
import { saidInAddress } from './in-package.ts';
import type { InStock } from './in-stock.ts';
import { keepSet, knownSets, setHere } from './known-sets.ts';

/** An item as it was brought. */
interface Brought {
  readonly element: HTMLElement;
  readonly told: InStock;
  readonly experiment?: Element | null;
}

class SetElement extends HTMLElement {
  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    defineAssignment();
    this.#part('set-paste').addEventListener('submit', (event) => {
      event.preventDefault();
      const field = this.querySelector<HTMLInputElement>('[name="set-link"]');
      this.#open(setIn(field?.value ?? ''));
    });
    const inAddress = setIn(withoutCarried(saidInAddress()));
    // A place in the page has taken the set out of the address.
    const asked = isSet(inAddress) ? inAddress : (setHere() ?? inAddress);
    // A link that is opened while the page stands is another set; a place in the page is none.
    addEventListener('hashchange', (event) => {
      const other = setIn(withoutCarried(saidInAddress()));
      // Who copies the address copies the set, wherever in it they are. The one file knows its pages by their places.
      if (
        !isSet(other) &&
        isSet(asked) &&
        document.documentElement.dataset['edition'] !== 'one-file'
      )
        history.replaceState(history.state, '', `#${fragmentOf(asked)}`);
      if (!isSet(other) || (isSet(asked) && fragmentOf(other) === fragmentOf(asked))) return;
      // What the link carries is for that one.
      event.stopImmediatePropagation();
      location.reload();
    });
    this.#open(asked);
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  #say(...sentences: readonly string[]): void {
    this.#part('set-told').textContent = sentences.filter(Boolean).join(' ');
  }

  #open(asked: ReturnType<typeof setIn>): void {
    if (!isSet(asked)) {
      this.#say(SETS[asked.problem]);
      this.#part('set-paste').hidden = false;
      this.#listKnown();
      return;
    }
    if (asked.release !== EDITION) {
      this.#say(SETS.elsewhere(asked.release));
      const [place, carry] = [`#${fragmentOf(asked)}`, carriedIn(location.hash)];
      const hash = carry === undefined ? place : withCarried(place, carry);
      const there = addressIn(asked.release, hash);
      if (there !== undefined) location.replace(there);
      return;
    }
    this.#part('set-paste').hidden = true;
    const known = knownSets().find((one) => idOfSet(one) === idOfSet(asked));
    const set = known && known.revision > asked.revision ? known : asked;
    if (!location.search.includes('as=')) keepSet(set);
    const changes = known && known.revision < set.revision ? changesOf(known, set) : [];
    void this.#compose(set).then(
      (missing) =>
        this.#say(
          missing > 0 ? SETS.missing(missing) : '',
          set === asked ? '' : SETS.older,
          changes.length > 0 ? SETS.revised(changes.map((one) => SETS[one.what](one.places))) : '',
        ),
      () => this.#say(SETS.notCome),
    );
  }

  /** The sets that were opened here before: whoever comes back without a link finds them. */
  #listKnown(): void {
    this.#part('set-known').replaceChildren(
      ...knownSets(true).map((set) => {
        const link = Object.assign(document.createElement('a'), {
          href: `#${fragmentOf(set)}`,
          textContent: SETS.known(set.title, whenIn(set)),
        });
        const row = document.createElement('li');
        row.append(link);
        return row;
      }),
    );
  }

  /** Brings its items and their experiments; resolves with how many there are not. */
  async #compose(set: ComposedSet): Promise<number> {
    this.#say(ITEMS.opening);
    const ids = itemsOf(set, this.#stocked());
    const parts = await Promise.all(ids.flatMap((one) => (one ? [this.#bring(one.id)] : [])));
    const assignment = assignmentOf(
      set,
      bookOfWork(),
      parts.map(({ told }) => told.item),
    );
    const looks = Object.fromEntries(parts.map(({ told }) => [told.item.id, told.look]));
    this.#head(set, assignment, parts);
    const place = this.#part('set-items');
    const placed = new Set<Element>();
    for (const [i, { element, experiment }] of parts.entries()) {
      const item = assignment.items[i];
      const [strong, points] = element.querySelectorAll('.question-label > *');
      if (strong) strong.textContent = ITEMS.item(i + 1);
      if (points && item) points.textContent = ITEMS.points(item.points);
      if (set.hints === 'none') element.querySelector('[data-does="hint"]')?.remove();
      place.append(element);
      // Where several share an experiment it stands below the first of them.
      if (!experiment || placed.has(experiment)) continue;
      placed.add(experiment);
      place.append(experiment);
    }
    this.#part('set-work').hidden = false;
    const as = new URLSearchParams(location.search).get('as') ?? undefined;
    const element = this.querySelector<AssignmentElement>('book-assignment');
    if (element) element.dataset['place'] = placeOfSet(set);
    element?.compose({ assignment, looks }, as);
    return ids.filter((one) => one === undefined).length;
  }

  get #stock(): DocumentFragment {
    return (this.#part('stock') as HTMLTemplateElement).content;
  }

  /** The items of the stock, as the page has places for them. */
  #stocked(): readonly { readonly id: string }[] {
    const places = this.#stock.querySelectorAll<HTMLElement>('[data-apart^="item-"]');
    return [...places].map(({ dataset }) => ({
      id: (dataset['apart'] ?? '').slice('item-'.length),
    }));
  }

  async #bring(id: string): Promise<Brought> {
    const place = await this.#filled(`item-${id}`);
    const element = place.querySelector<HTMLElement>('[data-item]');
    if (!element) throw new Error(`${id} has not come whole`);
    const told = JSON.parse(place.querySelector('script')?.textContent ?? '') as InStock;
    if (told.experiment === undefined) return { element, told };
    const around = await this.#filled(`with-${told.experiment}`);
    return { element, told, experiment: around.firstElementChild };
  }

  /** A place of the page with what stands apart from it; in the one file it is there. */
  async #filled(name: string): Promise<HTMLElement> {
    const place = this.#stock.querySelector<HTMLElement>(`[data-apart="${name}"]`);
    if (!place) throw new Error(`there is no place for ${name}`);
    const coming = place.firstElementChild ? undefined : brought(name);
    const markup = await coming;
    // Several may have asked for it.
    if (markup && !place.firstElementChild) setMarkup(place, markup);
    return place;
  }

  #head(set: ComposedSet, { items }: Assignment, parts: readonly Brought[]): void {
    const points = items.reduce((sum, item) => sum + item.points, 0);
    const minutes = parts.reduce((sum, { told }) => sum + told.minutes, 0);
    this.#part('set-title').textContent = set.title;
    document.title = set.title;
    this.#part('set-note').textContent = set.note;
    const when = whenIn(set);
    const isOver = set.due !== undefined && Date.parse(set.due) < Date.now();
    const says = [
      SETS.size(items.length, points, minutes),
      ...(when === '' ? [] : [isOver ? SETS.late(when) : SETS.due(when)]),
      ...(set.solutions === 'with-marks' ? [SETS.withMarks] : []),
    ];
    this.#part('set-size').textContent = `${says.join('. ')}.`;
  }
}

/** The moment at which a set is due, as its teacher wrote it: Friday, 18 December 2026, 23:59 (UTC+01:00). */
function whenIn({ due }: Pick<ComposedSet, 'due'>): string {
  if (due === undefined) return '';
  const day = new Date(`${due.slice(0, 10)}T00:00Z`).toLocaleDateString(TIMES, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  } as const);
  return `${day}, ${due.slice(11, 16)} (UTC${due.slice(-6)})`;
}

const placeOfSet = (set: ComposedSet): string =>
  `#${'edition' in document.documentElement.dataset ? '/set/' : ''}${fragmentOf(set)}`;

/** Defines the element. Safe to call twice. */
export function defineSet(): void {
  if (!customElements.get('book-set')) customElements.define('book-set', SetElement);
}
