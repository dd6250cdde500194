/** Whether a reader moves on in an experiment before it has answered: what they do later counts, not what was asked before. */

export interface Hand {
  /** True once the reader has changed its settings. */
  hasMoved(): boolean;
  leave(): void;
}

/** What in an experiment changes its settings, besides its controls. */
const MOVES = ['undo', 'redo', 'reset', 'preset', 'seed']
  .map((does) => `[data-does="${does}"]`)
  .join();

/** Watches a reader's hand in an experiment, until it is left. */
export function watchHand(instance: string): Hand {
  const watch = new AbortController();
  let hasMoved = false;
  const move = ({ isTrusted, type, target }: Event): void => {
    const one = target as Element;
    const isMove = type === 'change' || one.closest(MOVES) !== null;
    hasMoved ||= isTrusted && isMove && one.closest(`[id="${instance}"]`) !== null;
  };
  for (const type of ['change', 'click'])
    document.addEventListener(type, move, { signal: watch.signal });
  return { hasMoved: () => hasMoved, leave: () => watch.abort() };
}
