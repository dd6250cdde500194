/** Drawing a prediction by pointer or touch. */
import type { PredictionData } from '../../author/page-data.ts';

/** A value that the pointer has passed, by its place on the axis. */
export interface DrawnPoint {
  readonly index: number;
  readonly value: number;
}

/** One drawing of the empty axes, wide or narrow, that can be drawn on. */
export class Sheet {
  readonly #svg: SVGSVGElement;
  readonly #xs: readonly number[];
  readonly #top: number;
  readonly #bottom: number;
  readonly #min: number;
  readonly #max: number;
  readonly #dots: readonly SVGCircleElement[];
  #last: { readonly x: number; readonly y: number } | undefined;
  /** The pointer that draws; not asked of the browser, for a stroke may be told after it has ended. */
  #pen: number | undefined;

  constructor(svg: SVGSVGElement, { min = 0, max = 1 }: PredictionData) {
    this.#svg = svg;
    this.#xs = (svg.dataset['xs'] ?? '').split(' ').map(Number);
    this.#top = Number(svg.dataset['top']);
    this.#bottom = Number(svg.dataset['bottom']);
    this.#min = min;
    this.#max = max;
    this.#dots = this.#xs.map((x) => {
      const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
      dot.setAttribute('class', 'curve-dot');
      dot.setAttribute('r', '5');
      dot.setAttribute('cx', String(x));
      return dot;
    });
  }

  /** Draws the points that have a value, and a line through them. */
  show(values: readonly (number | undefined)[]): void {
    const scale = (this.#bottom - this.#top) / (this.#max - this.#min);
    let path = '';
    for (const [i, dot] of this.#dots.entries()) {
      const value = values[i];
      if (value === undefined) dot.remove();
      else {
        const inside = Math.min(this.#max, Math.max(this.#min, value));
        const y = this.#bottom - (inside - this.#min) * scale;
        dot.setAttribute('cy', y.toFixed(1));
        path += `${path === '' ? 'M' : 'L'}${this.#xs[i] ?? 0} ${y.toFixed(1)}`;
        if (!dot.isConnected) this.#svg.append(dot);
      }
    }
    this.#svg.querySelector('.prediction-line')?.setAttribute('d', path);
  }

  /** Calls `take` with each value that the pointer passes. */
  onDraw(take: (points: readonly DrawnPoint[]) => void): void {
    const move = (event: PointerEvent): void => {
      if (event.pointerId === this.#pen) take(this.#passed(event));
    };
    const end = ({ pointerId }: PointerEvent): void => {
      if (pointerId === this.#pen) this.#pen = undefined;
    };
    this.#svg.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      this.#last = undefined;
      this.#pen = event.pointerId;
      // A stroke that is told again has kept its pointer, or has let go of it.
      if (event.isTrusted) this.#svg.setPointerCapture(event.pointerId);
      move(event);
    });
    this.#svg.addEventListener('pointermove', move);
    this.#svg.addEventListener('pointerup', end);
    this.#svg.addEventListener('pointercancel', end);
    this.#svg.addEventListener('lostpointercapture', end);
  }

  /** Shows that nothing can be drawn any more. */
  close(): void {
    this.#svg.dataset['closed'] = '';
  }

  /** The nearest value, and those that a fast pointer has jumped over. */
  #passed(event: PointerEvent): readonly DrawnPoint[] {
    const box = this.#svg.getBoundingClientRect();
    const unit = this.#svg.viewBox.baseVal.width / box.width;
    const here = { x: (event.clientX - box.left) * unit, y: (event.clientY - box.top) * unit };
    const from = this.#last ?? here;
    this.#last = here;
    const near = this.#nearest(here.x);
    const between = this.#xs.flatMap((x, index) => {
      const isPassed = (x - from.x) * (x - here.x) < 0 && index !== near;
      const share = (x - from.x) / (here.x - from.x);
      return isPassed ? [{ index, value: this.#value(from.y + (here.y - from.y) * share) }] : [];
    });
    return [...between, { index: near, value: this.#value(here.y) }];
  }

  #nearest(x: number): number {
    const gaps = this.#xs.map((at) => Math.abs(at - x));
    return gaps.indexOf(Math.min(...gaps));
  }

  #value(y: number): number {
    const share = Math.min(1, Math.max(0, (this.#bottom - y) / (this.#bottom - this.#top)));
    // Figures that a hand can mean: about a hundredth of the axis.
    const step = 10 ** Math.floor(Math.log10((this.#max - this.#min) / 100));
    const raw = this.#min + share * (this.#max - this.#min);
    return Number((Math.round(raw / step) * step).toPrecision(6));
  }
}
