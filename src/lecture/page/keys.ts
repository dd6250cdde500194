/** The keys of a lecture, and of a presenter’s remote. */

export type Does =
  'next' | 'previous' | 'first' | 'last' | 'overview' | 'black' | 'notes' | 'screen' | 'end';

const KEYS: Readonly<Record<string, Does>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};
/** They are no field’s but one in which something is typed. */
const LETTERS: Readonly<Record<string, Does>> = {
  o: 'overview',
  b: 'black',
  '.': 'black',
  n: 'notes',
  f: 'screen',
};
/** They work wherever the focus is: a remote sends them. */
const ALWAYS: Readonly<Record<string, Does>> = {
  PageDown: 'next',
  PageUp: 'previous',
  Escape: 'overview',
};

const TYPED =
  'textarea, [contenteditable], input:not([type="range"], [type="checkbox"], [type="radio"])';
const OWN = `${TYPED}, input, select, dialog[open], [role="slider"], [tabindex="0"]`;

/** Hears the keys of a window. Those that a field or an experiment uses are its own while the focus came there by key. */
export function onKey(view: Window, on: (does: Does) => void): void {
  view.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { key } = event;
      const target = event.target as HTMLElement;
      const isPressed = key === ' ' && target.closest?.('[href], button, summary');
      const does =
        ALWAYS[key] ??
        (target.closest?.(TYPED) ? undefined : LETTERS[key.toLowerCase()]) ??
        (target.closest?.(OWN) || isPressed ? undefined : KEYS[key]);
      if (does === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      on(does);
    },
    true,
  );
}

/** What a pointer has set gives the keys back to the lecture, once it has let go; only where somebody types they stay. */
export function giveKeysBack(view: Window): void {
  let isPointed = false;
  const give = (kept: string): void => {
    const at = view.document.activeElement as HTMLElement | null;
    if (isPointed && !at?.matches(`body, ${kept}, dialog[open], dialog[open] *`)) at?.blur();
  };
  // A list that is open closes when it loses the focus: it gives the keys back with what was chosen.
  for (const [name, kept] of [
    ['pointerup', `${TYPED}, select`],
    ['change', TYPED],
  ] as const)
    view.addEventListener(name, () => setTimeout(give, 0, kept));
  view.addEventListener('pointerdown', () => (isPointed = true), true);
  view.addEventListener('keydown', () => (isPointed = false), true);
}
