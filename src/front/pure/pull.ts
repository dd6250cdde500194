/** How far a hand pulls a number in a sentence. The last stops, where most happens, have the most room. */

/** Pixels that every stop has at least, and that a number has from end to end at least. */
const LEAST = { stop: 2.5, whole: 180 };
/** Further pixels of the last stop; the one before has half of them, the one before that a third. */
const LAST = 16;

/** A number that is pulled: whole, from `min` to `max`. */
export interface Pulled {
  readonly min: number;
  readonly max: number;
}

/** Pixels from the first stop to that of a value. */
function placeOf({ min, max }: Pulled, value: number): number {
  let place = 0;
  for (let stop = min; stop < value; stop += 1) {
    place += Math.max(LEAST.stop, LEAST.whole / (max - min)) + LAST / (max - stop);
  }
  return place;
}

/** The value after a pull of so many pixels to the right: the stop that is nearest, and none beyond either end. */
export function pulled(number: Pulled, from: number, pixels: number): number {
  const to = placeOf(number, from) + pixels;
  const edge = (value: number): number => (placeOf(number, value) + placeOf(number, value + 1)) / 2;
  let value = number.min;
  while (value < number.max && edge(value) <= to) value += 1;
  return value;
}

/** What was typed as a value that the number can have; nothing where it is no number. */
export function typed({ min, max }: Pulled, text: string): number | undefined {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return undefined;
  return Math.min(max, Math.max(min, Math.round(value)));
}

/** Whether a number was typed that lies beyond an end. */
export function isBeyond({ min, max }: Pulled, text: string): boolean {
  const value = Number(text);
  return text.trim() !== '' && (value > max || value < min);
}
