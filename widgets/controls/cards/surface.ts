/** Cards that are sorted: dragged onto a pile, or taken by a press and put down by a press on a pile. */
import type { LiveSurface, SurfaceHost, WakeSurface } from '../live.ts';
import { onStroke, saidIn } from '../pen.ts';
import {
  cardsInWords,
  readCards,
  textOf,
  writeCards,
  type CardsParam,
  type CardsShape,
  type Placing,
} from './pure/cards.ts';
import { CARDS_FRAME, CARDS_WORDS as WORDS } from '#words/widgets/controls/cards/words';

/** Less than this, in pixels, is a press and no drag. */
const SLOP = 5;

/** Wakes a sorting. */
export const surface: WakeSurface<CardsParam> = (host) => new Piles(host);

class Piles implements LiveSurface {
  readonly #host: SurfaceHost<CardsParam>;
  readonly #shape: CardsShape;
  readonly #room: HTMLElement;
  readonly #say: (sentence: string) => void;
  #placing: Placing = new Map();
  /** The card that has been taken by a press. */
  #inHand: HTMLElement | undefined;

  constructor(host: SurfaceHost<CardsParam>) {
    this.#host = host;
    this.#shape = host.param.surface.shape;
    this.#room = host.place.querySelector('.piles') as HTMLElement;
    this.#room.dataset['live'] = '';
    this.#say = saidIn(host.place);
    for (const card of this.#cards) this.#dressCard(card);
    for (const pile of this.#piles) this.#dressPile(pile);
    this.show();
  }

  show(): void {
    const { field, place } = this.#host;
    try {
      this.#placing = readCards(this.#shape, field.value);
    } catch {
      // Half typed, or refused: that is said elsewhere, and the piles keep what they had.
    }
    place.toggleAttribute('data-locked', field.disabled);
    this.#take(undefined);
    this.#arrange();
    this.#say(cardsInWords(this.#shape, this.#text));
  }

  get #cards(): HTMLElement[] {
    return [...this.#room.querySelectorAll<HTMLElement>('[data-card]')];
  }

  get #piles(): HTMLElement[] {
    return [...this.#room.querySelectorAll<HTMLElement>('[data-pile]')];
  }

  get #text(): string {
    return writeCards(this.#shape, this.#placing);
  }

  /** Each card into its pile, in the author's order; what is there already stays, and keeps the focus. */
  #arrange(): void {
    const cards = this.#cards;
    for (const pile of this.#piles) {
      const list = pile.querySelector('ul') as HTMLElement;
      const wanted = this.#shape.cards
        .filter(({ id }) => (this.#placing.get(id) ?? '') === pile.dataset['pile'])
        .flatMap(({ id }) => cards.filter((card) => card.dataset['card'] === id));
      for (const [i, card] of wanted.entries()) {
        if (list.children[i] !== card) list.insertBefore(card, list.children[i] ?? null);
      }
    }
  }

  #dressCard(card: HTMLElement): void {
    const face = faceOf(card);
    face.role = 'button';
    face.tabIndex = 0;
    face.ariaPressed = 'false';
    const take = (): void => {
      if (!this.#host.field.disabled) this.#take(this.#inHand === card ? undefined : card);
    };
    onKey(face, take);
    let began: { readonly x: number; readonly y: number } | undefined;
    let isMoving = false;
    onStroke(face, {
      begin: ({ clientX, clientY }) => {
        if (this.#host.field.disabled) return false;
        began = { x: clientX, y: clientY };
        isMoving = false;
        face.focus({ preventScroll: true });
        return true;
      },
      move: ({ clientX, clientY }) => {
        const [x, y] = [clientX - (began?.x ?? 0), clientY - (began?.y ?? 0)];
        isMoving ||= Math.hypot(x, y) > SLOP;
        if (!isMoving) return;
        card.dataset['dragged'] = '';
        face.style.translate = `${x}px ${y}px`;
        this.#mark(this.#pileAt(clientX, clientY));
      },
      end: () => {
        delete card.dataset['dragged'];
        face.style.translate = '';
        const onto = this.#room.querySelector<HTMLElement>('[data-over]');
        this.#mark(undefined);
        if (!isMoving) take();
        else if (onto) this.#put(card, onto);
      },
    });
  }

  #dressPile(pile: HTMLElement): void {
    const name = pile.querySelector('.pile-name') as HTMLElement;
    const face = document.createElement('span');
    face.textContent = name.textContent;
    face.role = 'button';
    name.replaceChildren(face);
    const put = (): void => {
      if (this.#inHand) this.#put(this.#inHand, pile);
    };
    onKey(face, put);
    // All of it is the target, except for the cards on it.
    pile.addEventListener('click', ({ target }) => {
      if (!(target as Element).closest('.card')) put();
    });
  }

  #take(card: HTMLElement | undefined): void {
    this.#inHand = card;
    this.#room.toggleAttribute('data-taken', card !== undefined);
    for (const one of this.#cards) faceOf(one).ariaPressed = String(one === card);
    for (const pile of this.#piles) {
      const face = pile.querySelector('.pile-name > span') as HTMLElement | null;
      if (!face) continue;
      // Where nothing is in hand there is nothing to put down.
      face.tabIndex = card ? 0 : -1;
      face.ariaDisabled = String(!card);
    }
    if (card) this.#say(WORDS.inHand(textOf(this.#shape.cards, card.dataset['card'] ?? '')));
  }

  #put(card: HTMLElement, pile: HTMLElement): void {
    const [id = '', to = ''] = [card.dataset['card'], pile.dataset['pile']];
    const next = this.#cards.find(
      (one) => one !== card && one.parentElement === card.parentElement,
    );
    const placing = new Map(this.#placing);
    if (to === '') placing.delete(id);
    else placing.set(id, to);
    this.#placing = placing;
    this.#host.settle(this.#text);
    const name = to === '' ? CARDS_FRAME.unplaced : textOf(this.#shape.piles, to);
    this.#say(WORDS.placed(textOf(this.#shape.cards, id), name));
    // Whoever sorts goes on with the next card of the same pile.
    faceOf(next ?? card).focus({ preventScroll: true });
  }

  #pileAt(x: number, y: number): HTMLElement | undefined {
    return this.#piles.find((pile) => {
      const { left, right, top, bottom } = pile.getBoundingClientRect();
      return x >= left && x <= right && y >= top && y <= bottom;
    });
  }

  #mark(over: HTMLElement | undefined): void {
    for (const pile of this.#piles) pile.toggleAttribute('data-over', pile === over);
  }
}

function faceOf(card: HTMLElement): HTMLElement {
  return card.querySelector('.card') as HTMLElement;
}

/** What is printed with its text is no native button: those are not on paper. */
function onKey(face: HTMLElement, press: () => void): void {
  face.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    press();
  });
}
