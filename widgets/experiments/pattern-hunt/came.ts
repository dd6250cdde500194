/** How far a played hunt is: the first symbols come one by one, then ever more at a time. */

/** So many symbols come one by one. */
const SINGLE = 60;
/** Moments in which all others come. */
const REST = 60;

/** How many moments a hunt for so many symbols has. */
export function momentsOf(all: number): number {
  return all <= SINGLE ? all : SINGLE + REST;
}

/** How many symbols have come by a moment, of so many; the first moment is the first symbol. */
export function cameBy(all: number, moment: number): number {
  if (moment < SINGLE || all <= SINGLE) return Math.min(all, moment + 1);
  const share = (moment + 1 - SINGLE) / REST;
  return Math.min(all, Math.round(SINGLE * (all / SINGLE) ** share));
}
