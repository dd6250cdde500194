/** The solutions of a lesson: fetched, as this code is, when one of them is opened. */
import { readAsset } from '../../../widgets/run/page/assets.ts';
import { setMarkup } from '../../../widgets/run/page/trusted-types.ts';
import type { PageHead } from '../author/contract.ts';

/** Fetched once, however many of them are opened. */
const fetched = new Map<string, Promise<Readonly<Record<string, string>>>>();

/** Shows the solution of a question in its place. Rejects where it cannot be had. */
export async function fill(place: HTMLElement | null, { id, lesson }: PageHead): Promise<void> {
  const text = (await solutionsOf(lesson))[id];
  if (text === undefined) {
    // Another answer than the book's: it is asked for again next time.
    fetched.delete(lesson);
    throw new Error(`solutions/${lesson}.json does not hold ${id}.`);
  }
  if (!place) return;
  setMarkup(place, { markup: text });
  place.hidden = false;
}

function solutionsOf(lesson: string): Promise<Readonly<Record<string, string>>> {
  const known = fetched.get(lesson);
  if (known) return known;
  const texts = readAsset(`solutions/${lesson}.json`).then(
    (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>,
  );
  fetched.set(lesson, texts);
  texts.catch(() => fetched.delete(lesson));
  return texts;
}
