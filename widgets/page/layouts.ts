/** A drawing in both layouts, of which one is seen: that one is drawn at once where it is near the window; the other when it comes to be seen. */
import { inBothLayouts } from '../kit/draw/run-markup.ts';
import { figureOf, type Drawing } from '../kit/draw/drawing.ts';
import { markup, type Markup } from '../kit/draw/markup.ts';
import type { Layout } from '../kit/contract/widget.ts';
import { setMarkup } from '../run/page/trusted-types.ts';
import { bringUpToDate } from './morph.ts';
import { behindFrame } from './next-frame.ts';
import { inHand, Transition } from './transition.ts';

/** Milliseconds after which what is far from the window is drawn, too: nobody drags any more. */
const CALM = 300;

export class Layouts {
  readonly #place: HTMLElement;
  readonly #picture: (drawing: Drawing) => Markup;
  #draw: ((layout: Layout) => Drawing) | undefined;
  /** Layouts in which the present drawing has not been drawn. */
  readonly #waiting = new Set<Layout>();
  readonly #transition = new Transition();

  /** What takes up room on the page, as last reported; nothing before a report could be there. */
  #seen: Set<Element> | undefined;
  /** What is far from the window. */
  readonly #far = new Set<Element>();
  #later: ReturnType<typeof setTimeout> | undefined;

  /** Takes over what the build has drawn in `place`; an empty place gets its two layouts. */
  constructor(place: HTMLElement, picture = figureOf) {
    this.#place = place;
    this.#picture = picture;
    if (!place.firstElementChild) {
      setMarkup(
        place,
        inBothLayouts(() => markup``),
      );
    }
    // A window made narrow, a phone turned, larger letters, a page that is shown: the style sheet decides what is seen.
    const watch = new ResizeObserver((entries) => {
      this.#seen ??= new Set();
      for (const { target, contentRect } of entries) {
        if (contentRect.width > 0) this.#seen.add(target);
        else this.#seen.delete(target);
        if (!this.#drawSeen(target as HTMLElement)) continue;
        // Its new height is no news, and would be reported as a loop.
        watch.unobserve(target);
        requestAnimationFrame(() => watch.observe(target));
      }
    });
    const near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) this.#far.add(target);
          else if (this.#far.delete(target)) this.#drawSeen(target as HTMLElement);
        }
      },
      { rootMargin: '25%' },
    );
    for (const one of this.#both) {
      watch.observe(one);
      near.observe(one);
    }
    // Of what takes up none from the start there is no report.
    behindFrame(() => (this.#seen ??= new Set()))();
    // Paper may be as narrow as a phone or as wide as a screen, and asks for its layout too late.
    addEventListener('beforeprint', () => this.complete());
  }

  get #both(): readonly HTMLElement[] {
    return [...this.#place.children] as HTMLElement[];
  }

  draw(draw: (layout: Layout) => Drawing): void {
    this.#draw = draw;
    // Whoever drags need not wait for what is far away; a button that leads there must find it as high as it will be.
    const isDragged = inHand(this.#place);
    for (const one of this.#both) {
      this.#waiting.add(layoutOf(one));
      if (!isDragged || !this.#far.has(one)) this.#drawSeen(one);
    }
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#both.forEach((one) => this.#drawSeen(one)), CALM);
  }

  /** Draws the layout that is not seen, too. */
  complete(): void {
    for (const one of this.#both) this.#drawIn(one);
  }

  clear(): void {
    this.#draw = undefined;
    this.#waiting.clear();
    for (const one of this.#both) one.replaceChildren();
  }

  #drawSeen(one: HTMLElement): boolean {
    // To ask the browser would make it lay the page out before it has been drawn, and once more after.
    const isSeen = this.#seen ? this.#seen.has(one) : one.checkVisibility();
    return isSeen && this.#drawIn(one);
  }

  /** Draws what waits in this layout; false when nothing does. */
  #drawIn(one: HTMLElement): boolean {
    const layout = layoutOf(one);
    if (!this.#draw || !this.#waiting.delete(layout)) return false;
    const drawn = this.#picture(this.#draw(layout));
    this.#transition.over(one, () => bringUpToDate(one, drawn));
    return true;
  }
}

function layoutOf(one: HTMLElement): Layout {
  return one.classList.contains('narrow') ? 'narrow' : 'wide';
}
