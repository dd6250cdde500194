/** Lines as they are written: each is checked as it stands, and what is wrong with it is shown beside it. */
import type { LiveSurface, SurfaceHost, WakeSurface } from '../live.ts';
import { saidIn } from '../pen.ts';
import { faultsOf, linesInWords, writeLines, type LinesParam } from './pure/lines.ts';
import { faultList } from './pure/markup.ts';

/** Wakes a field of lines. */
export const surface: WakeSurface<LinesParam> = (host) => new Lines(host);

class Lines implements LiveSurface {
  readonly #host: SurfaceHost<LinesParam>;
  readonly #faults: HTMLElement;
  readonly #say: (sentence: string) => void;

  constructor(host: SurfaceHost<LinesParam>) {
    this.#host = host;
    this.#faults = host.place.querySelector('ol') as HTMLElement;
    this.#say = saidIn(host.place);
    const { field } = host;
    // What is let go of is a `change` of the field itself, as in any other.
    field.addEventListener('input', () => {
      this.show();
      host.drag(writeLines(field.value));
    });
    field.addEventListener('scroll', () => {
      this.#faults.scrollTop = field.scrollTop;
    });
    this.show();
  }

  show(): void {
    const { field, place, param } = this.#host;
    place.toggleAttribute('data-locked', field.disabled);
    field.ariaInvalid = String(faultsOf(param.check, field.value).length > 0);
    this.#host.setMarkup(this.#faults, faultList(param.check, field.value));
    this.#say(linesInWords(param.check, writeLines(field.value)));
  }
}
