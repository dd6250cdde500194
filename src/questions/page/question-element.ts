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
import { sayWhenLate } from '../../../widgets/page/late.ts';
import { NOT_LOADED } from './loading-words.ts';
import { draftKey, workKey } from '../work/storage-keys.ts';

const TOUCHES = ['pointerover', 'pointerdown', 'focusin', 'input', 'click', 'change', 'submit'];
const STROKES = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;
/** What a reader uses: `data-pointer` names what else than a control is dragged or drawn on. */
const OPERATED = 'button, input, select, textarea, label, [data-pointer]';
const SHEET = '[data-pointer="draw"]';
/** A finger draws with its first move, so the code must be here before; a mouse has come near before it presses. */
const NEAR = '400px';

type Wake = (element: HTMLElement) => void;
let wake: Wake | undefined;
let isComing = false;
/** That the code is late: who comes to a question meanwhile is told too. */
let delay = '';
/** The element that the reader used last while the code was on its way: it says so when the code does not come. */
let touched: HTMLElement | undefined;
const asleep = new Set<HTMLElement>();
/** What happened while the code was on its way: it happens again when the code is here. */
const missed: (() => void)[] = [];

class Sleeper extends HTMLElement {
  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    if (wake) {
      wake(this);
      return;
    }
    asleep.add(this);
    for (const touch of TOUCHES) this.addEventListener(touch, onTouch);
    for (const part of STROKES) this.addEventListener(part, onStroke);
    if (this.querySelector(SHEET) && matchMedia('(any-hover: none)').matches) whenNear(this);
  }
}

/** Defines the elements of every question on the page and of the work panel. Safe to call twice. */
export function defineQuestions(): void {
  if (customElements.get('book-question')) return;
  customElements.define('book-question', class extends Sleeper {});
  customElements.define('book-work', class extends Sleeper {});
  for (const name of [OUTCOME, SPREAD]) document.addEventListener(name, onRun);
  addEventListener('storage', ({ key }) => key === workKey() && fetchCode());
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
  const target = event.target as HTMLElement;
  if (event.type === 'submit') {
    event.preventDefault();
    missed.push(() => (target as HTMLFormElement).requestSubmit());
  } else {
    const operated = target.closest<HTMLElement>(OPERATED);
    if (!operated) return;
    if (event.type === 'input') element.dataset['touched'] = '';
    if (event.type === 'click' && operated.matches('[type="button"]')) {
      missed.push(() => operated.click());
    }
    if (event.type === 'change' && element.localName === 'book-work') {
      missed.push(() => operated.dispatchEvent(new Event('change')));
    }
  }
  fetchCode(element);
}

/** A line that is begun before the code is here: its sheet keeps the pointer, and it is drawn when the code is here. */
function onStroke(event: PointerEvent): void {
  const sheet = (event.target as Element).closest<SVGSVGElement>(SHEET);
  if (!sheet) return;
  const { type, pointerId, button, clientX, clientY } = event;
  if (type === 'pointerdown') {
    if (button !== 0) return;
    event.preventDefault();
    sheet.setPointerCapture(pointerId);
  } else if (!sheet.hasPointerCapture(pointerId)) return;
  const then = sheet.getBoundingClientRect();
  missed.push(() => {
    // The page may have been scrolled since.
    const now = sheet.getBoundingClientRect();
    const at = { clientX: clientX - then.x + now.x, clientY: clientY - then.y + now.y };
    sheet.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId, button, ...at }));
  });
}

/** A goal shows how every run stands, also before anybody has touched it. */
function onRun(event: Event): void {
  if (wake) return;
  const { type, target, detail } = event as CustomEvent<unknown>;
  missed.push(() => target?.dispatchEvent(new CustomEvent(type, { bubbles: true, detail })));
  fetchCode();
}

function fetchCode(by?: HTMLElement): void {
  if (by) touched = by;
  if (wake) return;
  if (isComing) {
    if (delay) say(delay);
    return;
  }
  isComing = true;
  const onDelay = (sentence: string): void => {
    delay = sentence;
    say(sentence);
  };
  sayWhenLate(import('./wake.ts'), onDelay).then(
    (code) => wakeAll(code.wake),
    (error: unknown) => fail(error),
  );
}

/** One element a task: a page full of questions must not hold up what the reader is doing. */
async function wakeAll(by: Wake): Promise<void> {
  wake = by;
  for (const element of asleep) {
    for (const touch of TOUCHES) element.removeEventListener(touch, onTouch);
    for (const part of STROKES) element.removeEventListener(part, onStroke);
    by(element);
    await new Promise((resolve) => setTimeout(resolve));
  }
  asleep.clear();
  for (const again of missed.splice(0)) again();
}

/** The next touch tries again; no figure and no number is held back from a reader whose line is down. */
function fail(error: unknown): void {
  console.error(error);
  isComing = false;
  missed.length = 0;
  for (const veiled of document.querySelectorAll<HTMLElement>('[data-veil]')) {
    delete (veiled.dataset as ExperimentAttributes).veil;
  }
  for (const element of asleep) (element.dataset as QuestionAttributes).failed = '';
  document.dispatchEvent(new Event(PREDICTED));
  say(NOT_LOADED);
  touched = undefined;
}

function say(sentence: string): void {
  const place = touched?.querySelector('[data-part="verdict"], [data-part="status"]');
  if (place) place.textContent = sentence;
}
