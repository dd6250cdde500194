/** Keeps a question where it is on the screen while its experiment grows, and whatever else does: a veil is lifted, a curve opened. */

/** The last growth comes with the answer: so much later the browser may hold the page again, in milliseconds. */
const SETTLED = 1000;
/** How many hold the page now. */
let holding = 0;

/**
 * Holds it from now on, whether the experiment stands above or below; call what is given back when nothing grows any more.
 * Not every browser anchors what is read, and one that does may anchor the experiment.
 */
export function holdStill(question: HTMLElement, experiment: HTMLElement): () => void {
  const placeOf = (): number => question.getBoundingClientRect().top + scrollY;
  let place = placeOf();
  const watch = new ResizeObserver(() => {
    const growth = placeOf() - place;
    place += growth;
    // Who has gone back up sees it grow.
    const isRead = place - growth < scrollY + innerHeight;
    if (growth !== 0 && isRead) scrollBy({ top: growth, behavior: 'instant' });
  });
  // The page, too: what else stands above may grow meanwhile, as text does when its font comes.
  for (const one of [experiment, document.body]) watch.observe(one);
  anchor(1);
  return () => {
    setTimeout(() => {
      watch.disconnect();
      anchor(-1);
    }, SETTLED);
  };
}

/** The browser's own anchoring would move the page a second time. */
function anchor(change: 1 | -1): void {
  holding += change;
  document.documentElement.style.overflowAnchor = holding > 0 ? 'none' : '';
}
