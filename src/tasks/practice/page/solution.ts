/** The solutions of a lesson: fetched when one of them is opened. */
import { readAsset } from '../../../../widgets/run/page/assets.ts';
import { setMarkup } from '../../../../widgets/run/page/trusted-types.ts';
import type { QuestionFrame } from './question-frame.ts';

/** Fetched once, however many of them are opened. */
const fetched = new Map<string, Promise<Readonly<Record<string, string>>>>();

/** Shows the solution of a question below its form. Rejects where it cannot be had. */
export async function showSolution(frame: QuestionFrame): Promise<void> {
  const { id, lesson } = frame.data;
  const text = (await solutionsOf(lesson))[id];
  if (text === undefined) {
    // Another answer than the book's: it is asked for again next time.
    fetched.delete(lesson);
    throw new Error(`solutions/${lesson}.json does not hold ${id}.`);
  }
  if (frame.part('solution')) return;
  const place = document.createElement('div');
  place.className = 'question-solution';
  place.dataset['part'] = 'solution';
  setMarkup(place, { markup: text });
  (frame.part('hints')?.parentElement ?? frame.element.querySelector('form'))?.after(place);
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
