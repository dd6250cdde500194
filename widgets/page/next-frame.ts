/** Waiting for what has been drawn to be seen, and whether anything is to move. */

/**
 * Resolves with the next animation frame. A hidden tab has none: there it resolves at once, so that a training goes on
 * while its reader is elsewhere, and as soon as the tab is hidden while it waits.
 */
export function nextFrame(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    document.addEventListener('visibilitychange', done);
    requestAnimationFrame(done);
  });
}

/** A function that has `deed` done behind the next frame, in a task of its own: once, however often it is called by then. */
export function behindFrame(deed: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    void nextFrame().then(() =>
      setTimeout(() => {
        isDue = false;
        deed();
      }),
    );
  };
}

let calm: MediaQueryList | undefined;
/** Whether the reader wants nothing to move. To ask the browser anew for every drawing would cost a slow machine its frames. */
export const wantsCalm = (): boolean =>
  (calm ??= matchMedia('(prefers-reduced-motion: reduce)')).matches;
