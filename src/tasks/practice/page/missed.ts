/** What happened to sleeping questions while their code was on its way: it happens again when the code is here. */

/** What a reader uses: `data-pointer` names what else than a control is dragged or drawn on. */
const OPERATED = 'button, input, select, textarea, label, [data-pointer]';
/** What is drawn on. */
export const SHEET = '[data-pointer="draw"]';

/** In the order in which it happened; submitting a form again replaces its earlier entry, so that it is still one answer. */
const missed = new Map<object, readonly [where: Node, again: () => void]>();
function miss(where: Node, again: () => void, key: object = again): void {
  missed.delete(key);
  missed.set(key, [where, again]);
}

/** Keeps a touch of an element; false where it touched nothing that can be used. */
export function missTouch(event: Event, element: HTMLElement): boolean {
  const target = event.target as HTMLElement;
  if (event.type === 'submit') {
    event.preventDefault();
    miss(element, () => (target as HTMLFormElement).requestSubmit(), target);
    return true;
  }
  const operated = target.closest<HTMLElement>(OPERATED);
  if (!operated) return false;
  if (event.type === 'input') element.dataset['touched'] = '';
  if (event.type === 'click' && operated.matches('[type="button"]')) {
    miss(element, () => operated.click());
  }
  if (event.type === 'change' && element.localName === 'book-work') {
    miss(element, () => operated.dispatchEvent(new Event('change')));
  }
  return true;
}

/** A press, which asks for something; other touches only come near. */
export function isPress({ type, target }: Event): boolean {
  return type === 'submit' || (type === 'click' && (target as Element).closest('button') !== null);
}

/** Keeps a part of a stroke: its sheet holds the pointer, and the line is drawn when the code is here. */
export function missStroke(event: PointerEvent): void {
  const sheet = (event.target as Element).closest<SVGSVGElement>(SHEET);
  if (!sheet) return;
  const { type, pointerId, button, clientX, clientY } = event;
  if (type === 'pointerdown') {
    if (button !== 0) return;
    event.preventDefault();
    sheet.setPointerCapture(pointerId);
  } else if (!sheet.hasPointerCapture(pointerId)) return;
  const then = sheet.getBoundingClientRect();
  miss(sheet, () => {
    // The page may have been scrolled since.
    const now = sheet.getBoundingClientRect();
    const at = { clientX: clientX - then.x + now.x, clientY: clientY - then.y + now.y };
    sheet.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId, button, ...at }));
  });
}

/** Keeps what an experiment has sent: a goal shows how every run stands, also before anybody has touched it. */
export function missRun(event: Event): void {
  const { type, target, detail } = event as CustomEvent<unknown>;
  miss(document, () => target?.dispatchEvent(new CustomEvent(type, { bubbles: true, detail })));
}

/** Lets what happened inside this node happen again, in its order. */
export function repeatMissed(inside: Node): void {
  for (const [key, [where, again]] of missed) {
    if (inside.contains(where) && missed.delete(key)) again();
  }
}

/** Lets none of it happen: the code does not come. */
export function forgetMissed(): void {
  missed.clear();
}
