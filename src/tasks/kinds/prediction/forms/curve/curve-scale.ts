/** Where values lie on the empty axes of a drawn prediction, and which of them a pointer passes. */
import type { Point } from '../../../../judge/answers.ts';

/** A value that the pointer has passed, by its place among the values of the horizontal axis. */
export interface DrawnPoint {
  readonly index: number;
  readonly value: number;
}

/** One drawing of the axes: places in its own units, values from `min` at the bottom to `max` at the top. */
export class CurveScale {
  readonly xs: readonly number[];
  readonly #top: number;
  readonly #bottom: number;
  readonly #min: number;
  readonly #max: number;

  constructor(
    {
      xs,
      top,
      bottom,
    }: { readonly xs: readonly number[]; readonly top: number; readonly bottom: number },
    { min = 0, max = 1 }: { readonly min?: number | undefined; readonly max?: number | undefined },
  ) {
    this.xs = xs;
    this.#top = top;
    this.#bottom = bottom;
    this.#min = min;
    this.#max = max;
  }

  /** How far down a value lies; one outside the axis lies at its end. */
  yOf(value: number): number {
    const inside = Math.min(this.#max, Math.max(this.#min, value));
    const unit = (this.#bottom - this.#top) / (this.#max - this.#min);
    return this.#bottom - (inside - this.#min) * unit;
  }

  /** The nearest value, and those that a fast pointer has jumped over on its way. */
  passed(from: Point, to: Point): readonly DrawnPoint[] {
    const near = this.#nearest(to.x);
    const between = this.xs.flatMap((x, index) => {
      const isPassed = (x - from.x) * (x - to.x) < 0 && index !== near;
      const share = (x - from.x) / (to.x - from.x);
      return isPassed ? [{ index, value: this.#valueAt(from.y + (to.y - from.y) * share) }] : [];
    });
    return [...between, { index: near, value: this.#valueAt(to.y) }];
  }

  #nearest(x: number): number {
    const gaps = this.xs.map((at) => Math.abs(at - x));
    return gaps.indexOf(Math.min(...gaps));
  }

  #valueAt(y: number): number {
    const share = Math.min(1, Math.max(0, (this.#bottom - y) / (this.#bottom - this.#top)));
    // Figures that a hand can mean: about a hundredth of the axis.
    const step = 10 ** Math.floor(Math.log10((this.#max - this.#min) / 100));
    const raw = this.#min + share * (this.#max - this.#min);
    return Number((Math.round(raw / step) * step).toPrecision(6));
  }
}
