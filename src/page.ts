/**
 * What every page starts with, in one file: a request costs more than any of these parts. Each wakes only elements that
 * are there; a widget's own code is fetched when a reader first touches it, from where its element says, so that no widget
 * is named here and this file does not grow with their number.
 */
import { giveBackSliders } from '../widgets/page/controls/give-back.ts';
import { defineExperiments } from '../widgets/page/define-widget.ts';
import { repeatPress } from '../widgets/page/late.ts';
import { defineYours } from './components/yours.ts';
import { defineQuestions } from './tasks/practice/page/question-element.ts';
import { followOnPaper } from './book/paper-address.ts';
import { PAGE_ADDED } from './book/page-added.ts';
import { aidsWhenAsked } from './aids/ask.ts';
import { findWhenAsked } from './find/ask.ts';

/** A lecture keeps its own store, which must be there before anything is read from another. */
if (/[?&]lecture\b/.test(location.search)) {
  const coming = import('./lecture/page/start.ts');
  coming
    .then((code) => {
      code.begin();
      begin();
      return code.lecture();
    }, begin)
    .catch(console.warn);
} else begin();

function begin(): void {
  defineExperiments(document);
  defineYours();
  defineQuestions();
  giveBackSliders();
  followOnPaper(document);
  for (const touch of ['pointerover', 'focusin', 'click'])
    document.addEventListener(touch, wakeHand);
  findWhenAsked();
  aidsWhenAsked();
  wakeLessons(document);
  wakeAtOnce(document);
  sayKept();
  lead(true);
  repeatSubmits();
  repeatPress();
  // The way back may lead to a page that was put away as it stood.
  addEventListener('pageshow', ({ persisted }) => persisted && wakeAtOnce(document));
  document.addEventListener(PAGE_ADDED, ({ target }) => {
    defineExperiments(target as Element);
    wakeLessons(target as Element);
    wakeAtOnce(target as Element);
    lead(false);
  });
}

/** Pages of work have none. */
function wakeLessons(page: ParentNode): void {
  if (!page.querySelector('[data-lesson]')) return;
  const coming = import('./lesson-page.ts');
  coming.then((code) => code.wakeLessons(page), console.warn);
}

/** Few pages have what is not waiting for a touch. */
function wakeAtOnce(page: ParentNode): void {
  if (!page.querySelector('[data-now]')) return;
  const coming = import('./now.ts');
  coming.then((code) => code.wake(page), console.warn);
}

/** Few readers have the page from their own device. */
function sayKept(): void {
  if (!navigator.serviceWorker?.controller) return;
  const coming = import('./app/in-foot.ts');
  coming.then((code) => code.sayKept(), console.warn);
}

/** What was submitted before there was code: public/theme.js has kept the page from being left. */
function repeatSubmits(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-missed]')) {
    delete form.dataset['missed'];
    form.requestSubmit();
  }
}

/** Few lessons have what it wakes, and nobody needs it before it is touched. */
function wakeHand(event: Event): void {
  const hand = (event.target as Element).closest?.<HTMLElement>('[data-hand]:not([data-awake])');
  if (!hand) return;
  const coming = import('./components/hands/hands.ts');
  coming.then((code) => code.wakeHand(hand, event), console.warn);
}

/** Leads on where the address may name what has moved from here to another lesson. */
function lead(isOpened: boolean): void {
  if (location.search + location.hash && document.querySelector('[data-moved]')) {
    const coming = import('./book/lead-on.ts');
    coming.then((code) => code.leadOn(isOpened), console.warn);
  }
}
