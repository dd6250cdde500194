/** The text of a file as work beside ours. */
import { FILES } from '#words/src/tasks/storage/pure/words';
import { LARGEST } from './file-text.ts';
import { fitting } from './fitting.ts';
import { merge, type Merged } from './merge.ts';
import { asText, type Part } from './parts.ts';
import { NewerFormat, readWork, type Reading } from './read-work.ts';
import type { Work } from './work.ts';

/** What a file has brought. */
export interface Loaded extends Merged {
  /** What of the file there is room for. */
  readonly theirs: Work;
  /** Parts that cannot be read. */
  readonly unread: readonly Part[];
  /** Parts that there is no room for. */
  readonly over: readonly Part[];
  /** Texts to be put aside: those that the file brings, and the parts that are not taken. */
  readonly aside: readonly string[];
}

/** Ours and the work in the text of a file. Throws an Error with a sentence for the reader. */
export function withFile(ours: Work, text: string): Loaded {
  if (text.length > LARGEST) throw new Error(FILES.tooLarge);
  const { work, unread } = readFile(text, ours.book);
  const { work: theirs, over } = fitting(ours, work);
  const parts = [...unread, ...over];
  const aside = [...(theirs.aside ?? []), ...(parts.length > 0 ? [asText(parts)] : [])];
  return { ...merge(ours, theirs), theirs, unread, over, aside };
}

function readFile(text: string, book: string): Reading {
  try {
    return readWork(text, book);
  } catch (error) {
    const why =
      error instanceof NewerFormat ? FILES.newerFile : FILES.notOurs + (error as Error).message;
    throw new Error(why + FILES.unchanged, { cause: error });
  }
}
