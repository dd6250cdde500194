/** Pages under hands that are faster than any reader's, and used for longer. */
import type { Attack, Part } from '../attack.ts';
import { openGround } from '../pages/book.ts';
import { hundredChanges } from '../pages/changes.ts';
import { twoHundredRuns } from '../pages/memory.ts';

/** Attacks every experiment of the book on its page. */
export const attack: Part = async (by: Attack) => {
  const ground = await openGround();
  try {
    await hundredChanges(by, ground);
    await twoHundredRuns(by, ground);
  } finally {
    await ground.close();
  }
};
