/** Rows of words that would cover each other, moved apart. */
import { apart } from '../../../widgets/kit/draw/apart.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { part, type Part } from '../../../widgets/kit/draw/part.ts';

export const specimen = (): Part => {
  const rows = [10, 14, 20, 60].map((top) => ({ from: top, top, high: 16 }));
  apart(rows, 0, 90);
  return part(
    150,
    90,
    svg`${rows.map(({ from, top }) => svg`<path class="hair" d="M0 ${from + 8}L40 ${top + 8}"/><text x="46" y="${top + 12}">wanted at ${from}</text>`)}`,
  );
};
