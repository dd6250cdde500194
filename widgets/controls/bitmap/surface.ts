/** A pad to draw on with a soft brush: by a pointer, or by a pen that the arrow keys move. */
import type { LiveSurface, SurfaceHost, WakeSurface } from '../live.ts';
import { buttonIn, onStroke, saidIn } from '../pen.ts';
import {
  bitmapInWords,
  readBitmap,
  writeBitmap,
  type BitmapParam,
  type BitmapShape,
} from './pure/bitmap.ts';
import { between, touched, type Cell } from './pure/brush.ts';
import { inkOf } from './pure/markup.ts';
import { BITMAP_WORDS as WORDS } from '#words/widgets/controls/bitmap/words';

/** Wakes a pad. */
export const surface: WakeSurface<BitmapParam> = (host) => new BitmapPad(host);

const STEPS: Readonly<Record<string, Cell>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

class BitmapPad implements LiveSurface {
  readonly #host: SurfaceHost<BitmapParam>;
  readonly #shape: BitmapShape;
  readonly #pad: SVGSVGElement;
  readonly #ink = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  /** The cell that the keys are at, seen while the pad has the focus. */
  readonly #mark = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  readonly #wipe: HTMLButtonElement;
  readonly #clear: HTMLButtonElement;
  readonly #say: (sentence: string) => void;
  #image: Uint8Array;
  #at: Cell;
  /** What the stroke under way does. */
  #isWiping = false;

  constructor(host: SurfaceHost<BitmapParam>) {
    this.#host = host;
    this.#shape = host.param.surface.shape;
    const { columns, rows } = this.#shape;
    this.#image = new Uint8Array(columns * rows);
    this.#at = { x: Math.floor(columns / 2), y: Math.floor(rows / 2) };
    this.#pad = host.place.querySelector('svg') as SVGSVGElement;
    this.#mark.setAttribute('width', '1');
    this.#mark.setAttribute('height', '1');
    this.#mark.setAttribute('class', 'bitmap-mark');
    this.#pad.replaceChildren(this.#ink, this.#mark);
    this.#pad.role = 'application';
    this.#pad.ariaRoleDescription = WORDS.role;
    this.#pad.ariaLabel = WORDS.pad(host.param.label);
    this.#pad.tabIndex = 0;
    this.#pad.dataset['live'] = '';
    this.#say = saidIn(host.place);
    this.#wipe = buttonIn(host.place, WORDS.wipe, () => {
      this.#wipe.ariaPressed = String(!this.#wipes);
    });
    this.#wipe.ariaPressed = 'false';
    this.#clear = buttonIn(host.place, WORDS.clear, () => {
      this.#image = new Uint8Array(this.#image.length);
      this.#settle();
    });
    this.#listen();
    this.show();
  }

  show(): void {
    const { field, place } = this.#host;
    try {
      this.#image = readBitmap(this.#shape, field.value);
    } catch {
      // Half typed, or refused: that is said elsewhere, and the pad keeps what it had.
    }
    place.toggleAttribute('data-locked', field.disabled);
    this.#wipe.disabled = this.#clear.disabled = field.disabled;
    this.#draw();
    this.#say(bitmapInWords(this.#shape, this.#text));
  }

  get #text(): string {
    return writeBitmap(this.#image);
  }

  get #wipes(): boolean {
    return this.#wipe.ariaPressed === 'true';
  }

  #listen(): void {
    const pad = this.#pad;
    onStroke(pad, {
      begin: (event) => {
        if (this.#host.field.disabled) return false;
        pad.focus({ preventScroll: true });
        this.#isWiping = this.#wipes;
        const at = this.#cellAt(event);
        this.#stroke(at, at);
        return true;
      },
      move: (event) => {
        const from = this.#at;
        // Between two frames a hand passes places that the browser knows of.
        for (const one of [...event.getCoalescedEvents(), event]) {
          const to = this.#cellAt(one);
          if (to.x !== this.#at.x || to.y !== this.#at.y) this.#stroke(this.#at, to);
        }
        if (this.#at !== from) this.#host.drag(this.#text);
      },
      end: () => this.#settle(),
    });
    pad.addEventListener('keydown', (event) => this.#key(event));
  }

  /** The cell under a pointer; beyond the pad its edge counts. */
  #cellAt({ clientX, clientY }: PointerEvent): Cell {
    const { columns, rows } = this.#shape;
    const box = this.#pad.getBoundingClientRect();
    const within = (share: number, count: number): number =>
      Math.min(count - 1, Math.max(0, Math.floor(share * count)));
    return {
      x: within((clientX - box.left) / box.width, columns),
      y: within((clientY - box.top) / box.height, rows),
    };
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    const isDot = event.key === ' ' || event.key === 'Enter';
    const isWipe = event.key === 'Delete' || event.key === 'Backspace';
    if (!step && !isDot && !isWipe) return;
    event.preventDefault();
    const from = this.#at;
    const { columns, rows } = this.#shape;
    this.#at = {
      x: Math.min(columns - 1, Math.max(0, from.x + (step?.x ?? 0))),
      y: Math.min(rows - 1, Math.max(0, from.y + (step?.y ?? 0))),
    };
    const draws = !step || event.shiftKey;
    if (draws && !this.#host.field.disabled) {
      this.#isWiping = isWipe || this.#wipes;
      this.#stroke(step ? from : this.#at, this.#at);
      this.#settle();
    }
    this.#draw();
    const level = this.#image[this.#at.y * columns + this.#at.x] ?? 0;
    const share = Math.round((100 * level) / (this.#shape.levels - 1));
    this.#say(WORDS.at(this.#at.y + 1, this.#at.x + 1, share));
  }

  #stroke(from: Cell, to: Cell): void {
    for (const cell of between(from, to)) {
      this.#image = touched(this.#shape, this.#image, cell, this.#isWiping);
    }
    this.#at = to;
    this.#say(bitmapInWords(this.#shape, this.#text));
    this.#draw();
  }

  #settle(): void {
    if (this.#text !== this.#host.field.value) this.#host.settle(this.#text);
  }

  #draw(): void {
    this.#host.setMarkup(this.#ink, inkOf(this.#shape, this.#image));
    this.#mark.setAttribute('x', String(this.#at.x));
    this.#mark.setAttribute('y', String(this.#at.y));
  }
}
