/** What keeps the file of the search small. */
import type { Found } from './found.ts';
import { formsOf, wordsOf } from './forms.ts';

/** So many letters of a text stay as they are. */
const WHOLE = 140;
/** A rest of fewer is no saving. */
const REST = 40;
/** What stands in more places than one in so many tells none of them apart. */
const COMMON = 20;

/** The places with their texts cut; of the rest each word that is new in it stays, to be found by. */
export function shortened(places: readonly Found[]): readonly Found[] {
  const counts = new Map<string, number>();
  for (const stem of places.flatMap(({ text }) => [...newWords(text).keys()]))
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const isCommon = (stem: string): boolean => (counts.get(stem) ?? 0) * COMMON > places.length;
  return places.map((place) => {
    const { title, text } = place;
    if (text.length < WHOLE + REST) return place;
    const end = text.lastIndexOf(' ', WHOLE);
    const more = [...newWords(text.slice(end), `${title} ${text.slice(0, end)}`)];
    const kept = more.filter(([stem]) => !isCommon(stem)).map(([, word]) => word);
    return { ...place, text: `${text.slice(0, end)} …`, more: kept.sort().join(' ') };
  });
}

/** Words by their stems, each as it comes first, but for those of a text before. */
function newWords(text: string, before = ''): ReadonlyMap<string, string> {
  const old = new Set(wordsOf(before).map((word) => formsOf(word)[1]));
  const words = wordsOf(text)
    .map((word) => formsOf(word))
    .reverse();
  return new Map(words.flatMap(([plain, stem]) => (old.has(stem) ? [] : [[stem, plain]])));
}
