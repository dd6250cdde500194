/** Who moves a control sees what it moves: a dock that lies below the window comes into it, and one above as far as the control stays. */

/** Watches the controls of an experiment; nothing where it has no dock. */
export function keepInSight(element: HTMLElement): void {
  const dock = element.querySelector('.dock');
  const hand = element.querySelector('.hand');
  if (!dock || !hand) return;
  let isSeen = false;
  const bring = (): void => {
    isSeen = true;
    const { top, bottom } = dock.getBoundingClientRect();
    const below = Math.min(top, bottom - innerHeight);
    const held = document.activeElement?.getBoundingClientRect().bottom ?? innerHeight;
    // At its end a bench pushes its dock out; there may be room to have both.
    const stays = held <= innerHeight && getComputedStyle(dock).position === 'sticky';
    const above = stays && bottom - top < innerHeight ? Math.max(top, held - innerHeight) : 0;
    if (below > 0) scrollBy({ top: below });
    else if (above < 0) scrollBy({ top: above });
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
