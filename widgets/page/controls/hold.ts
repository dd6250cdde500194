/** What is taken hold of and pulled sideways, by mouse, pen or finger; a swipe up or down over it scrolls the page. */

/** What follows from the hand. */
export interface Held {
  /** It has been taken; false where it cannot be now. */
  readonly take: () => boolean;
  /** It has been pulled so many pixels to the right of where it was taken. */
  readonly pull: (pixels: number) => void;
  /** It has been let go; `isMeant` is false where the browser took it away, in order to scroll. */
  readonly drop: (isMeant: boolean) => void;
}

/** Lets an element be held; returns what takes it for a press that came before this code did. */
export function holdable(element: HTMLElement, held: Held): (event: PointerEvent) => void {
  let hand: { readonly pointer: number; readonly x: number } | undefined;
  const take = ({ button, pointerId: pointer, clientX: x }: PointerEvent): void => {
    if (button !== 0 || hand) return;
    try {
      element.setPointerCapture(pointer);
    } catch {
      // The finger was lifted before this code was here.
      return;
    }
    if (element.hasPointerCapture(pointer) && held.take()) hand = { pointer, x };
  };
  const drop = (isMeant: boolean): void => {
    if (!hand) return;
    hand = undefined;
    held.drop(isMeant);
  };
  element.addEventListener('pointerdown', take);
  element.addEventListener('pointermove', ({ pointerId, clientX }) => {
    if (hand?.pointer === pointerId) held.pull(clientX - hand.x);
  });
  element.addEventListener('pointerup', () => drop(true));
  for (const loss of ['pointercancel', 'lostpointercapture']) {
    element.addEventListener(loss, () => drop(false));
  }
  return take;
}
