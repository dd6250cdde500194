/**
 * Registers `<book-question>` and `<book-work>`. Who only reads needs no more than this file: what checks and keeps
 * answers is fetched when a question is touched, when there is work to bring back, or when an experiment has run.
 */
import {
  type ExperimentAttributes,
  OUTCOME,
  PREDICTED,
  type QuestionAttributes,
  SPREAD,
} from '../../../widgets/kit/contract/border.ts';
import { askAgain, sayWhenLate } from '../../../widgets/page/late.ts';
import { draftKey, workKey } from '../work/storage-keys.ts';
import { keepAsleep, showAsleep } from './asleep-draft.ts';
import { KEPT, NOT_LOADED } from './loading-words.ts';
import {
  forgetMissed,
  isPress,
  missRun,
  missStroke,
  missTouch,
  repeatMissed,
  SHEET,
} from './missed.ts';

const TOUCHES = ['pointerover', 'pointerdown', 'focusin', 'input', 'click', 'change', 'submit'];
const STROKES = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;
/** A finger draws with its first move, so the code must be here before; a mouse has come near before it presses. */
const NEAR = '400px';

type Wake = (element: HTMLElement) => void;
let wake: Wake | undefined;
let isComing = false;
/** That the code is late: who comes to a question meanwhile is told too. */
let delay = '';
/** How often it has failed to come, and whether it was pressed for since. */
let failures = 0;
let isPressedFor = false;
/** The element that the reader used last while the code was on its way: it says so when the code does not come. */
let touched: HTMLElement | undefined;
const asleep = new Set<HTMLElement>();
/** Those in which the reader has entered something that is kept. */
const kept = new Set<HTMLElement>();

class Sleeper extends HTMLElement {
  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    if (wake) {
      wake(this);
      return;
    }
    asleep.add(this);
    if (showAsleep(this)) kept.add(this);
    for (const touch of TOUCHES) this.addEventListener(touch, onTouch);
    for (const part of STROKES) this.addEventListener(part, missStroke);
    if (this.querySelector(SHEET) && matchMedia('(any-hover: none)').matches) whenNear(this);
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

/** Also true where storage is closed: that is said at once. */
function hasWork(): boolean {
  try {
    return [workKey(), draftKey()].some((key) => localStorage.getItem(key) !== null);
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
  fetchCode(element, isPress(event));
}

function onRun(event: Event): void {
  if (wake && asleep.size === 0) return;
  // Those that are awake hear it with the others, when the last one is.
  if (wake) event.stopImmediatePropagation();
  missRun(event);
  fetchCode();
}

function fetchCode(by?: HTMLElement, isPressed = false): void {
  if (by) touched = by;
  if (wake) return;
  isPressedFor ||= isPressed;
  if (isComing) {
    if (delay && isPressed)
      void askAgain(
        (sentence) => say(sentence),
        () => delay !== '',
      );
    else if (delay) say(delay);
    return;
  }
  isComing = true;
  const onDelay = (sentence: string): void => {
    delay = sentence;
    say(sentence);
  };
  sayWhenLate(import('./wake.ts'), onDelay)
    .then(whole)
    .then(wakeAll, (error: unknown) => fail(error));
}

/** What wakes; throws where an empty file has come in its place. */
function whole(code: { readonly wake?: Wake }): Wake {
  if (!code.wake) throw new Error('The code of the questions is not whole.');
  return code.wake;
}

/** One element a task: a page full of questions must not hold up what the reader is doing. */
async function wakeAll(by: Wake): Promise<void> {
  wake = by;
  for (const element of asleep) {
    for (const touch of TOUCHES) element.removeEventListener(touch, onTouch);
    for (const part of STROKES) element.removeEventListener(part, missStroke);
    by(element);
    await new Promise((resolve) => setTimeout(resolve));
  }
  asleep.clear();
  repeatMissed();
}

/** The next touch tries again; no figure and no number is held back from a reader whose line is down. */
function fail(error: unknown): void {
  console.error(error);
  isComing = false;
  forgetMissed();
  for (const veiled of document.querySelectorAll<HTMLElement>('[data-veil]')) {
    delete (veiled.dataset as ExperimentAttributes).veil;
  }
  for (const element of asleep) (element.dataset as QuestionAttributes).failed = '';
  document.dispatchEvent(new Event(PREDICTED));
  // After a reload nobody has touched anything yet: what was entered before it waits for the code.
  const here = touched ?? [...kept][0];
  touched = undefined;
  say(NOT_LOADED, here);
  failures += 1;
  const isAgain = isPressedFor && failures > 1;
  isPressedFor = false;
  if (!isAgain) return;
  void askAgain(
    (sentence) => say(sentence, here),
    () => !isComing && !wake,
  );
}

function say(sentence: string, element = touched): void {
  const place = element?.querySelector('[data-part="verdict"], [data-part="status"]');
  const isKept = sentence !== '' && element !== undefined && kept.has(element);
  const text = `${sentence}${isKept ? KEPT : ''}`;
  if (place && place.textContent !== text) place.textContent = text;
}
