/**
 * Registers `<book-question>` and `<book-work>`. Who only reads needs no more than this file: what checks and keeps
 * answers is one file, fetched when a question is touched, when there is work to bring back, or when an experiment has run.
 * Then all of them wake.
 */
import {
  type ExperimentAttributes,
  OUTCOME,
  PREDICTED,
  type QuestionAttributes,
  SPREAD,
} from '../../../../widgets/kit/contract/border.ts';
import { askAgain, sayWhenLate } from '../../../../widgets/page/late.ts';
import { bookId, workKey } from '../../storage/storage-keys.ts';
import { keepAsleep, showAsleep } from './asleep-draft.ts';
import { KEPT, NOT_LOADED } from '#words/widgets/page/late-words';
import {
  forgetMissed,
  isPress,
  missRun,
  missStroke,
  missTouch,
  repeatMissed,
  SHEET,
} from './missed.ts';
import type * as Code from './wake.ts';

const TOUCHES = ['pointerover', 'pointerdown', 'focusin', 'input', 'click', 'change', 'submit'];
const STROKES = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;
/** A finger draws with its first move, so the code must be here before; a mouse has come near before it presses. */
const NEAR = '400px';

/** How the page as a whole stands: a question that is added to one that is awake need not be touched. */
let state: 'asleep' | 'waking' | 'awake' = 'asleep';
let isComing = false;
/** That the code is late: who comes to a question meanwhile is told too. */
let delay = '';
/** The element that the reader used last while the code was on its way: it says so when the code does not come. */
let touched: HTMLElement | undefined;
const asleep = new Set<HTMLElement>();
/** Those in which the reader has entered something that is kept. */
const kept = new Set<HTMLElement>();

class Sleeper extends HTMLElement {
  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    asleep.add(this);
    if (showAsleep(this)) kept.add(this);
    for (const touch of TOUCHES) this.addEventListener(touch, onTouch);
    for (const part of STROKES) this.addEventListener(part, missStroke);
    if (this.querySelector(SHEET) && matchMedia('(any-hover: none)').matches) whenNear(this);
    if (state !== 'asleep') fetchCode();
  }
}

/** Defines the elements of every question on the page and of the work panel. Safe to call twice. */
export function defineQuestions(): void {
  if (customElements.get('book-question')) return;
  customElements.define('book-question', class extends Sleeper {});
  customElements.define('book-work', class extends Sleeper {});
  for (const name of [OUTCOME, SPREAD]) document.addEventListener(name, onRun, true);
  addEventListener('storage', ({ key }) => key === workKey() && fetchCode());
  addEventListener('pageshow', ({ persisted }) => persisted && hasWork() && fetchCode());
  if (hasWork() || /\.(hide|lock)=/.test(location.search)) fetchCode();
}

/** Of any edition. Also true where storage is closed: that is said at once. */
function hasWork(): boolean {
  try {
    const isWork = new RegExp(`^${bookId()}/[^/]+/(work|drafts|review)$`);
    return Object.keys(localStorage).some((key) => isWork.test(key));
  } catch {
    return true;
  }
}

function whenNear(element: HTMLElement): void {
  new IntersectionObserver(
    (seen, watch) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      watch.disconnect();
      fetchCode();
    },
    { rootMargin: NEAR },
  ).observe(element);
}

function onTouch(event: Event): void {
  const element = event.currentTarget as HTMLElement;
  if (!missTouch(event, element)) return;
  if (event.type === 'input' && keepAsleep(element)) kept.add(element);
  touched = element;
  fetchCode(isPress(event));
}

function onRun(event: Event): void {
  if (state === 'awake') return;
  // Those that are awake hear it with the others, when the last one is.
  if (state === 'waking') event.stopImmediatePropagation();
  missRun(event);
  fetchCode();
}

function fetchCode(isPressed = false): void {
  if (isComing) {
    if (delay && isPressed) void askAgain(say, () => delay !== '');
    else if (delay) say(delay);
    return;
  }
  if (asleep.size === 0) return;
  isComing = true;
  const onDelay = (sentence: string): void => {
    delay = sentence;
    say(sentence);
  };
  sayWhenLate(import('./wake.ts'), onDelay).then(wakeAll).catch(fail);
}

/** One element a task: a page full of questions must not hold up what the reader is doing. */
async function wakeAll({ wake }: typeof Code): Promise<void> {
  if (state === 'asleep') state = 'waking';
  for (const element of asleep) {
    for (const touch of TOUCHES) element.removeEventListener(touch, onTouch);
    for (const part of STROKES) element.removeEventListener(part, missStroke);
    asleep.delete(element);
    wake(element);
    // At once: a press that came too early must not follow one that came after it.
    repeatMissed(element);
    await new Promise((resolve) => setTimeout(resolve));
  }
  isComing = false;
  state = 'awake';
  repeatMissed(document);
}

/** The next touch tries again; no figure and no number is held back from a reader whose line is down. */
function fail(error: unknown): void {
  console.error(error);
  isComing = false;
  if (state === 'waking') {
    // What was kept from those that are awake.
    state = 'awake';
    repeatMissed(document);
  } else forgetMissed();
  for (const element of asleep) {
    (element.dataset as QuestionAttributes).failed = '';
    const veiled = `[data-veil="${element.dataset['question']}"]`;
    for (const one of document.querySelectorAll<HTMLElement>(veiled)) {
      delete (one.dataset as ExperimentAttributes).veil;
    }
  }
  document.dispatchEvent(new Event(PREDICTED));
  // After a reload nobody has touched anything yet: what was entered before it waits for the code.
  touched ??= [...kept][0];
  say(NOT_LOADED);
}

function say(sentence: string): void {
  const place = touched?.querySelector('[data-part="verdict"], [data-part="status"]');
  const isKept = sentence !== '' && touched !== undefined && kept.has(touched);
  const text = `${sentence}${isKept ? KEPT : ''}`;
  if (place && place.textContent !== text) place.textContent = text;
}
