/** A page that is loaded again stands where it stood: the browser itself would scroll before the page is unpacked. */

const KEY = 'scroll';

/** Notes where the reader is whenever the tab is left or put away. */
export function keepScroll(): void {
  const note = (): void => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify([location.href, scrollY]));
    } catch {
      // Storage is closed: the page begins at its top.
    }
  };
  addEventListener('pagehide', note);
  document.addEventListener('visibilitychange', note);
}

/** Goes back there, if this is the same address again and not a new visit. */
export function restoreScroll(): void {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type === 'navigate') return;
  try {
    const [href, y] = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [string?, number?];
    if (href === location.href && y !== undefined) scrollTo(0, y);
  } catch {
    // As above.
  }
}
