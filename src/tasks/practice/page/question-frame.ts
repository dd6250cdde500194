/** What every question on the page has: a verdict, and the keeping of its answer. */
import type { PageHead } from '../contract.ts';
import { TaskFrame } from '../../fields/frame.ts';
import { DATES, WORK } from '#words/src/tasks/judge/words';
import { pageStore } from '../../storage/page-store.ts';
import type { NewEntry, WorkStore } from '../../storage/store.ts';
import {
  givenAt,
  type Draft,
  type Found,
  type GivenAnswer,
  type KeptAnswer,
} from '../../storage/pure/work.ts';
import { oldAnswer, showVerdict } from './verdict.ts';

/** How an answer stands; `told` is said of a prediction that its run has answered. */
type Standing = 'right' | 'partly' | 'wrong' | 'told';

/** One question on the page, apart from how it is answered. */
export class QuestionFrame<D extends PageHead = PageHead> extends TaskFrame {
  readonly data: D;
  readonly store: WorkStore;
  /** Is told of each answer that is right or wrong. */
  onAnswered: (isRight: boolean) => void = () => undefined;

  constructor(element: HTMLElement, data: D, store: WorkStore = pageStore()) {
    super(element);
    this.data = data;
    this.store = store;
    const old = this.kept ? undefined : store.oldAnswer(data.id, data.version);
    if (old) this.say(oldAnswer(element, old.answer), [], true);
    if (!store.isKept || this.kept) this.#saySaved(this.keptAt);
  }

  /** The last answer to this version, from this or an earlier visit. */
  get kept(): KeptAnswer | undefined {
    return this.store.answer(this.data.id, this.data.version);
  }

  /** When it was given, by the reader's own clock. */
  get keptAt(): string | undefined {
    return this.kept && givenAt(this.kept);
  }

  /** Shows a sentence, and the feedback texts of the ids; `quietly` when the reader did nothing to cause it. */
  say(sentence: string, about: readonly string[] = [], quietly = false): void {
    showVerdict(this.element, sentence, about, quietly);
  }

  /** Marks how the answer stands, for the style sheet and for checks from outside; nothing before there is one. */
  mark(standing?: Standing): void {
    if (standing) this.element.dataset['verdict'] = standing;
    else delete this.element.dataset['verdict'];
  }

  /** Hides a button, or shows it; nothing moves where it is so already. Hiding a pressed one would drop the focus; the row takes it: on the verdict, that would be said twice. */
  hide(selector: string, isHidden: boolean): void {
    const button = this.element.querySelector<HTMLElement>(selector);
    if (!button || button.hidden === isHidden) return;
    const verdict = this.part('verdict');
    const row = this.element.querySelector<HTMLElement>('.question-actions');
    if (isHidden && verdict && row && this.element.contains(document.activeElement)) {
      row.tabIndex = -1;
      row.focus({ preventScroll: true });
      // At once: a page that grows meanwhile would lead a slow scroll astray.
      // Room that is kept for what is still to come need not be seen.
      if (verdict.textContent) verdict.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }
    button.hidden = isHidden;
  }

  /** Tells a screen reader that what was typed cannot be taken, or that it can again. */
  refuse(isRefused: boolean): void {
    const field = this.element.querySelector('[name="answer"]');
    if (field) field.ariaInvalid = String(isRefused);
  }

  /** Writes to the log, keeps the answer if one is given, and says that it is saved. */
  record(
    entry: Omit<NewEntry, 'question' | 'version'>,
    answer?: { answer: GivenAnswer; correct?: boolean },
  ): void {
    const place = { question: this.data.id, version: this.data.version };
    this.store.record({ ...entry, ...place }, answer && { ...answer, ...place });
    if (answer?.correct !== undefined) this.onAnswered(answer.correct);
    this.#saySaved();
  }

  /** Keeps what the run said beside the prediction, and what it found. */
  keepComparison(kept: KeptAnswer, saw: string, found?: Found): void {
    const { clock: _before, ...answer } = kept;
    this.store.keep({ ...answer, saw, ...(found && { found }) });
    this.#saySaved();
  }

  /** What stood in the field on an earlier visit and was not handed in. */
  get draft(): Draft | undefined {
    return this.store.drafts.of(this.data.id, this.data.version);
  }

  /** Keeps what stands in the field before it is handed in, and says so. */
  keepDraft(draft: Draft): void {
    const isKept = this.store.drafts.keep(this.data.id, this.data.version, draft);
    if (draft.length > 0) this.sayDraft(isKept);
    else if (this.kept) this.#saySaved(this.keptAt);
    else this.note('');
  }

  /** Says that what stands in the field is kept, or why it is not. */
  sayDraft(isKept = true): void {
    this.note(isKept ? WORK.draft : `${WORK.unsaved}. ${WORK.draftLost}`, !isKept);
  }

  #saySaved(at: string = this.store.savedAt): void {
    const { problem } = this.store;
    const isLost = !this.store.isKept;
    this.note(isLost ? `${WORK.unsaved}. ${problem}` : WORK.saved(clockOrDay(at)), isLost);
  }
}

/** When an answer was given, in words: by the clock today, else by the day; nothing of a time that is still to come. */
function clockOrDay(at: string): string {
  const now = new Date();
  const time = at === '' ? now : new Date(at);
  if (time > now) return '';
  return time.toDateString() === now.toDateString()
    ? time.toLocaleTimeString(DATES, { hour: '2-digit', minute: '2-digit' })
    : time.toLocaleDateString(DATES, { day: 'numeric', month: 'long' });
}
