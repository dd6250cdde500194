/** What every question on the page has: a verdict, hints, a solution, and the note that it is saved. */
import type { PageData } from '../author/page-data.ts';
import { wakeHelp } from './question-help.ts';
import { answerWords } from './say.ts';
import { pageStore } from '../work/page-store.ts';
import type { NewEntry, WorkStore } from '../work/store.ts';
import type { Draft, GivenAnswer, KeptAnswer } from '../work/pure/work.ts';
import { WORK } from '../judge/words.ts';

/** Times and dates stand in English sentences; 24 hours read the same everywhere. */
const LANGUAGE = 'en-GB';
/** One question on the page, apart from how it is answered. */
export class QuestionFrame<D extends PageData> {
  readonly element: HTMLElement;
  readonly data: D;
  readonly store: WorkStore;
  /** Offers what help the attempts so far have earned. */
  readonly #help: () => void;

  constructor(element: HTMLElement, data: D, store: WorkStore = pageStore()) {
    this.element = element;
    this.data = data;
    this.store = store;
    this.#help = wakeHelp(this);
    const old = this.kept ? undefined : store.oldAnswer(data.id, data.version);
    if (old)
      this.say(WORK.changed(answerWords(old.answer, (id) => this.#optionText(id))), [], true);
    if (!store.isKept || this.kept) this.#saved(this.kept?.time);
  }

  /** The element with this name inside the question. */
  part(name: string): HTMLElement | null {
    return this.element.querySelector(`[data-part="${name}"]`);
  }

  /** Runs `deed` when the button with this name is pressed. */
  on(name: string, deed: () => void): void {
    this.element.querySelector(`[data-does="${name}"]`)?.addEventListener('click', deed);
  }

  /** The form's submit, by button or by the Enter key. */
  onSubmit(deed: () => void): void {
    this.element.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      deed();
    });
  }

  /** The last answer to this version, from this or an earlier visit. */
  get kept(): KeptAnswer | undefined {
    return this.store.answer(this.data.id, this.data.version);
  }

  /** Shows a sentence, and the feedback texts of the ids; `quietly` when the reader did nothing to cause it. */
  say(sentence: string, about: readonly string[] = [], quietly = false): void {
    const place = this.part('verdict');
    if (!place) return;
    place.ariaLive = quietly ? 'off' : 'polite';
    const texts = (this.part('feedback') as HTMLTemplateElement | null)?.content;
    const told = about.flatMap((id) => {
      const text = texts?.querySelector(`[data-of="${CSS.escape(id)}"]`);
      return text ? [text.cloneNode(true)] : [];
    });
    const first = document.createElement('strong');
    first.textContent = sentence;
    // One paragraph a thought, so that a screen reader pauses between them.
    const lines = told.length > 0 ? [first, ...told] : [sentence];
    place.replaceChildren(
      ...lines
        .filter((line) => line !== '')
        .map((line) => {
          const paragraph = document.createElement('p');
          paragraph.append(line);
          return paragraph;
        }),
    );
  }

  /** Marks how it stands, for the style sheet: `right`, `partly`, `wrong`, `told` or nothing. */
  mark(state: string): void {
    this.element.dataset['state'] = state;
  }

  /** Tells a screen reader that the typed number cannot be taken, or that it can again. */
  refuse(isRefused: boolean): void {
    const field = this.element.querySelector('input[name="answer"]');
    if (field) field.ariaInvalid = String(isRefused);
  }

  /** Writes to the log, keeps the answer if one is given, and says that it is saved. */
  record(
    entry: Omit<NewEntry, 'question' | 'version'>,
    answer?: { answer: GivenAnswer; correct?: boolean },
  ): void {
    const place = { question: this.data.id, version: this.data.version };
    this.store.record({ ...entry, ...place }, answer && { ...answer, ...place });
    this.#saved();
    this.#help();
  }

  /** Keeps what the run said beside the prediction. */
  keepSaw(kept: KeptAnswer, saw: string): void {
    this.store.keep({ ...kept, saw });
    this.#saved();
  }

  /** What stood in the field on an earlier visit and was not handed in. */
  get draft(): Draft | undefined {
    return this.store.drafts.of(this.data.id, this.data.version);
  }

  /** Keeps what stands in the field before it is handed in, and says so. */
  keepDraft(draft: Draft): void {
    const isKept = this.store.drafts.keep(this.data.id, this.data.version, draft);
    if (draft.length > 0) this.tellDraft(isKept);
    else if (this.kept) this.#saved(this.kept.time);
    else this.#tell('', false);
  }

  /** Says that what stands in the field is kept, or why it is not. */
  tellDraft(isKept = true): void {
    this.#tell(isKept ? WORK.draft : `${WORK.unsaved}. ${WORK.draftLost}`, !isKept);
  }

  #saved(at: string | undefined = this.store.savedAt): void {
    const { problem } = this.store;
    const time = at ? new Date(at) : new Date();
    const isToday = time.toDateString() === new Date().toDateString();
    const clock = isToday
      ? time.toLocaleTimeString(LANGUAGE, { hour: '2-digit', minute: '2-digit' })
      : time.toLocaleDateString(LANGUAGE, { day: 'numeric', month: 'long' });
    const lost = !this.store.isKept;
    this.#tell(lost ? `${WORK.unsaved}. ${problem}` : WORK.saved(clock), lost);
  }

  #tell(sentence: string, isLost: boolean): void {
    const place = this.part('saved');
    if (!place) return;
    place.textContent = sentence;
    place.toggleAttribute('data-lost', isLost);
  }

  #optionText(id: string): string {
    const name = CSS.escape(id);
    const place = this.element.querySelector(`input[value="${name}"], [data-item="${name}"]`);
    const text = place?.closest('label') ?? place?.querySelector('.order-text');
    return text?.textContent.trim() ?? id;
  }
}
