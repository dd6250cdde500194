/** The sentences of a text. */

/** From where to where each sentence goes, without the white space round it. Lines are apart. */
export function sentencesOf(
  text: string,
  language: string,
): readonly (readonly [number, number])[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) =>
    [...segmenter.segment(line)].flatMap(({ segment, index: at }) => {
      const words = segment.trim();
      const from = index + at + segment.indexOf(words);
      return words === '' ? [] : [[from, from + words.length] as const];
    }),
  );
}
