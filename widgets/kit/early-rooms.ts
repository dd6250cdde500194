/** The room of a figure of which a part waits for a prediction: as high as what is seen of it before. Build only. */
import { markup } from './markup.ts';
import type { Room } from './widget.ts';

const ROOMS = ['wide', 'narrow'] as const;

/** An empty drawing for each room, as wide as the figure's and as high as its first part; they hold the place, and say nothing. */
export function earlyRooms(figure: string, early: Readonly<Record<Room, number>>): string {
  const boxes = [...figure.matchAll(/<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)" class="figure"/g)];
  return ROOMS.map((room, i) => {
    const [, width = '680', height = '0'] = boxes[i] ?? [];
    const box = `0 0 ${width} ${Math.min(Number(height), early[room])}`;
    return markup`<svg class="${room}" viewBox="${box}" aria-hidden="true"></svg>`.markup;
  }).join('');
}
