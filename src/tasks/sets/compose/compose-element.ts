/** Composes a set: items are chosen and put in order, and the link follows every change. */
import { COMPOSE } from '#words/src/tasks/sets/compose/words';
import { LINKS } from '#words/src/tasks/sets/pure/composed/words';
import { markup, type Markup } from '../../../../widgets/kit/draw/markup.ts';
import { copyText } from '../../../../widgets/page/clipboard.ts';
import { saveFile } from '../../../../widgets/page/save-file.ts';
import { setMarkup } from '../../../../widgets/run/page/trusted-types.ts';
import { EDITION } from '../../storage/storage-keys.ts';
import { itemsOf } from '../pure/composed/composed.ts';
import {
  codeOfItem,
  fragmentOf,
  isSet,
  LONGEST_LINK,
  LONGEST_TEXT,
  setIn,
  type ComposedSet,
} from '../pure/composed/link.ts';
import { amountOf, found, type Offer } from '../pure/composed/offer.ts';
import { yamlOf } from '../pure/composed/yaml.ts';

interface Data {
  readonly offers: readonly Offer[];
  readonly ideas: readonly (readonly [id: string, phrase: string])[];
  readonly lessons: readonly (readonly [slug: string, title: string])[];
}

interface Chosen {
  readonly offer: Offer;
  readonly points: number;
}

/** How many offers are shown at first, and more at a press. */
const SHOWN = 25;
const NEW: ComposedSet = {
  ...{ release: EDITION, number: 0, revision: 1, title: '', note: '', items: [] },
  ...{ hints: 'as-written', solutions: 'with-marks' },
};

class ComposeElement extends HTMLElement {
  #data!: Data;
  #chosen: readonly Chosen[] = [];
  #number = 0;
  #revision = 1;
  /** The set whose link was copied, while nothing has changed since. */
  #handedOut = '';
  #shown = SHOWN;

  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    this.#data = JSON.parse(this.#part('data').textContent) as Data;
    this.#part('form').addEventListener('submit', (event) => event.preventDefault());
    this.#part('form').addEventListener('input', ({ target }) => this.#changed(target));
    this.#part('revise').addEventListener('submit', (event) => {
      event.preventDefault();
      const { value } = this.#field('before');
      const [, site] = /^\s*(https?:.*\/)set\/#/.exec(value) ?? [];
      if (site !== undefined && !this.#part('site').hidden) this.#field('site').value = site;
      this.#take(setIn(value), true);
    });
    this.addEventListener('click', ({ target }) => {
      const press = (target as Element).closest<HTMLElement>('[data-does]');
      if (press) this.#pressed(press.dataset['does'] ?? '', press.dataset['of'] ?? '');
    });
    const onWeb = /^https?:/.test(location.protocol) && !this.#isOneFile;
    this.#part('site').hidden = onWeb;
    this.#field('site').value = onWeb
      ? new URL(document.documentElement.dataset['root'] ?? './', document.baseURI).href
      : kept('/site') || (this.dataset['site'] ?? '');
    this.#take(draftHere() ?? { ...NEW, number: newNumber() }, false);
  }

  get #isOneFile(): boolean {
    return document.documentElement.dataset['edition'] === 'one-file';
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  #field(name: string): HTMLInputElement {
    return this.querySelector(`[name="${name}"]`) as HTMLInputElement;
  }

  /** Takes a set up: the draft of this browser, or one whose link was pasted, which is then corrected. */
  #take(read: ReturnType<typeof setIn>, isCorrection: boolean): void {
    if (!isSet(read)) {
      this.#part('revised').textContent = LINKS[read.problem];
      return;
    }
    if (read.release !== EDITION) {
      this.#part('revised').textContent = LINKS.elsewhere(read.release);
      return;
    }
    const offers = itemsOf(read, this.#data.offers);
    this.#chosen = offers.flatMap((offer, at) =>
      offer ? [{ offer, points: read.items[at]?.points ?? offer.points }] : [],
    );
    this.#number = read.number;
    this.#revision = isCorrection ? Math.min(255, read.revision + 1) : read.revision;
    for (const name of ['title', 'note', 'hints', 'solutions'] as const)
      this.#field(name).value = read[name];
    this.#field('due').value = read.due?.slice(0, 16) ?? '';
    this.#field('zone').value = read.due?.slice(-6) ?? zoneAt('');
    this.#handedOut = isCorrection ? '' : kept('/handed-out');
    const gone = offers.filter((one) => one === undefined).length;
    if (isCorrection)
      this.#part('revised').textContent = [
        COMPOSE.loaded(read.title, this.#revision),
        ...(gone > 0 ? [LINKS.gone(gone)] : []),
      ].join(' ');
    this.#list();
    this.#follow();
  }

  #changed(target: EventTarget | null): void {
    const { name, dataset } = target as HTMLInputElement;
    if (['words', 'lesson', 'kind', 'sort'].includes(name)) {
      this.#shown = SHOWN;
      this.#list();
      return;
    }
    // Summer time is another zone than winter time.
    if (name === 'due') this.#field('zone').value = zoneAt(this.#field('due').value);
    if (name === 'points') {
      const points = Math.round(2 * Number((target as HTMLInputElement).value)) / 2;
      const isRight = points >= 0.5 && points <= 100;
      const one = this.#chosen.find(({ offer }) => offer.id === dataset['of']);
      const said = (target as HTMLElement).nextElementSibling;
      if (said && one)
        said.textContent = isRight
          ? COMPOSE.amount(points === one.offer.points, one.offer.minutes)
          : COMPOSE.wrongPoints;
      if (isRight)
        this.#chosen = this.#chosen.map((one) =>
          one.offer.id === dataset['of'] ? { ...one, points } : one,
        );
    }
    this.#tell();
  }

  #pressed(does: string, of: string): void {
    const at = this.#chosen.findIndex(({ offer }) => offer.id === of);
    const offer = this.#data.offers.find(({ id }) => id === of);
    if (does === 'add' && offer && at < 0)
      this.#chosen = [...this.#chosen, { offer, points: offer.points }];
    else if (does === 'add' || does === 'remove')
      this.#chosen = this.#chosen.filter((one) => one.offer.id !== of);
    else if (does === 'up' || does === 'down') {
      const to = at + (does === 'up' ? -1 : 1);
      const [one] = this.#chosen.slice(at, at + 1);
      if (one && to >= 0 && to < this.#chosen.length)
        this.#chosen = this.#chosen.toSpliced(at, 1).toSpliced(to, 0, one);
    } else if (does === 'more') this.#shown += SHOWN;
    else if (does === 'copy') void this.#copy();
    else if (does === 'yaml') saveFile('set.yaml', yamlOf(this.#set, this.#chosen), 'text/yaml');
    else if (does === 'begin') {
      this.#take({ ...NEW, number: newNumber() }, false);
      this.#part('revised').textContent = COMPOSE.begun;
    } else if (does === 'idea') {
      for (const name of ['lesson', 'kind', 'sort']) this.#field(name).value = '';
      this.#field('words').value = new Map(this.#data.ideas).get(of) ?? '';
      this.#field('words').focus();
    }
    if (['add', 'remove', 'more', 'idea'].includes(does)) this.#list();
    if (['add', 'remove', 'up', 'down'].includes(does)) this.#follow(does, of);
  }

  get #set(): ComposedSet {
    const due = this.#field('due').value;
    const zone = this.#field('zone').value;
    const isDue = due !== '' && /^[+-]\d\d:\d\d$/.test(zone);
    return {
      ...NEW,
      ...{ number: this.#number, revision: this.#revision },
      title: this.#field('title').value.trim().replaceAll('\n', ' '),
      note: this.#field('note').value.trim(),
      ...(isDue && { due: `${due.slice(0, 16)}:00${zone}` }),
      hints: this.#field('hints').value as ComposedSet['hints'],
      solutions: this.#field('solutions').value as ComposedSet['solutions'],
      items: this.#chosen.map(({ offer, points }) => ({ code: codeOfItem(offer.id), points })),
    };
  }

  /** The offers that fit what is searched for. */
  #list(): void {
    const titles = new Map(this.#data.lessons);
    const phrases = new Map(this.#data.ideas);
    const value = (name: string): string => this.#field(name).value;
    const fits = found(
      this.#data.offers,
      value('words'),
      ({ lesson, kind, isOpen }) =>
        ['', lesson].includes(value('lesson')) &&
        ['', kind].includes(value('kind')) &&
        ['', isOpen ? 'open' : 'kept'].includes(value('sort')),
      ({ id, title, lesson, idea, kind }) =>
        [id, title, titles.get(lesson), phrases.get(idea), kind].join(' '),
    );
    const shown = fits.slice(0, this.#shown);
    this.#part('found').textContent = COMPOSE.found(shown.length, fits.length);
    const more = this.querySelector<HTMLElement>('[data-does="more"]');
    if (more) more.hidden = shown.length === fits.length;
    setMarkup(this.#part('offers'), markup`${shown.map((one) => this.#offer(one, titles))}`);
  }

  #offer(offer: Offer, titles: ReadonlyMap<string, string>): Markup {
    const { id, title, lesson, kind, minutes, points, isOpen, distinct } = offer;
    const isIn = this.#chosen.some((one) => one.offer.id === id);
    const about = COMPOSE.about(
      titles.get(lesson) ?? lesson,
      COMPOSE.kinds[kind] ?? kind,
      minutes,
      points,
      isOpen ? COMPOSE.open : COMPOSE.kept(distinct),
    );
    const alone = { ...NEW, number: 1, title, items: [{ code: codeOfItem(id), points }] };
    return markup`<li><p><strong id="offer-${id}">${title}</strong> <span class="soft">${about}</span></p><p class="compose-actions"><button type="button" data-does="add" data-of="${id}" data-in="${String(isIn)}" aria-describedby="offer-${id}">${isIn ? COMPOSE.inSet : COMPOSE.add}</button> <a href="${this.#previewOf(alone)}" target="_blank" rel="noopener" aria-describedby="offer-${id}">${COMPOSE.preview}</a></p></li>`;
  }

  /** The set as it stands; the focus stays with what was pressed. */
  #follow(does = '', of = ''): void {
    const last = this.#chosen.length - 1;
    const row = ({ offer: { id, title, minutes, points: usual }, points }: Chosen, at: number) =>
      markup`<li><span>${COMPOSE.item(at + 1, title)}</span> <span class="compose-actions"><input type="number" name="points" min="0.5" max="100" step="0.5" value="${String(points)}" data-of="${id}" aria-label="${COMPOSE.points(title)}"> <span class="soft">${COMPOSE.amount(points === usual, minutes)}</span> ${at > 0 && markup`<button type="button" data-does="up" data-of="${id}" aria-label="${COMPOSE.up(title)}">↑</button>`} ${at < last && markup`<button type="button" data-does="down" data-of="${id}" aria-label="${COMPOSE.down(title)}">↓</button>`} <button type="button" data-does="remove" data-of="${id}" aria-label="${COMPOSE.remove(title)}">×</button></span></li>`;
    const list = this.#part('chosen');
    setMarkup(list, this.#chosen.length === 0 ? markup`` : markup`${this.#chosen.map(row)}`);
    if (does === 'add')
      this.#part('offers').querySelector<HTMLElement>(`[data-of="${of}"]`)?.focus();
    else if (does !== '') {
      const own = (name: string) =>
        list.querySelector<HTMLElement>(`[data-does="${name}"][data-of="${of}"]`);
      (own(does) ?? own(does === 'up' ? 'down' : 'up') ?? this.#field('title')).focus();
    }
    this.#tell();
  }

  /** What it amounts to, and the link. Whatever is changed of a set that was handed out is a correction of it. */
  #tell(): void {
    if (this.#handedOut !== '' && this.#handedOut !== fragmentOf(this.#set)) {
      this.#revision = Math.min(255, this.#revision + 1);
      this.#handedOut = '';
      this.#part('corrected').textContent = COMPOSE.corrected(this.#revision);
    }
    const set = this.#set;
    const { points, minutes, openPoints, copied } = amountOf(this.#chosen);
    this.#part('amounts').textContent =
      this.#chosen.length === 0
        ? COMPOSE.empty
        : `${COMPOSE.amounts(this.#chosen.length, points, minutes)} ${COMPOSE.copied(copied)}`;
    this.#part('warning').textContent =
      openPoints > 0 ? COMPOSE.openCarries(openPoints, points) : '';
    const asked = new Set(this.#chosen.map(({ offer }) => offer.idea));
    const out = this.#data.ideas.filter(([id]) => !asked.has(id));
    const [summary, list] = this.#part('left-out').children;
    if (summary) summary.textContent = COMPOSE.leftOut(out.length);
    if (list) setMarkup(list as HTMLElement, markup`${out.map(ideaMarkup)}`);
    this.#part('left-out').hidden = this.#chosen.length === 0 || out.length === 0;
    const left = LONGEST_TEXT - set.title.length - set.note.length - 1;
    this.#part('left').textContent = COMPOSE.left(Math.max(0, left));
    this.#part('out').hidden = this.#chosen.length === 0 || set.title === '';
    this.#part('missing').textContent = COMPOSE.missing(this.#chosen.length > 0, set.title !== '');
    this.#part('past').textContent =
      set.due !== undefined && Date.parse(set.due) < Date.now() ? COMPOSE.past : '';
    // Without an address there is no link yet, and nothing to hand out.
    this.#part('given').hidden = this.#field('site').value.trim() === '';
    const link = this.#linkOf(set);
    this.#field('link').value = link;
    this.#part('copied').textContent = COMPOSE.length(link.length, LONGEST_LINK);
    (this.#part('show') as HTMLAnchorElement).href = this.#previewOf(set);
    keepDraft(set, this.#handedOut, this.#field('site').value);
    if (!this.#part('out').hidden)
      void import('../../../components/qr-code.ts').then(({ qrCode }) => {
        setMarkup(this.#part('qr'), link.length <= LONGEST_LINK ? qrCode(link, '') : markup``);
      });
  }

  #linkOf(set: ComposedSet): string {
    const site = this.#field('site')
      .value.trim()
      .replace(/[?#].*$/, '');
    return `${site.endsWith('/') ? site : `${site}/`}set/#${fragmentOf(set)}`;
  }

  /** Where it is seen here as the student with a number. */
  #previewOf(set: ComposedSet): string {
    const as = `as=${encodeURIComponent(this.#field('as').value.trim() || '1')}`;
    const { root = './' } = document.documentElement.dataset;
    if (this.#isOneFile) return `?${as}#/set/${fragmentOf(set)}`;
    return `${root}set/?${as}#${fragmentOf(set)}`;
  }

  async #copy(): Promise<void> {
    const field = this.#field('link');
    const isCopied = await copyText(field.value);
    this.#part('copied').textContent = isCopied ? COMPOSE.copied2 : COMPOSE.select;
    this.#part('corrected').textContent = '';
    this.#handedOut = fragmentOf(this.#set);
    keepDraft(this.#set, this.#handedOut, this.#field('site').value);
    if (!isCopied) field.select();
  }
}

const ideaMarkup = ([id, phrase]: Data['ideas'][number]): Markup =>
  markup`<li><button type="button" data-does="idea" data-of="${id}">${phrase}</button></li>`;

const DRAFT = (): string =>
  `${document.documentElement.dataset['book'] ?? ''}/${EDITION}/composing`;

/** What is kept of the draft, by the end of its key; empty where nothing is. */
const kept = (name: string): string => {
  try {
    return localStorage.getItem(`${DRAFT()}${name}`) ?? '';
  } catch {
    return '';
  }
};

function draftHere(): ComposedSet | undefined {
  const set = setIn(kept(''));
  return isSet(set) ? set : undefined;
}

/** `handedOut`: what was copied of it last, while nothing has changed since. */
function keepDraft(set: ComposedSet, handedOut: string, site: string): void {
  try {
    localStorage.setItem(DRAFT(), fragmentOf(set));
    localStorage.setItem(`${DRAFT()}/handed-out`, handedOut);
    localStorage.setItem(`${DRAFT()}/site`, site);
  } catch {
    // The link on the page holds it.
  }
}

const newNumber = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

/** The zone of this machine at a time there, or now: +01:00. */
function zoneAt(local: string): string {
  const then = new Date(local);
  const minutes = -(Number.isNaN(then.getTime()) ? new Date() : then).getTimezoneOffset();
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** Defines the element. Safe to call twice. */
export function defineCompose(): void {
  if (!customElements.get('book-compose')) customElements.define('book-compose', ComposeElement);
}
