/** Where a hand takes hold of something. */
import { type Locator, expect } from './book.ts';

export interface At {
  readonly x: number;
  readonly y: number;
}

/** The middle of an element on screen. */
export async function middle(of: Locator): Promise<At> {
  // A drawing may just be replaced by the next.
  await expect.poll(() => of.boundingBox()).not.toBeNull();
  const box = await of.boundingBox();
  if (!box) throw new Error('it is not on screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
