/** The list of lessons and the search, in a dialog over the page. Fetched when it is first asked for. */
import { dress } from '../../widgets/page/dress.ts';
import css from './find.css?inline';
import { readLessons } from '../book/remembered.ts';
import { contextOf, type FindFile, markedIn, type Marked } from './pure/found.ts';
import { made } from '../../widgets/page/made.ts';
import { addressOf, findFile } from './find-file.ts';
import type { Hit, Search } from './search.ts';
import { FIND } from '#words/src/find/words';

dress(css);

/** A pause in typing after which the number of places is said, in milliseconds. */
const SAID_AFTER = 600;

/** So many places are drawn without a pause. */
const STRETCH = 5;

/** So many searches are made for nothing. */
const WARM = 8;

/** Of fewer letters nobody is told that they fit nothing. */
const BEGUN = 3;

let find: Find | undefined;

/** Opens it, with the field for a search in focus. */
export function openFind(): void {
  find ??= new Find();
  find.open();
}

type Child = Node | string;
const marked = (pieces: Marked): readonly Child[] =>
  pieces.map((piece, i) => (i % 2 === 1 ? made('mark', {}, piece) : piece));

class Find {
  readonly #field = made('input', {
    type: 'search',
    id: 'find-field',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'search',
    'aria-describedby': 'find-hint',
  });
  readonly #said = made('p', { class: 'find-said', role: 'status' });
  readonly #list = made('div', { class: 'find-list' });
  readonly #dialog = made(
    'dialog',
    { class: 'find', 'aria-label': FIND.title },
    made(
      'form',
      { method: 'dialog', class: 'find-form', role: 'search' },
      made('label', { for: 'find-field' }, FIND.label),
      this.#field,
      made('button', { type: 'submit', class: 'quiet', value: 'close' }, FIND.close),
      made('p', { id: 'find-hint', class: 'soft' }, FIND.hint),
    ),
    this.#said,
    this.#list,
  );
  #file: FindFile | undefined;
  #search: Search | undefined;
  /** The list of lessons stands there. */
  #isList = false;
  #timer = 0;
  /** Which of the fetches is the latest. */
  #isFetching = false;

  constructor() {
    const dialog = this.#dialog;
    this.#field.addEventListener('input', () => {
      this.#show();
    });
    dialog.addEventListener('keydown', (event) => {
      this.#move(event);
    });
    dialog.addEventListener('click', ({ target }) => {
      // A click beside it closes it, and so does a way out of it, which may lead to this very page.
      const way = (target as Element).closest('a');
      if (target === dialog || way) dialog.close();
      if (way) setTimeout(() => goOnAt(way));
    });
    document.body.append(dialog);
  }

  open(): void {
    if (this.#dialog.open) {
      this.#field.select();
      return;
    }
    this.#dialog.showModal();
    this.#field.focus();
    this.#field.select();
    this.#show();
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    if (this.#search || this.#isFetching) return;
    this.#isFetching = true;
    try {
      this.#file ??= await findFile();
      this.#show();
      const { searchIn } = await import('./search.ts');
      const search = await searchIn(this.#file.found);
      // Code is slow when it runs for the first times: before the first letter is typed, and not under it.
      for (const { title } of this.#file.found.slice(0, WARM)) {
        await new Promise((next) => setTimeout(next));
        resultsOf(search(title.slice(0, BEGUN)).hits.slice(0, STRETCH));
      }
      this.#search = search;
      this.#show();
    } catch (error) {
      console.warn(error);
      this.#said.textContent = FIND.failed;
    } finally {
      this.#isFetching = false;
    }
  }

  #show(): void {
    const query = this.#field.value.trim();
    clearTimeout(this.#timer);
    if (!this.#file) this.#say(FIND.loading);
    else if (query === '') this.#showList(this.#file);
    else if (!this.#search) this.#say(FIND.loading);
    else {
      const { hits, isCut, isNear } = this.#search(query);
      // A word has only been begun.
      if (hits.length === 0 && query.length < BEGUN) {
        this.#showList(this.#file);
        return;
      }
      this.#isList = false;
      this.#list.replaceChildren(
        ...(hits.length > 0 ? [resultsOf(hits)] : insteadOf(query, this.#file)),
      );
      const many = isNear ? FIND.near : isCut ? FIND.most : FIND.some;
      const said = hits.length > 0 ? many(hits.length, query) : FIND.none(query);
      this.#timer = window.setTimeout(() => {
        this.#say(said);
      }, SAID_AFTER);
    }
  }

  #showList(file: FindFile): void {
    if (!this.#isList) this.#list.replaceChildren(...listOf(file));
    this.#isList = true;
    this.#say('');
  }

  #say(words: string): void {
    if (this.#said.textContent !== words) this.#said.textContent = words;
  }

  /** Arrow keys lead from the field through the links and back; Enter in the field follows the first place found. */
  #move(event: KeyboardEvent): void {
    // A field for a search would only be emptied.
    if (event.key === 'Escape') this.#dialog.close();
    const links = [...this.#list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'Enter' && document.activeElement === this.#field) {
      event.preventDefault();
      if (this.#field.value.trim() !== '')
        this.#list.querySelector<HTMLElement>('.find-results [href]')?.click();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    (at + step < 0 ? this.#field : links[Math.min(links.length - 1, at + step)])?.focus();
  }
}

/** Where a link has led within this page, the keyboard goes on; the focus would be back at what opened the dialog. */
function goOnAt({ hash }: HTMLAnchorElement): void {
  const place =
    hash === location.hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!place) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/** The first places at once, the others a few at a time, unless something else is asked for meanwhile. */
function resultsOf(hits: readonly Hit[]): Node {
  const list = made('ol', { class: 'find-results' });
  const more = (from: number): void => {
    list.append(...hits.slice(from, from + STRETCH).map(resultOf));
    if (from + STRETCH < hits.length)
      setTimeout(() => {
        if (list.isConnected) more(from + STRETCH);
      });
  };
  more(0);
  return list;
}

function resultOf({ found, words, beyond }: Hit): Node {
  const { kind, title, where, href, text } = found;
  const called = markedIn(title, words);
  // A question is called by its own beginning.
  const isSaid = text === '' || (kind === 'question' && called.length > 1);
  return made(
    'li',
    {},
    made('a', { href: addressOf(href) }, ...marked(called)),
    made('span', { class: 'soft' }, ` ${FIND.kinds[kind]}${where === '' ? '' : `, ${where}`}`),
    ...(isSaid ? [] : [made('p', {}, ...marked(contextOf(text, words)))]),
    // What stands in what was cut off, or is only another name for it.
    ...(beyond.length === 0
      ? []
      : [
          made('p', { class: 'soft' }, FIND.beyond, ...marked(markedIn(beyond.join(', '), beyond))),
        ]),
  );
}

/** Where nothing fits: the glossary where the query would stand in it, and the list. */
function insteadOf(query: string, file: FindFile): Node[] {
  const terms = file.found.filter(({ kind }) => kind === 'term');
  const near = terms.findLast(({ title }) => title.localeCompare(query) <= 0) ?? terms[0];
  if (!near) return listOf(file);
  const link = made('a', { href: addressOf(near.href) }, near.title);
  return [made('p', {}, `${FIND.instead} “`, link, '”.'), ...listOf(file)];
}

/** All lessons by parts, the one that is open and those that were read marked, then the other pages. */
function listOf({ before, parts, pages }: FindFile): Node[] {
  const read = new Set(readLessons());
  const here = document.querySelector<HTMLElement>(
    '[data-lesson]:not([data-page]:not([data-shown]) *)',
  );
  const item = (title: string, href: string, path: string, ...more: readonly Child[]): Node => {
    const isHere = here?.dataset['lesson'] === path;
    const link = made(
      'a',
      { href: addressOf(href), ...(isHere ? { 'aria-current': 'page' } : {}) },
      title,
    );
    return made('li', {}, link, ...more);
  };
  return [
    made('ul', {}, ...before.map(({ title, href, path }) => item(title, href, path))),
    ...parts.flatMap((part) => [
      made('h2', {}, made('a', { href: addressOf(part.href) }, part.title)),
      made(
        'ol',
        { start: String(part.lessons[0]?.number ?? 1) },
        ...part.lessons.map(({ title, href, path, core }) => {
          const notes = [
            ...(core ? [] : [FIND.optional]),
            ...(read.has(path) ? [`✓ ${FIND.read}`] : []),
          ];
          return item(
            title,
            href,
            path,
            made('span', { class: 'soft' }, notes.map((one) => ` ${one}`).join(',')),
          );
        }),
      ),
    ]),
    made('h2', {}, FIND.pages),
    made('ul', {}, ...pages.map(({ title, href }) => item(title, href, `/${href}`))),
  ];
}
