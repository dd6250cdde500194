/** Drawing a prediction by pointer or touch. */
import type { Point } from '../../../../judge/answers.ts';
import { CurveScale, type DrawnPoint } from './curve-scale.ts';
import type { CurveData } from './data.ts';

/** One drawing of the empty axes, wide or narrow, that can be drawn on. */
export class Sheet {
  readonly #svg: SVGSVGElement;
  readonly #scale: CurveScale;
  readonly #dots: readonly SVGCircleElement[];
  #last: Point | undefined;
  /** The pointer that draws; not asked of the browser, for a stroke may be told after it has ended. */
  #pen: number | undefined;

  constructor(svg: SVGSVGElement, axis: Pick<CurveData, 'min' | 'max'>) {
    this.#svg = svg;
    const { xs = '', top, bottom } = svg.dataset;
    const place = { xs: xs.split(' ').map(Number), top: Number(top), bottom: Number(bottom) };
    this.#scale = new CurveScale(place, axis);
    this.#dots = place.xs.map((x) => {
      const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
      dot.setAttribute('class', 'curve-dot');
      dot.setAttribute('r', '5');
      dot.setAttribute('cx', String(x));
      return dot;
    });
  }

  /** Draws the points that have a value, and a line through them. */
  show(values: readonly (number | undefined)[]): void {
    let path = '';
    for (const [i, dot] of this.#dots.entries()) {
      const value = values[i];
      if (value === undefined) dot.remove();
      else {
        const y = this.#scale.yOf(value).toFixed(1);
        dot.setAttribute('cy', y);
        path += `${path === '' ? 'M' : 'L'}${this.#scale.xs[i] ?? 0} ${y}`;
        if (!dot.isConnected) this.#svg.append(dot);
      }
    }
    this.#svg.querySelector('.prediction-line')?.setAttribute('d', path);
  }

  /** Calls `take` with each value that the pointer passes, and whether a stroke begins; `lose` where the browser takes it away, to scroll. */
  onDraw(take: (points: readonly DrawnPoint[], isFirst: boolean) => void, lose: () => void): void {
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== this.#pen) return;
      const here = this.#placeOf(event);
      const from = this.#last;
      this.#last = here;
      take(this.#scale.passed(from ?? here, here), from === undefined);
    };
    const end = ({ pointerId, type }: PointerEvent): void => {
      if (pointerId !== this.#pen) return;
      this.#pen = undefined;
      if (type === 'pointercancel') lose();
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

  /** Where the pointer is, in the units of the drawing. */
  #placeOf({ clientX, clientY }: PointerEvent): Point {
    const box = this.#svg.getBoundingClientRect();
    const unit = this.#svg.viewBox.baseVal.width / box.width;
    return { x: (clientX - box.left) * unit, y: (clientY - box.top) * unit };
  }
}
