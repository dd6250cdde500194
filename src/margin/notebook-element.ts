/** The notebook: what lies in this browser, drawn from the work whenever that changes. */
import { addressOf, findFile } from '../find/find-file.ts';
import type { FindFile } from '../find/pure/found.ts';
import { made } from '../../widgets/page/made.ts';
import { pageStore } from '../tasks/storage/page-store.ts';
import { saveFile } from '../../widgets/page/save-file.ts';
import { bookJson } from '../book/book-json.ts';
import { NAMED, type Named } from '../measured/pure/pinned.ts';
import { questionOf } from '../review/page/asked.ts';
import { textOf } from '../tasks/fields/text-of.ts';
import {
  chaptersOf,
  markdownOf,
  pageOfQuestion,
  type Chapter,
  type NamesOf,
} from './pure/notebook.ts';
import { NOTEBOOK } from '#words/src/margin/pure/words';

class NotebookElement extends HTMLElement {
  readonly #store = pageStore();
  #file: FindFile | undefined;
  #named: Named = { names: {}, placed: {} };
  /** Questions whose answers are told in words of theirs, as they stand in their lessons. */
  readonly #questions = new Map<string, HTMLElement | undefined>();

  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    this.#store.addEventListener('change', () => {
      this.#show();
    });
    this.addEventListener('click', ({ target }) => {
      const { does } = (target as HTMLElement).dataset;
      if (does === 'markdown') this.#save();
      if (does === 'print') print();
    });
    this.#show();
  }

  /** The titles of places, once there is something to be named. */
  #fetch(): void {
    Promise.all([findFile(), bookJson<Named>(NAMED)]).then(
      ([file, named]) => {
        [this.#file, this.#named] = [file, named];
        this.#show();
      },
      (error: unknown) => {
        console.warn(error);
        this.#place.replaceChildren(made('p', { role: 'status' }, NOTEBOOK.failed));
      },
    );
  }

  get #place(): Element {
    return this.querySelector('[data-part="chapters"]') ?? this;
  }

  get #chapters(): readonly Chapter[] {
    const names: NamesOf = {
      experiments: this.#named,
      ofQuestion: (question, id) => {
        const element = this.#questions.get(question);
        return element ? (this.#setting(element, id) ?? textOf(element, id)) : id;
      },
    };
    return this.#file ? chaptersOf(this.#store.work, this.#file, names) : [];
  }

  /** What a setting is called that a question asks for. */
  #setting(question: HTMLElement, name: string): string | undefined {
    const text = question.querySelector('[data-part="data"]')?.textContent ?? '{}';
    const { instance = '' } = JSON.parse(text) as { readonly instance?: string };
    const { names, placed } = this.#named;
    return names[placed[instance]?.tag ?? '']?.settings[name]?.label;
  }

  /** Where answers are ids, the questions come after them, to tell them in words. */
  async #read(file: FindFile): Promise<void> {
    const wanted = Object.values(this.#store.work.answers).flatMap(({ question, answer }) => {
      const page = pageOfQuestion(file, question);
      const isKnown =
        typeof answer === 'string' || answer === null || this.#questions.has(question);
      return isKnown || page === undefined ? [] : [{ id: question, page }];
    });
    if (wanted.length === 0) return;
    for (const { id } of wanted) this.#questions.set(id, undefined);
    await Promise.all(
      wanted.map(async (one) => this.#questions.set(one.id, await questionOf(one))),
    );
    this.#show();
  }

  #show(): void {
    const { answers, runs, marks } = this.#store.work;
    const isEmpty = [answers, runs, marks].every((one) => Object.keys(one).length === 0);
    if (!this.#file && !isEmpty) this.#fetch();
    const chapters = this.#chapters;
    // What the page says of an empty one stands until there is something.
    if (chapters.length > 0) this.#place.replaceChildren(...chapters.flatMap((one) => drawn(one)));
    if (this.#file) this.#read(this.#file).catch(console.warn);
  }

  #save(): void {
    const text = markdownOf(
      NOTEBOOK.title,
      this.#chapters,
      (href) => new URL(addressOf(href), location.href).href,
    );
    saveFile(NOTEBOOK.file, text, 'text/markdown');
  }
}

/** Safe to call twice. */
export function defineNotebook(): void {
  if (!customElements.get('book-notebook')) customElements.define('book-notebook', NotebookElement);
}

function drawn({ title, href, marks, runs, answers }: Chapter): readonly Node[] {
  const part = (called: string, rows: readonly Node[]): readonly Node[] =>
    rows.length === 0
      ? []
      : [made('h3', {}, called), made('ul', { class: 'notebook-part' }, ...rows)];
  const link = (words: string, to: string): Node | string =>
    to === '' ? words : made('a', { href: addressOf(to) }, words);
  const row = (entry: Chapter['runs'][number]): Node =>
    made('li', {}, link(entry.of, entry.href), made('p', {}, entry.own));
  return [
    made('h2', {}, link(title, href)),
    ...part(
      NOTEBOOK.highlights,
      marks.map(({ of, own, href: to }) =>
        made(
          'li',
          {},
          made('blockquote', {}, link(of, to)),
          ...(own === '' ? [] : [made('p', {}, own)]),
        ),
      ),
    ),
    ...part(NOTEBOOK.runs, runs.map(row)),
    ...part(NOTEBOOK.answers, answers.map(row)),
  ];
}
