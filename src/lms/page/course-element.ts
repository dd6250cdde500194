/** Turns a list of weeks into the files that a course’s platform imports. */
import { COURSE } from '#words/src/lms/pure/words';
import { COURSE_PAGE } from '#words/src/lms/words';
import { pause } from '../../../widgets/run/page/pause.ts';
import { zippedBytes, zippedInPieces } from '../../book/zipped.ts';
import { saveFile } from '../../../widgets/page/save-file.ts';
import { EDITION } from '../../tasks/storage/storage-keys.ts';
import { cartridge, type Platform } from '../cartridge.ts';
import { planned, readCourse, type BookFacts } from '../pure/course.ts';
import { packageFiles } from '../pure/scorm.ts';

class CourseElement extends HTMLElement {
  #book!: BookFacts;
  #before = '';

  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    this.#book = JSON.parse(this.#part('data').textContent) as BookFacts;
    const { edition, root = './' } = document.documentElement.dataset;
    const onWeb = /^https?:/.test(location.protocol) && edition !== 'one-file';
    this.#part('site').hidden = onWeb;
    const site = onWeb ? new URL(root, document.baseURI).href : (this.dataset['site'] ?? '');
    if (onWeb) this.#offerQuestions(site);
    const kept = draftHere();
    this.#field('site').value = (onWeb ? '' : kept['site']) || site;
    this.#field('name').value = kept['name'] ?? this.#book.title;
    this.#field('list').value = kept['list'] ?? planned(this.#book, this.#weeks);
    this.#part('form').addEventListener('submit', (event) => event.preventDefault());
    this.#part('form').addEventListener('input', () => this.#tell());
    this.addEventListener('click', ({ target }) => {
      const does = (target as Element).closest<HTMLElement>('[data-does]')?.dataset['does'];
      if (does === 'plan') this.#replace(planned(this.#book, this.#weeks));
      if (does === 'back') this.#replace(this.#before);
      if (does === 'moodle' || does === 'canvas') this.#save(does);
      if (does === 'scorm') void this.#package();
    });
    this.#tell();
  }

  /** Only the published book has the files. */
  #offerQuestions(site: string): void {
    const [room, of, link] = ['[data-xml-room]', '[data-xml-of]', '[data-xml]'].map((one) =>
      document.querySelector<HTMLElement>(one),
    );
    const point = (): void =>
      link?.setAttribute('href', `${site}lms/questions/${(of as HTMLSelectElement).value}.xml`);
    of?.addEventListener('change', point);
    point();
    if (room) room.hidden = false;
  }

  get #weeks(): number {
    return Math.min(52, Math.max(1, Math.round(Number(this.#field('weeks').value)) || 1));
  }

  get #read(): ReturnType<typeof readCourse> {
    const [list, name, site] = ['list', 'name', 'site'].map((one) => this.#field(one).value);
    return readCourse(list ?? '', name ?? '', this.#book, site ?? '');
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  #field(name: string): HTMLInputElement {
    return this.querySelector(`[name="${name}"]`) as HTMLInputElement;
  }

  /** A new list in the place of the one before, which stays at hand. */
  #replace(text: string): void {
    const list = this.#field('list');
    this.#before = list.value;
    list.value = text;
    this.#tell();
    const isOther = this.#before.trim() !== '' && this.#before !== text;
    this.#part('replaced').hidden = !isOther;
  }

  #tell(): void {
    const { course, faults } = this.#read;
    const all = course.weeks.flatMap(({ entries }) => entries);
    const of = this.querySelector('select[name="of"]') as HTMLSelectElement;
    const before = of.selectedIndex;
    of.replaceChildren(...all.map(({ title }) => new Option(title)));
    of.selectedIndex = Math.max(0, Math.min(before, all.length - 1));
    const sets = all.filter(({ kind }) => kind === 'set').length;
    this.#part('amount').textContent = COURSE_PAGE.amount(
      course.weeks.length,
      all.length - sets,
      sets,
    );
    this.#part('faults').replaceChildren(
      ...[
        ...faults.map(({ line, says }) => COURSE.fault(line, says)),
        ...all.flatMap(({ title, due = '' }) =>
          Date.parse(due) < Date.now() ? COURSE_PAGE.past(title) : [],
        ),
      ].map((textContent) => Object.assign(document.createElement('li'), { textContent })),
    );
    this.#part('said').textContent = '';
    keepDraft({
      list: this.#field('list').value,
      name: this.#field('name').value,
      site: this.#field('site').value,
    });
  }

  #save(platform: Platform): void {
    const { course, faults } = this.#read;
    const [first] = faults;
    if (first) {
      this.#part('said').textContent = COURSE.fault(first.line, first.says);
      this.#field(first.says === COURSE.noSite ? 'site' : 'list').focus();
      return;
    }
    const name = `${platform}.imscc`;
    const files = cartridge(course, this.#book, this.#field('site').value, platform);
    saveFile(name, zippedBytes(files, 9), 'application/zip');
    this.#part('said').textContent = COURSE_PAGE.saved(name);
  }

  /** A package of what is chosen, of the base that is published beside the page, or was given. */
  async #package(): Promise<void> {
    const entries = this.#read.course.weeks.flatMap((week) => week.entries);
    const { selectedIndex } = this.querySelector('select[name="of"]') as HTMLSelectElement;
    const entry = entries[selectedIndex];
    const [given] = this.#field('base').files ?? [];
    if (!entry) return;
    this.#part('said').textContent = COURSE_PAGE.making;
    const base = given ? await given.text() : await published(this.#field('site').value);
    if (base === undefined) {
      this.#part('base').hidden = false;
      this.#part('said').textContent = COURSE_PAGE.noBase;
      return;
    }
    const files = packageFiles(base, entry.shows);
    const name = `${entry.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.zip`;
    if (files) {
      const pieces = await zippedInPieces(Object.entries(files), pause);
      saveFile(name, new Blob([...pieces]), 'application/zip');
    }
    this.#part('said').textContent = files ? COURSE_PAGE.saved(name) : COURSE_PAGE.notBase;
  }
}

/** What packages are made of, where the book is published. */
async function published(site: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${site.replace(/\/?$/, '/')}lms/package.html`);
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

const DRAFT = (): string => `${document.documentElement.dataset['book'] ?? ''}/${EDITION}/course`;

function draftHere(): Readonly<Record<string, string | undefined>> {
  try {
    return JSON.parse(localStorage.getItem(DRAFT()) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

function keepDraft(draft: Readonly<Record<string, string>>): void {
  try {
    localStorage.setItem(DRAFT(), JSON.stringify(draft));
  } catch {
    // It stands on the page.
  }
}

/** Defines the element. Safe to call twice. */
export function defineCourse(): void {
  if (!customElements.get('book-course')) customElements.define('book-course', CourseElement);
}
