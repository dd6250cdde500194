/** Pages under hands that are faster, browsers that are poorer and lines that are worse than any reader's. */
import type { Attack, Part } from '../attack.ts';
import { openGround } from '../pages/book.ts';
import { hundredChanges } from '../pages/changes.ts';
import { leaving } from '../pages/leave.ts';
import { strokes } from '../pages/strokes.ts';
import { badWeather } from '../pages/weather.ts';
import { twoHundredRuns } from '../pages/memory.ts';

/** Attacks every experiment of the book on its page. */
export const attack: Part = async (by: Attack) => {
  const ground = await openGround();
  try {
    for (const part of [hundredChanges, strokes, leaving, badWeather, twoHundredRuns])
      await part(by, ground);
  } finally {
    await ground.close();
  }
};
