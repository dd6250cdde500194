/** What a hand draws on a pad before the code of the pad is here is kept, and drawn when it is. */

/** Sent to a pad that has come alive. */
export const LIVE = 'live';

const KEPT = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'];

/** Keeps the strokes on the pads of an experiment, each until its pad is alive; then they happen again. */
export function keepStrokes(experiment: HTMLElement): void {
  for (const pad of experiment.querySelectorAll('[data-surface]>svg')) {
    const strokes: PointerEvent[] = [];
    const keep = (event: Event): void => {
      const stroke = event as PointerEvent;
      // It goes on beyond the edge of the pad.
      if (event.type === KEPT[0]) pad.setPointerCapture(stroke.pointerId);
      strokes.push(stroke);
    };
    for (const name of KEPT) pad.addEventListener(name, keep);
    pad.addEventListener(LIVE, () => {
      for (const name of KEPT) pad.removeEventListener(name, keep);
      for (const stroke of strokes.splice(0)) pad.dispatchEvent(stroke);
    });
  }
}
