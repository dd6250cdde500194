/** The room of a figure of which a part waits for a prediction: as high as what is seen of it before. Build only. */
import { markup } from '../kit/draw/markup.ts';
import type { Room } from '../kit/contract/widget.ts';

const ROOMS = ['wide', 'narrow'] as const;

/** An empty drawing for each room, as wide as the figure's and as high as its first part; they hold the place, and say nothing. */
export function earlyRooms(figure: string, early: Readonly<Record<Room, number>>): string {
  const drawings = [...figure.matchAll(/<svg\b[^>]*>/g)].filter(([tag]) =>
    / class="figure[ "]/.test(tag),
  );
  return ROOMS.map((room, i) => {
    const [, width, height] = / viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawings[i]?.[0] ?? '') ?? [];
    if (!width || !height) throw new Error(`the ${room} drawing has no viewBox="0 0 WIDTH HEIGHT"`);
    const box = `0 0 ${width} ${Math.min(Number(height), early[room])}`;
    return markup`<svg class="${room}" viewBox="${box}" aria-hidden="true"></svg>`.markup;
  }).join('');
}
