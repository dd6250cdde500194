/** How long a student is at each item, as far as a page can tell: from one press or key to the next, and never long. */

/** Who does nothing for longer is elsewhere. */
const MOST = 2;

const spent = new Map<string, number>();
let at: string | undefined;
/** By a clock that nobody can set. */
let last = 0;

/** Counts from now on; an experiment counts for the item that was touched before it. */
export function countMinutes(page: HTMLElement): void {
  const count = ({ target }: Event): void => {
    const now = performance.now();
    if (at !== undefined)
      spent.set(at, (spent.get(at) ?? 0) + Math.min(MOST, (now - last) / 60_000));
    last = now;
    at = (target as Element).closest<HTMLElement>('section[data-item]')?.dataset['item'] ?? at;
  };
  for (const touch of ['pointerdown', 'keydown', 'focusin']) page.addEventListener(touch, count);
}

/** The minutes at an item that nobody has asked for yet. */
export function minutesAt(item: string): number {
  const minutes = spent.get(item) ?? 0;
  spent.delete(item);
  return minutes;
}
