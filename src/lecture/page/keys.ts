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
const OWN = 'input, select, [role="slider"], [tabindex="0"]';

/**
 * Hears the keys of a window. Fields in which something is typed keep theirs; a slider or a button does from the Tab key that
 * led there until the next step or press: what a pointer has touched, or a page has chosen, leaves them to the lecture.
 */
export function onKey(view: Window, on: (does: Does) => void): void {
  let isTabbed = false;
  view.addEventListener('pointerdown', () => (isTabbed = false), true);
  view.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { key } = event;
      isTabbed ||= key === 'Tab';
      const target = event.target as HTMLElement;
      const isIn = (what: string): boolean => Boolean(target.closest?.(what));
      const isPressed = key === ' ' && isIn('[href], button, summary');
      const isOwn = isIn(`${TYPED}, dialog[open]`) || (isTabbed && (isPressed || isIn(OWN)));
      // No number is written in letters.
      const isTyped = isIn(TYPED) && (key === '.' || !isIn('[type="number"]'));
      const does =
        ALWAYS[key] ??
        (isTyped ? undefined : LETTERS[key.toLowerCase()]) ??
        (isOwn ? undefined : KEYS[key]);
      if (does === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (!(key.toLowerCase() in LETTERS) && key !== 'Escape') {
        isTabbed = false;
        // A button that keeps the focus would be pressed as the key is let go.
        if (!isIn(`${TYPED}, dialog`)) target.blur?.();
      }
      on(does);
    },
    true,
  );
}
