/** Waiting for what has been drawn to be seen. */

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
