/** Buttons, keys and the menu of back ends: who presses what. */
import { OUTCOME } from '../kit/contract/border.ts';
import { LatePart } from './late-part.ts';

/** What each button does, by its `data-does`; some bring in `data-of` which one of several they mean. */
export type Actions = Readonly<Record<string, (of?: string) => unknown>>;

/** Does what a click on a button of the experiment means. */
export function clicked(event: Event, actions: Actions): void {
  if (event.type !== 'click') return;
  const button = (event.target as Element).closest<HTMLElement>('[data-does]');
  if (button) actions[button.dataset['does'] ?? '']?.(button.dataset['of']);
}

/** Listens to clicks, to undo and redo by key, and to Alt + R. */
export function listen(element: HTMLElement, actions: Actions): void {
  element.addEventListener('click', (event) => clicked(event, actions));
  element.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).matches('input:not([type="range"]), textarea');
    const undoing = (event.ctrlKey || event.metaKey) && event.code === 'KeyZ' && !typing;
    const repeating = event.altKey && event.code === 'KeyR';
    if (!undoing && !repeating) return;
    event.preventDefault();
    actions[repeating ? 'say' : event.shiftKey ? 'redo' : 'undo']?.();
  });
}

/** The menu of back ends, where the experiment has one; its choice is none of the settings. Its code comes when its fold is opened. */
export function listenToBackends(
  element: HTMLElement,
  onChoice: () => void,
  tell: (sentence: string) => void,
): void {
  const menu = element.querySelector<HTMLSelectElement>('[name="backend"]');
  const fold = menu?.closest('details');
  if (!menu || !fold) return;
  const code = new LatePart(() => import('../run/page/back-end-menu.ts'), tell);
  const show = (): void => void (fold.open && code.use(({ showBackends }) => showBackends(menu)));
  menu.addEventListener('change', (event) => {
    event.stopPropagation();
    void code.use(({ chooseIn }) => chooseIn(menu));
    onChoice();
  });
  fold.addEventListener('toggle', show);
  element.addEventListener(OUTCOME, show);
  show();
}
