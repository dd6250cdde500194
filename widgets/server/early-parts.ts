/** The space that a figure takes of which a part waits for a prediction: as high as what is seen of it before. Build only. */
import { markup } from '../kit/draw/markup.ts';
import type { Layout } from '../kit/contract/widget.ts';

const LAYOUTS = ['wide', 'narrow'] as const;

/** An empty drawing for each layout, as wide as the figure's and as high as its first part; they hold the place, and say nothing. */
export function earlyParts(figure: string, early: Readonly<Record<Layout, number>>): string {
  const drawings = [...figure.matchAll(/<svg\b[^>]*>/g)].filter(([tag]) =>
    / class="figure[ "]/.test(tag),
  );
  return LAYOUTS.map((layout, i) => {
    const [, width, height] = / viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawings[i]?.[0] ?? '') ?? [];
    if (!width || !height)
      throw new Error(`the ${layout} drawing has no viewBox="0 0 WIDTH HEIGHT"`);
    const box = `0 0 ${width} ${Math.min(Number(height), early[layout])}`;
    return markup`<svg class="${layout}" viewBox="${box}" aria-hidden="true"></svg>`.markup;
  }).join('');
}
