/** What a hand draws on a pad, or does with a card, before the code for it is here is kept, and happens when it is. */

/** Sent to a pad, or to what cards lie on, that has come alive. */
export const LIVE = 'live';

const KEPT = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'];
/** What strokes are kept on. */
export const PADS = 'svg,.piles';

/** Keeps the strokes on the pads of an experiment, each until its pad is alive; then they happen again. */
export function keepStrokes(experiment: HTMLElement): void {
  for (const pad of experiment.querySelectorAll(`[data-surface]>:is(${PADS})`)) {
    const strokes: (readonly [onto: Element, PointerEvent])[] = [];
    let onto = pad;
    const keep = (event: Event): void => {
      const stroke = event as PointerEvent;
      if (event.type === KEPT[0]) {
        onto = event.target as Element;
        // It goes on beyond the edge of the pad.
        pad.setPointerCapture(stroke.pointerId);
      }
      strokes.push([onto, stroke]);
    };
    for (const name of KEPT) pad.addEventListener(name, keep);
    pad.addEventListener(LIVE, () => {
      for (const name of KEPT) pad.removeEventListener(name, keep);
      for (const [at, stroke] of strokes.splice(0)) at.dispatchEvent(stroke);
    });
  }
}
