/** Notes and a clock in a second window, which follows. It is written from here, so that it works from a file, too. */
import { markup } from '../../../widgets/kit/draw/markup.ts';
import { setMarkup } from '../../../widgets/run/page/trusted-types.ts';
import { LECTURE, NOTES } from '#words/src/lecture/words';
import { minutesIn } from '../pure/steps.ts';
import { onKey } from './keys.ts';
import type { LectureView } from './view.ts';
import { dress } from '../../../widgets/page/dress.ts';
import css from '../lecture.css?inline';

/** When the clock began, kept over a reload. */
const SINCE = 'since';
/** That the window was open when the page went. */
const OPEN = 'notes';
const SIZE = 'popup,width=760,height=820';

/** Whether this lecture is under way. */
export const hasBegun = (): boolean => sessionStorage.getItem(SINCE) !== null;

export class Notes {
  readonly #lecture: LectureView;
  #view: Window | undefined;

  constructor(lecture: LectureView) {
    this.#lecture = lecture;
    setInterval(() => {
      this.#tick();
    }, 1000);
  }

  open(): void {
    if (this.#take()) this.#view?.focus();
    else alert(LECTURE.closed);
  }

  /** Goes on in the window that was open before a reload. */
  again(): void {
    if (sessionStorage.getItem(OPEN) !== null) this.#take();
  }

  #take(): boolean {
    // By its name, a window that was opened before a reload is found again.
    const view = windowOf(`notes-of-${this.#lecture.title.replaceAll(/\W/g, '-')}`);
    if (!view) return false;
    this.#view = view;
    sessionStorage.setItem(OPEN, '');
    this.#write();
    return true;
  }

  /** Shows the step at which the lecture is. */
  follow(): void {
    if (this.#view && !this.#view.closed) this.#write();
  }

  /** All that this lecture has kept goes, but that the window is open. */
  forget(): void {
    const isOpen = sessionStorage.getItem(OPEN) !== null;
    for (const kept of [localStorage, sessionStorage])
      for (const key of Object.keys(kept)) kept.removeItem(key);
    if (isOpen) sessionStorage.setItem(OPEN, '');
  }

  /** The clock begins with the first step, and goes on after a reload. */
  start(): void {
    if (!hasBegun()) this.#zero();
  }

  #zero(): void {
    sessionStorage.setItem(SINCE, String(Date.now()));
    this.#tick();
  }

  #write(): void {
    const view = this.#view;
    if (!view) return;
    const page = view.document;
    // What a page that has gone had listened with is dead.
    if (page.documentElement.dataset['notes'] !== String(performance.timeOrigin)) {
      page.documentElement.dataset['notes'] = String(performance.timeOrigin);
      page.documentElement.lang = LECTURE.language;
      dress(css, page);
      onKey(view, (does) => {
        this.#lecture.does(does);
      });
      // A window behind another may sleep; the one in front goes on.
      view.setInterval(() => {
        this.#tick();
      }, 1000);
      page.addEventListener('click', ({ target }) => {
        if ((target as HTMLElement).matches('[data-does="zero"]')) this.#zero();
        const does = (target as HTMLElement).dataset['lectureDoes'];
        if (does === 'next' || does === 'previous') this.#lecture.does(does);
      });
    }
    const { step, kept, place, title } = this.#lecture;
    page.title = NOTES.title(title);
    const next = kept[place + 1];
    setMarkup(
      page.body,
      markup`<header><p data-part="clock"></p><p><button type="button" data-does="zero">${NOTES.zero}</button></p></header><h1>${LECTURE.kinds[step.kind]}${step.under && `: ${step.under}`} <small>${LECTURE.at(place + 1, kept.length)}</small></h1><main data-part="notes"></main><footer><p>${NOTES.then}: ${next ? `${LECTURE.kinds[next.kind]}${next.under && `: ${next.under}`}` : NOTES.last}</p><p><button type="button" data-lecture-does="previous">${LECTURE.previous}</button> <button type="button" data-lecture-does="next">${LECTURE.next}</button></p></footer>`,
    );
    page
      .querySelector('[data-part="notes"]')
      ?.append(...this.#lecture.noted(step).map((one) => page.importNode(one, true)));
    this.#tick();
  }

  #tick(): void {
    if (!this.#view || this.#view.closed) return;
    const clock = this.#view.document.querySelector('[data-part="clock"]');
    // It was reloaded, and is empty.
    if (!clock) {
      this.#write();
      return;
    }
    const { kept, place } = this.#lecture;
    const since = Number(sessionStorage.getItem(SINCE)) || Date.now();
    const planned = minutesIn(kept.slice(0, place));
    clock.textContent = NOTES.clock(clockOf((Date.now() - since) / 60_000), clockOf(planned));
  }
}

/** A window of this name that can be written in: a page from a file is a stranger to those that it opened before a reload. */
function windowOf(name: string): Window | null {
  const view = open('', name, SIZE);
  try {
    return view?.document ? view : null;
  } catch {
    view?.close();
    return open('', '_blank', SIZE);
  }
}

function clockOf(minutes: number): string {
  const seconds = Math.floor(minutes * 60);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
