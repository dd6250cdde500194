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
  Escape: 'overview',
  o: 'overview',
  b: 'black',
  '.': 'black',
  n: 'notes',
  f: 'screen',
};
/** They turn wherever the focus is: a remote sends them. */
const ALWAYS: Readonly<Record<string, Does>> = { PageDown: 'next', PageUp: 'previous' };

/** Hears the keys of a window. In a field or an experiment, keys belong to what has the focus. */
export function onKey(view: Window, on: (does: Does) => void): void {
  view.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement;
      const isOwn = target.closest?.(
        'input, select, textarea, dialog[open], [role="slider"], [tabindex="0"]',
      );
      const isPressed = event.key === ' ' && target.closest?.('[href], button, summary');
      const does =
        ALWAYS[event.key] ??
        (isOwn || isPressed ? undefined : (KEYS[event.key] ?? KEYS[event.key.toLowerCase()]));
      if (does === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      on(does);
    },
    true,
  );
}
