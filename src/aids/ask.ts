/**
 * Aids to reading, each fetched when it is first asked for: cards that explain a term or name a source, the reading settings,
 * and the list of keys.
 */

/** Where a question mark is typed. */
const TYPED =
  'textarea, select, [contenteditable], input:not([type="range"], [type="checkbox"], [type="radio"])';
/** What has a card; without this code a term opens by a press, and a citation leads to its source. */
const WITH_CARD = '.term, .cite > a[href]';

let cardsAt: ((event: Event, isFinger: boolean) => void) | undefined;
/** Of the press that is under way. */
let pointer = '';

export function aidsWhenAsked(): void {
  for (const type of ['pointerover', 'focusin', 'click']) addEventListener(type, onTouch);
  addEventListener('keydown', ({ key, target }) => {
    // A single key must be one that can be switched off.
    if (key !== '?' || document.documentElement.dataset['readingHelp'] === 'off') return;
    if (!(target as Element).closest?.(TYPED)) bringPanel('keys');
  });
}

function onTouch(event: Event): void {
  const target = event.target as Element;
  if (event.type === 'click') {
    const panel = target.closest<HTMLElement>('[data-panel]')?.dataset['panel'];
    if (panel !== undefined) {
      event.preventDefault();
      bringPanel(panel);
    }
  }
  if (event.type === 'pointerover') pointer = (event as PointerEvent).pointerType;
  if (document.documentElement.dataset['readingCards'] !== 'off') bringCard(event, target);
}

/** A finger opens the card of a citation by a press; that of a term the browser opens itself. */
function bringCard(event: Event, target: Element): void {
  const isFinger = pointer === 'touch';
  const word = target.closest?.<HTMLElement>(WITH_CARD);
  if (isFinger && (event.type !== 'click' || !word?.matches('a'))) return;
  if (cardsAt) {
    cardsAt(event, isFinger);
    return;
  }
  if (!word) return;
  if (isFinger) event.preventDefault();
  const coming = import('./cards.ts');
  coming.then(
    (code) => {
      cardsAt = code.cardsAt;
      cardsAt(event, isFinger);
    },
    (error: unknown) => {
      console.warn(error);
      if (isFinger) location.hash = (word as HTMLAnchorElement).hash;
    },
  );
}

function bringPanel(name: string): void {
  const coming = import('./panels.ts');
  coming.then((code) => code.openPanel(name), console.warn);
}
