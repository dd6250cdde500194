/** One pointer over a pad from its press to its release, whichever kind of control it draws on. */
interface Stroke {
  /** A press; false where nothing may be drawn. */
  readonly begin: (event: PointerEvent) => boolean;
  /** The pointer has moved, with the button down. */
  readonly move: (event: PointerEvent) => void;
  /** It has been let go, or was lost without a word, as when the room is closed under it; false where the browser took it away, to scroll. */
  readonly end: (isMeant: boolean) => void;
}

/** Follows strokes on an element. Its touch-action says which fingers draw on it and which scroll the page. */
export function onStroke(pad: Element, { begin, move, end }: Stroke): void {
  let pen: number | undefined;
  const on = (name: string, does: (event: PointerEvent) => void): void =>
    pad.addEventListener(name, (event) => does(event as PointerEvent));
  on('pointerdown', (event) => {
    if (event.button !== 0 || pen !== undefined || !begin(event)) return;
    // The focus goes where `begin` puts it.
    event.preventDefault();
    pen = event.pointerId;
    // One that was drawn before the code was here may be over.
    if (event.isTrusted) pad.setPointerCapture(event.pointerId);
  });
  on('pointermove', (event) => {
    if (event.pointerId === pen) move(event);
  });
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    on(name, ({ pointerId }) => {
      if (pointerId !== pen) return;
      pen = undefined;
      end(name !== 'pointercancel');
    });
  }
}

/** Where a control says what is set: to eyes at once, to ears politely. */
export function saidIn(place: Element): (sentence: string) => void {
  const said = place.querySelector('[data-part="said"]') as HTMLElement;
  said.role = 'status';
  return (sentence) => {
    if (said.textContent !== sentence) said.textContent = sentence;
  };
}

/** A button below a control, after what it says. */
export function buttonIn(place: Element, text: string, onPress: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', textContent: text });
  button.addEventListener('click', onPress);
  place.querySelector('.surface-foot')?.append(button);
  return button;
}
