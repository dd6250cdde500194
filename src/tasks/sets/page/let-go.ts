/** What moves under a pointer that has just been pressed would be missed by it: what was typed is answered when it is let go. */

let waiting: (() => void)[] | undefined;

// A second finger does not undo what waits for the first.
addEventListener('pointerdown', () => (waiting ??= []), true);
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(
    end,
    () => {
      const list = waiting ?? [];
      waiting = undefined;
      // After the click that the pointer makes.
      setTimeout(() => {
        for (const does of list) does();
      });
    },
    true,
  );
}

/** Does it at once or, while a pointer is pressed, when that is let go. */
export function whenLetGo(does: () => void): void {
  if (waiting) waiting.push(does);
  else does();
}

export const PRESSES = ['file', 'readable', 'text'] as const;
export type Press = (typeof PRESSES)[number];
