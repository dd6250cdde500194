/**
 * Who moves a control sees what it moves: a dock that lies below the window comes into it, and one above, as far as the control
 * that has the focus stays in sight.
 */

/** Watches the controls of an experiment; nothing where it has no dock. */
export function keepInSight(element: HTMLElement): void {
  const dock = element.querySelector('.dock');
  const hand = element.querySelector('.hand');
  if (!dock || !hand) return;
  let isSeen = false;
  const bring = (): void => {
    const { top, bottom } = dock.getBoundingClientRect();
    const held = hand.querySelector(':focus')?.getBoundingClientRect();
    const { top: start, bottom: end } = held ?? { top: Infinity, bottom: innerHeight };
    isSeen = start >= 0 && end <= innerHeight;
    // The browser is on its way to what has the focus: to scroll now would end that.
    if (!isSeen) return;
    const below = Math.min(top, bottom - innerHeight, start);
    // At its end a bench pushes its dock out; there may be room to have both.
    const stays = getComputedStyle(dock).position === 'sticky' && bottom - top < innerHeight;
    const above = stays ? Math.min(0, Math.max(top, end - innerHeight)) : 0;
    // Nothing scrolls by less than a pixel.
    const by = below < 1 ? above : below;
    if (by) scrollBy(0, by);
  };
  // What moves under a pointer that has just been pressed would be missed by it: a press is answered when it is over.
  let isPressed = false;
  hand.addEventListener('pointerdown', () => {
    isPressed = true;
  });
  hand.addEventListener('focusin', () => {
    isSeen = false;
    if (!isPressed) bring();
    isPressed = false;
  });
  // Once a stroke: to ask where it stands makes the browser lay it out.
  hand.addEventListener('input', () => !isSeen && bring());
  hand.addEventListener('click', bring);
  if (hand.contains(document.activeElement)) bring();
}
