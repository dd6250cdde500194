/**
 * Who moves a control sees what it moves: a dock that lies below the window comes into it, and one above, as far as the control
 * that has the focus stays in sight.
 */

/** Keys come faster than a page scrolls smoothly; so long, in milliseconds, what has the focus is led into sight. */
const LED = 2000;

/** Watches the controls of an experiment; nothing where it has no dock. */
export function keepInSight(element: HTMLElement): void {
  const dock = element.querySelector('.dock');
  const hand = element.querySelector('.hand');
  if (!dock || !hand) return;
  const held = (): Element | null => hand.querySelector(':focus');
  const place = (): Pick<DOMRect, 'top' | 'bottom'> =>
    held()?.getBoundingClientRect() ?? { top: Infinity, bottom: innerHeight };
  // The browser itself leaves less than a pixel out.
  const isInWindow = ({ top, bottom } = place()): boolean => top > -1 && bottom < innerHeight + 1;
  const lead = (): unknown =>
    isInWindow() || held()?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  let isSeen = false;
  // Whether what has the focus was in the window when it was last looked at: who scrolls away is not called back.
  let wasThere = false;
  const bring = (): void => {
    const { top, bottom } = dock.getBoundingClientRect();
    const { top: start, bottom: end } = place();
    isSeen = wasThere = isInWindow();
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
  // Before what is pressed takes the focus.
  hand.addEventListener('pointerdown', () => (isPressed = true), true);
  let led = -LED;
  const byKey = (): unknown => hand.querySelector(':focus-visible');
  const arrive = (): void => {
    if (byKey()) led = performance.now();
    bring();
  };
  hand.addEventListener('focusin', () => {
    isSeen = false;
    if (!isPressed) arrive();
    isPressed = false;
  });
  // Who scrolls goes where they want to.
  const leave = (): unknown => (led = -LED);
  addEventListener('wheel', leave);
  addEventListener('keydown', ({ key }) => /^(Page| |Home|End)/.test(key) && leave());
  addEventListener('scroll', () => (wasThere = false));
  // What is begun before the next key may end with what that key has led to out of sight.
  addEventListener('scrollend', ({ timeStamp }) => {
    if (timeStamp - led < LED) lead();
    leave();
    wasThere = isInWindow();
  });
  // What is set may bring buttons that stand above it.
  new ResizeObserver(() => wasThere && lead()).observe(hand);
  // Once a stroke: to ask where it stands makes the browser lay it out.
  hand.addEventListener('input', () => !isSeen && bring());
  hand.addEventListener('click', bring);
  // This code may come after the focus, while the page is still on its way to it.
  if (byKey()) arrive();
}
