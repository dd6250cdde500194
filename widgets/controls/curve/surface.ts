/** A curve that is drawn on: by a pointer anywhere on its plot, or value by value, each of which is a slider for keys. */
import { focusedNear } from '../focused.ts';
import type { LiveSurface, SurfaceHost, WakeSurface } from '../live.ts';
import { onStroke, saidIn } from '../pen.ts';
import { plain, withUnit } from '../../kit/draw/format.ts';
import {
  curveInWords,
  onStep,
  readCurve,
  writeCurve,
  type CurveParam,
  type CurveShape,
} from './pure/curve.ts';
import { lineOf, shareOfX, shareOfY } from './pure/markup.ts';
import { Stroke, type PlotPlace } from './pure/stroke.ts';
import { CURVES } from '#words/widgets/controls/curve/pure/words';

/** Wakes a curve. */
export const surface: WakeSurface<CurveParam> = (host) => new CurvePad(host);

class CurvePad implements LiveSurface {
  readonly #host: SurfaceHost<CurveParam>;
  readonly #shape: CurveShape;
  readonly #pad: SVGSVGElement;
  /** As large as the plot within the pad. */
  readonly #plot = document.createElement('div');
  readonly #dots: readonly SVGCircleElement[];
  readonly #sliders: readonly HTMLInputElement[];
  #values: readonly number[] = [];
  #stroke: Stroke | undefined;
  readonly #say: (sentence: string) => void;

  constructor(host: SurfaceHost<CurveParam>) {
    this.#host = host;
    this.#shape = host.param.surface.shape;
    this.#pad = host.place.querySelector('svg') as SVGSVGElement;
    this.#dots = [...this.#pad.querySelectorAll('circle')];
    this.#pad.dataset['live'] = '';
    this.#sliders = this.#shape.xs.map((x, i) => this.#slider(x, i));
    this.#plot.className = 'curve-sliders';
    this.#plot.append(...this.#sliders);
    // It lies over the picture, and takes its place for ears.
    this.#pad.before(this.#plot);
    this.#pad.ariaHidden = 'true';
    // A key that came to the picture wakes it, and goes on from its first value.
    if (this.#pad === focusedNear(this.#pad)) this.#sliders[0]?.focus();
    this.#pad.removeAttribute('tabindex');
    this.#say = saidIn(host.place);
    this.#listen();
    this.show();
  }

  show(): void {
    const { field, place } = this.#host;
    try {
      this.#values = readCurve(this.#shape, field.value);
    } catch {
      // Half typed, or refused: that is said elsewhere, and the curve keeps what it had.
    }
    place.toggleAttribute('data-locked', field.disabled);
    for (const slider of this.#sliders) slider.disabled = field.disabled;
    this.#draw();
    this.#say(curveInWords(this.#shape, this.#text));
  }

  get #text(): string {
    return writeCurve(this.#values);
  }

  #slider(x: number, index: number): HTMLInputElement {
    const { min, max, step, across } = this.#shape;
    const slider = document.createElement('input');
    Object.assign(slider, { type: 'range', min, max, step });
    slider.ariaLabel = `${this.#host.param.label}, ${across} ${plain(x)}`;
    // Physical: the slider's own lines run upwards.
    slider.style.left = `${100 * shareOfX(this.#shape, x)}%`;
    slider.addEventListener('input', (event) => {
      event.stopPropagation();
      this.#take(this.#values.with(index, onStep(this.#shape, slider.valueAsNumber)), index);
    });
    slider.addEventListener('change', (event) => {
      event.stopPropagation();
      this.#settle();
    });
    const mark = (): void => {
      this.#dots[index]?.toggleAttribute('data-focus', slider.matches(':focus-visible'));
    };
    slider.addEventListener('focus', mark);
    slider.addEventListener('blur', mark);
    return slider;
  }

  #listen(): void {
    onStroke(this.#pad, {
      begin: (event) => {
        if (this.#host.field.disabled) return false;
        this.#stroke = new Stroke(this.#shape, this.#values, this.#placeOf(event));
        this.#follow(this.#stroke);
        return true;
      },
      move: (event) => {
        this.#stroke?.moveTo(this.#placeOf(event));
        if (this.#stroke) this.#follow(this.#stroke);
      },
      end: () => this.#settle(),
    });
  }

  #follow({ values, near }: Stroke): void {
    if (writeCurve(values) !== this.#text) this.#take(values, near);
  }

  /** Where the pointer is; beyond the plot its edges count. */
  #placeOf({ clientX, clientY }: PointerEvent): PlotPlace {
    const box = this.#plot.getBoundingClientRect();
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
  }

  /** Values under the reader's hand, the one that moved last said. */
  #take(values: readonly number[], moved: number): void {
    this.#values = values;
    this.#draw();
    const { xs, unit } = this.#shape;
    this.#say(CURVES.at(plain(xs[moved] ?? 0), withUnit(plain(values[moved] ?? 0), unit)));
    this.#host.drag(this.#text);
  }

  #settle(): void {
    if (this.#text !== this.#host.field.value) this.#host.settle(this.#text);
  }

  #draw(): void {
    this.#pad.querySelector('path')?.setAttribute('d', lineOf(this.#shape, this.#values));
    for (const [i, value] of this.#values.entries()) {
      this.#dots[i]?.setAttribute('cy', `${100 * shareOfY(this.#shape, value)}%`);
      const slider = this.#sliders[i];
      if (!slider) continue;
      slider.valueAsNumber = value;
      slider.setAttribute('aria-valuetext', withUnit(plain(value), this.#shape.unit));
    }
  }
}
