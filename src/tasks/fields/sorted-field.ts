/** A list of items on the page, moved by buttons or by dragging the number. */
import type { LockableField } from './field.ts';
import type { GivenAnswer } from '../storage/pure/work.ts';
import { ORDERS } from '#words/src/tasks/fields/judge/sorted-words';

/** The list as a field; `onChange` hears of each move. */
export function listField(element: HTMLElement, onChange: () => void): LockableField {
  const list = element.querySelector('[data-part="items"]') as HTMLElement;
  const items = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-item]')];
  const moved = (item: HTMLElement): void => {
    showEnds(items());
    say(element, items(), item);
    onChange();
  };
  list.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-moves]');
    const item = button?.closest<HTMLElement>('[data-item]');
    if (!button || !item) return;
    step(item, button.dataset['moves'] === 'up');
    moved(item);
  });
  for (const item of items()) draggable(item, () => moved(item));
  showEnds(items());
  return {
    read: () => items().map((item) => item.dataset['item'] ?? ''),
    write: (answer) => arrange(list, items(), answer),
    lock: () => {
      for (const item of items()) delete item.dataset['dragged'];
      list.dataset['locked'] = '';
      for (const button of list.querySelectorAll('button')) button.disabled = true;
    },
    focus: () => list.querySelector('button')?.focus(),
  };
}

/** One place up or down. The neighbour moves, so that the pressed button keeps the focus. */
function step(item: HTMLElement, isUp: boolean): void {
  if (isUp) {
    const above = item.previousElementSibling;
    if (above) item.after(above);
  } else {
    const below = item.nextElementSibling;
    if (below) item.before(below);
  }
}

/** The first item goes no higher, the last no lower; the buttons stay, so that nobody loses the focus. */
function showEnds(items: readonly HTMLElement[]): void {
  for (const [i, item] of items.entries()) {
    const ends = { up: i === 0, down: i === items.length - 1 };
    for (const [name, isEnd] of Object.entries(ends)) {
      item.querySelector(`[data-moves="${name}"]`)?.setAttribute('aria-disabled', String(isEnd));
    }
  }
}

function say(element: HTMLElement, items: readonly HTMLElement[], item: HTMLElement): void {
  const place = element.querySelector('[data-part="moved"]');
  const text = item.querySelector('[data-text-of]')?.textContent.trim() ?? '';
  if (place) place.textContent = ORDERS.place(items.indexOf(item) + 1, items.length, text);
}

function arrange(list: HTMLElement, items: readonly HTMLElement[], answer: GivenAnswer): void {
  if (!Array.isArray(answer)) return;
  const sorted = answer.flatMap((id) => items.filter((item) => item.dataset['item'] === id));
  if (sorted.length < items.length) return;
  list.append(...sorted);
  showEnds(sorted);
}

/** Dragging by the number: the neighbours make way when the pointer has passed their middle. */
function draggable(item: HTMLElement, onMoved: () => void): void {
  const grip = item.querySelector<HTMLElement>('[data-pointer="drag"]');
  if (!grip) return;
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || item.closest('[data-locked]')) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    item.dataset['dragged'] = '';
  });
  grip.addEventListener('pointermove', ({ pointerId, clientY }) => {
    if (!grip.hasPointerCapture(pointerId)) return;
    const [above, below] = [item.previousElementSibling, item.nextElementSibling];
    if (above && clientY < middle(above)) step(item, true);
    else if (below && clientY > middle(below)) step(item, false);
    else return;
    onMoved();
  });
  grip.addEventListener('lostpointercapture', () => delete item.dataset['dragged']);
}

function middle(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
