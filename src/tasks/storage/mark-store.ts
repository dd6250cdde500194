/** What a reader has marked in the text. */
import { isMore, mergeDated } from './pure/dated.ts';
import { boundedMarks, hasRoom, marksIn } from './pure/marks.ts';
import { isMark } from './pure/shapes.ts';
import type { Mark, Marks } from './pure/work.ts';
import { SideStore, type Lies } from './side-store.ts';
import { newId, stamp } from './stamp.ts';

export class MarkStore extends SideStore<Marks> {
  readonly #now: () => Date;

  constructor(lies: Lies, now: () => Date) {
    super(lies, { none: {}, read: marksIn, merge: mergeDated, bounded: boundedMarks, isMore });
    this.#now = now;
  }

  /** Keeps a mark, a new one or one that was changed; its id, or nothing where there is no room for it. */
  keep(mark: Omit<Mark, 'time'>, id: string = newId()): string | undefined {
    const kept = { ...mark, time: stamp(this.#now(), this.all[id]?.time ?? '') };
    if (!isMark(kept) || !hasRoom(this.all, id, kept)) return undefined;
    this.change((all) => ({ ...all, [id]: kept }));
    this.flush();
    return id;
  }

  /** Takes a mark away. That it is gone is kept, or another tab or an older file would bring it back. */
  remove(id: string): void {
    const { lesson } = this.all[id] ?? {};
    if (lesson !== undefined)
      this.keep({ lesson, quote: '', before: '', after: '', isGone: true }, id);
  }
}
