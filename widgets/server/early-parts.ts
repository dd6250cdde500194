/** The space that a figure takes of which a part waits for a prediction: as high as what is seen of it before. Build only. */
import type { Drawing } from '../kit/draw/drawing.ts';
import { markup } from '../kit/draw/markup.ts';
import type { Layout } from '../kit/contract/widget.ts';

const LAYOUTS = ['wide', 'narrow'] as const;

/** An empty drawing for each layout, as wide as the figure's and as high as its first part; they hold the place, and say nothing. Nothing where all is seen. */
export function earlyParts(drawings: Readonly<Record<Layout, Drawing>>): string | undefined {
  const heights = LAYOUTS.map((layout) => {
    const { early, height } = drawings[layout];
    return Math.min(height, early ?? height);
  });
  if (LAYOUTS.every((layout, i) => heights[i] === drawings[layout].height)) return undefined;
  return LAYOUTS.map((layout, i) => {
    const box = `0 0 ${drawings[layout].width} ${heights[i] ?? 0}`;
    return markup`<svg class="${layout}" viewBox="${box}" aria-hidden="true"></svg>`.markup;
  }).join('');
}
