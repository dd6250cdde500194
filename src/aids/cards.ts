/** Cards: what a term means, and which source a citation names. Fetched when a word that has one is first pointed at. */

/** After so long a word that is pointed at has its card, and one that is left has none: the pointer may be on its way to it. */
const COMES = 100;
const GOES = 300;

/** The card that was opened here; one that the browser itself opened upon a press is its own. A press keeps it. */
let shown: { word: HTMLElement; card: HTMLElement; isKept: boolean } | undefined;
let timer = 0;
let sourceCard: HTMLElement | undefined;

/** What the pointer, the focus or a press does at the place of this event. */
export function cardsAt(event: Event, isFinger: boolean): void {
  const target = event.target as Element;
  const word = target.closest?.<HTMLElement>('.term, .cite > a[href]');
  clearTimeout(timer);
  if (event.type === 'click') {
    if (word) press(event, word, isFinger);
    return;
  }
  const isFocus = event.type === 'focusin';
  // What a mouse has pressed has the focus, too.
  if (word && (!isFocus || word.matches(':focus-visible'))) {
    if (word !== shown?.word || !isOpen()) timer = window.setTimeout(show, COMES, word);
  } else if (!shown?.card.contains(target) && (isFocus || !isHeld())) {
    timer = window.setTimeout(hide, isFocus ? 0 : GOES);
  }
}

/** A press keeps the card of a term. A citation leads to its source, but under a finger, which points at nothing before it presses. */
function press(event: Event, word: HTMLElement, isFinger: boolean): void {
  if (word.matches('a')) {
    if (!isFinger) hide();
    else {
      event.preventDefault();
      show(word);
      if (shown) shown.isKept = true;
    }
  } else if (shown?.word === word && isOpen() && !shown.isKept) {
    event.preventDefault();
    shown.isKept = true;
  }
}

const isOpen = (): boolean => shown?.card.matches(':popover-open') ?? false;
const isHeld = (): boolean =>
  shown !== undefined &&
  (shown.isKept ||
    shown.word.matches(':focus-visible') ||
    shown.card.contains(document.activeElement));

function show(word: HTMLElement): void {
  const card = word.matches('a') ? cardOf(word as HTMLAnchorElement) : meaningOf(word);
  // The browser has opened it upon a press.
  if (!card || card.matches(':popover-open')) return;
  shown = { word, card, isKept: false };
  card.showPopover({ source: word });
}

function hide(): void {
  if (isOpen()) shown?.card.hidePopover();
  shown = undefined;
}

const meaningOf = (term: HTMLElement): HTMLElement | null =>
  document.getElementById(term.getAttribute('popovertarget') ?? '');

/** The source as the list at the lesson's end has it, on the card that all citations share. */
function cardOf(citation: HTMLAnchorElement): HTMLElement | undefined {
  const source = document.getElementById(decodeURIComponent(citation.hash.slice(1)));
  if (!source) return undefined;
  sourceCard ??= Object.assign(document.createElement('div'), {
    ...{ className: 'definition', id: 'source-card', popover: 'auto', role: 'note' },
  });
  if (sourceCard.matches(':popover-open')) sourceCard.hidePopover();
  sourceCard.replaceChildren(...source.cloneNode(true).childNodes);
  // Beside the citation, so that what it says is read on from there.
  citation.after(sourceCard);
  return sourceCard;
}
