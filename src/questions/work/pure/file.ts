/** A work as the text of a file, and the text of a file as work beside ours. */
import { WORK } from '../../judge/words.ts';
import { LARGEST } from './bounded-json.ts';
import { fitting } from './bounds.ts';
import { merge, type Merged } from './merge.ts';
import type { Part } from './parts.ts';
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
}

/** Ours and the work in the text of a file. Throws an Error with a sentence for the reader. */
export function withFile(ours: Work, text: string): Loaded {
  if (text.length > LARGEST) throw new Error(WORK.tooLarge);
  const { work, unread } = readFile(text, ours.book);
  const { work: theirs, over } = fitting(ours, work);
  return { ...merge(ours, theirs), theirs, unread, over };
}

function readFile(text: string, book: string): Reading {
  try {
    return readWork(text, book);
  } catch (error) {
    const why =
      error instanceof NewerFormat ? WORK.newerFile : WORK.notOurs + (error as Error).message;
    throw new Error(why + WORK.unchanged, { cause: error });
  }
}

/** The work as the text of a file that can be read again: in lines, unless it is too long for them. */
export function fileText({ aside = [], more, ...work }: Work): string {
  const body = { ...work, ...more };
  const texts = asMuchAs(aside, LARGEST - JSON.stringify(body).length - 100);
  const all = { ...body, ...(texts.length > 0 && { aside: texts }) };
  const text = `${JSON.stringify(all, null, 1)}\n`;
  return text.length <= LARGEST ? text : `${JSON.stringify(all)}\n`;
}

/** The newest texts that there is room for; one that is too long by itself is cut. */
function asMuchAs(texts: readonly string[], most: number): readonly string[] {
  let room = most;
  return texts
    .toReversed()
    .flatMap((text) => {
      let part = text;
      // Signs may take up to six characters in JSON.
      while (part !== '' && JSON.stringify(part).length >= room) {
        part = part.slice(0, Math.floor(part.length / 2));
      }
      room -= JSON.stringify(part).length + 1;
      return part === '' ? [] : [part];
    })
    .toReversed();
}
