/** What looks mean: a swatch and its words. */
import { later, svg, type Markup } from './markup.ts';
import { part, type Part } from './part.ts';
import { widthOf } from './text-width.ts';

/** A look: drawn around a place that is level with the middle of small letters, and what it stands for. */
export interface LegendEntry {
  readonly swatch: (x: number, y: number) => Markup;
  readonly words: string;
  /** It waits for a prediction with the marks that it explains. */
  readonly waits?: boolean | undefined;
}

const LINE = 17;
const SWATCH = 16;

/** Entries in a row that breaks where the width ends; one to a line where the width is 0. */
export function legend(entries: readonly LegendEntry[], width = 0): Part {
  let [x, y, widest] = [0, 12, 0];
  const body = entries.map(({ swatch, words, waits }) => {
    const wide = SWATCH + widthOf(words);
    if (x > 0 && x + wide > width) [x, y] = [0, y + LINE];
    const at = x;
    widest = Math.max(widest, at + wide);
    x += wide + 14;
    const entry = svg`${swatch(at + 5, y - 4.5)}<text x="${at + SWATCH}" y="${y}">${words}</text>`;
    return waits ? later(entry) : entry;
  });
  return part(widest, y + 4, svg`${body}`);
}
