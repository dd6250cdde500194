/** A calm way from one drawing to the next: what stands for the same thing in both goes from where it was to where it is. */
import { wantsCalm } from './next-frame.ts';

const MS = 180;
/** A figure that is drawn again sooner is in the reader's hand, or played: it is where it is. */
const CALM = 300;
/** More than this, in characters of paths or in things that move, would cost a slow machine its frames. */
const MOST = 6_000;
const FEW = 40;

/** Where each kind of element is said to be, by attributes that style sheets know, too. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  rect: ['x', 'y', 'width', 'height'],
  circle: ['cx', 'cy', 'r'],
  text: ['x', 'y'],
};
const MOVING = Object.keys(PLACES).join();

type Place = Readonly<Record<string, string>>;

function placeOf(element: Element): Place {
  const names = PLACES[element.tagName] ?? [];
  return Object.fromEntries(names.map((name) => [name, element.getAttribute(name) ?? '0']));
}

/** What moves in a drawing, by what it is drawn as; what is taken hold of is where the hand takes it. */
function movingIn(place: Element): Map<string, Element[]> {
  const all = new Map<string, Element[]>();
  for (const one of place.querySelectorAll(MOVING)) {
    if (one.matches('[data-handle], [transform]')) continue;
    const is = `${one.tagName} ${one.getAttribute('class') ?? ''}`;
    all.set(is, [...(all.get(is) ?? []), one]);
  }
  return all;
}

/** A path's commands without its numbers: paths with the same can be gone between. */
const commands = (d = ''): string => d.replace(/[-\d.\s,]+/g, ' ');

/** The keyframe of a place; of words, how far it is from `to`. */
function frame(tag: string, at: Place, to: Place): Keyframe {
  if (tag === 'path') return { d: `path("${at.d}")` };
  if (tag !== 'text') return Object.fromEntries(Object.entries(at).map(([k, v]) => [k, `${v}px`]));
  return {
    transform: `translate(${Number(at.x) - Number(to.x)}px, ${Number(at.y) - Number(to.y)}px)`,
  };
}

/** Whether something of its experiment is pressed: it may be dragged. */
export const inHand = (place: Element): boolean =>
  place.closest('.experiment')?.matches(':active') === true;

export class Transition {
  #last = -Infinity;
  #going: readonly Animation[] = [];

  /** Draws anew what `place` holds, and lets it go there. */
  over(place: Element, draw: () => void): void {
    const now = performance.now();
    const isCalm = now - this.#last > CALM;
    this.#last = now;
    // The elements stay, and would go on to where they were to be before.
    for (const one of this.#going) one.cancel();
    this.#going = [];
    if (!isCalm || !place.firstElementChild) return draw();
    // In a drag it follows the hand.
    if (inHand(place)) return draw();
    if (wantsCalm()) return draw();
    const before = new Map([...movingIn(place)].map(([is, all]) => [is, all.map(placeOf)]));
    draw();
    let cost = 0;
    let count = 0;
    for (const [is, all] of movingIn(place)) {
      const then = before.get(is);
      if (then?.length !== all.length) continue;
      for (const [i, one] of all.entries()) {
        const [from, to] = [then[i] as Place, placeOf(one)];
        if (commands(from.d) !== commands(to.d)) continue;
        if (Object.keys(to).every((name) => from[name] === to[name])) continue;
        cost += to.d?.length ?? 20;
        count += 1;
        if (cost > MOST || count > FEW) return;
        const going = one.animate([frame(one.tagName, from, to), frame(one.tagName, to, to)], {
          duration: MS,
          easing: 'ease-out',
        });
        this.#going = [...this.#going, going];
      }
    }
  }
}
