/** Which values a pointer sets on its way across a curve. */
import { onStep, type CurveShape } from './curve.ts';
import { shareOfX } from './markup.ts';

/** A place on the plot, as shares of its width and height from the top left. */
export interface PlotPlace {
  readonly x: number;
  readonly y: number;
}

/**
 * A stroke under way. The nearest value follows the pointer; when the pointer has gone on, the value is where the stroke
 * crossed its place, however fast that was.
 */
export class Stroke {
  readonly #shape: CurveShape;
  readonly #places: readonly number[];
  readonly #values: number[];
  /** What each place that the stroke has crossed, or begun at, is left with. */
  readonly #kept = new Map<number, number>();
  #at: PlotPlace;
  #near: number;

  constructor(shape: CurveShape, values: readonly number[], at: PlotPlace) {
    this.#shape = shape;
    this.#places = shape.xs.map((x) => shareOfX(shape, x));
    this.#values = [...values];
    this.#at = at;
    this.#near = this.#nearest(at.x);
    this.#kept.set(this.#near, this.#valueAt(at.y));
    this.#follow(at);
  }

  /** The values as they stand. */
  get values(): readonly number[] {
    return [...this.#values];
  }

  /** The place, counted from 0, whose value follows the pointer. */
  get near(): number {
    return this.#near;
  }

  /** The pointer has moved on. */
  moveTo(to: PlotPlace): void {
    const from = this.#at;
    for (const [i, place] of this.#places.entries()) {
      if (from.x === to.x || (place - from.x) * (place - to.x) > 0) continue;
      const value = this.#valueAt(from.y + ((to.y - from.y) * (place - from.x)) / (to.x - from.x));
      this.#kept.set(i, value);
      this.#values[i] = value;
    }
    const near = this.#nearest(to.x);
    if (near !== this.#near)
      this.#values[this.#near] = this.#kept.get(this.#near) ?? this.#values[this.#near] ?? 0;
    this.#near = near;
    this.#at = to;
    this.#follow(to);
  }

  #follow({ y }: PlotPlace): void {
    this.#values[this.#near] = this.#valueAt(y);
  }

  #nearest(x: number): number {
    const gaps = this.#places.map((place) => Math.abs(place - x));
    return gaps.indexOf(Math.min(...gaps));
  }

  #valueAt(y: number): number {
    return onStep(this.#shape, this.#shape.max - y * (this.#shape.max - this.#shape.min));
  }
}
