/** A list that is put into order: rows are dragged by their number, or moved by two buttons and by the arrow keys on them. */
import type { LiveSurface, SurfaceHost, WakeSurface } from '../live.ts';
import { onStroke, saidIn } from '../pen.ts';
import { readOrder, writeOrder, type OrderItem, type OrderParam } from './pure/order.ts';
import { ORDER_WORDS as WORDS } from '#words/widgets/controls/order/words';

/** Wakes an order. */
export const surface: WakeSurface<OrderParam> = (host) => new Sorting(host);

class Sorting implements LiveSurface {
  readonly #host: SurfaceHost<OrderParam>;
  readonly #items: readonly OrderItem[];
  readonly #list: HTMLElement;
  readonly #say: (sentence: string) => void;

  constructor(host: SurfaceHost<OrderParam>) {
    this.#host = host;
    this.#items = host.param.surface.items;
    this.#list = host.place.querySelector('ol') as HTMLElement;
    // Its numbers are written as what can be taken hold of, and as a list it is still known to ears.
    this.#list.role = 'list';
    this.#list.dataset['live'] = '';
    this.#say = saidIn(host.place);
    for (const row of this.#rows) this.#dress(row);
    this.show();
  }

  show(): void {
    const { field, place } = this.#host;
    place.toggleAttribute('data-locked', field.disabled);
    this.#arrange();
    const rows = this.#rows;
    for (const [i, row] of rows.entries()) {
      for (const button of row.querySelectorAll('button')) {
        button.disabled = field.disabled;
        // Not disabled at the ends: a button that has just been pressed would drop the focus.
        const isEnd = button.dataset['moves'] === 'up' ? i === 0 : i === rows.length - 1;
        button.ariaDisabled = String(isEnd);
      }
    }
  }

  get #rows(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[data-item]')];
  }

  get #text(): string {
    const ids = this.#rows.map((row) => row.dataset['item']);
    return writeOrder(ids.flatMap((id) => this.#items.filter((item) => item.id === id)));
  }

  /** Rows in the order of the field; nothing moves where nothing differs, so that nobody loses the focus. */
  #arrange(): void {
    let wanted: readonly OrderItem[];
    try {
      wanted = readOrder(this.#items, this.#host.field.value);
    } catch {
      // Half typed, or refused: that is said elsewhere, and the list keeps what it had.
      return;
    }
    if (writeOrder(wanted) === this.#text) return;
    const rows = this.#rows;
    this.#list.append(
      ...wanted.flatMap(({ id }) => rows.filter((row) => row.dataset['item'] === id)),
    );
  }

  #dress(row: HTMLElement): void {
    const text = row.textContent;
    const grip = document.createElement('span');
    grip.className = 'sorting-grip';
    grip.ariaHidden = 'true';
    row.prepend(grip);
    for (const moves of ['up', 'down'] as const) {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: moves === 'up' ? '↑' : '↓' });
      button.ariaLabel = WORDS[moves](text);
      button.dataset['moves'] = moves;
      button.addEventListener('click', () => this.#move(row, moves === 'up'));
      button.addEventListener('keydown', (event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        this.#move(row, event.key === 'ArrowUp');
      });
      row.append(button);
    }
    this.#letDrag(grip, row);
  }

  #move(row: HTMLElement, isUp: boolean): void {
    if (this.#host.field.disabled || !step(row, isUp)) return;
    this.#tell(row);
    this.#host.settle(this.#text);
  }

  #letDrag(grip: HTMLElement, row: HTMLElement): void {
    onStroke(grip, {
      begin: () => {
        if (this.#host.field.disabled) return false;
        row.dataset['dragged'] = '';
        return true;
      },
      move: ({ clientY }) => {
        const [above, below] = [row.previousElementSibling, row.nextElementSibling];
        const isUp = above !== null && clientY < middle(above);
        if (!isUp && !(below && clientY > middle(below))) return;
        step(row, isUp);
        this.#tell(row);
        this.#host.drag(this.#text);
      },
      end: () => {
        delete row.dataset['dragged'];
        if (this.#text !== this.#host.field.value) this.#host.settle(this.#text);
      },
    });
  }

  #tell(row: HTMLElement): void {
    const rows = this.#rows;
    const text = row.querySelector('.sorting-text')?.textContent ?? '';
    this.#say(WORDS.place(rows.indexOf(row) + 1, rows.length, text));
  }
}

/** One place up or down; false at the end. The neighbour moves, so that a pressed button keeps the focus. */
function step(row: HTMLElement, isUp: boolean): boolean {
  const other = isUp ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return false;
  if (isUp) row.after(other);
  else row.before(other);
  return true;
}

function middle(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
