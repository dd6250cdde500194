/** Requests by what their customers have bought: colour, shape and size say the same. */
import { dotsPath } from '../../kit/draw/dots.ts';
import { short, svg, type Markup } from '../../kit/draw/markup.ts';

type Position = readonly [number, number];

/** Up to how many orders a customer has placed, and how that looks; `grows`: times the size of a plain dot. */
const KINDS = [
  { most: 1, words: '1 order', look: 'cat-1', grows: 0.8, path: dotsPath },
  { most: 3, words: '2 or 3', look: 'cat-3', grows: 1.1, path: diamonds },
  { most: Infinity, words: '4 and more', look: 'cat-4', grows: 1.4, path: squares },
] as const;

/** The requests at their places; `orders` of their customers, in the same order. */
export function customers(
  places: readonly Position[],
  orders: readonly number[],
  r: number,
): Markup {
  return svg`${KINDS.map(({ most, look, grows, path }, i) => {
    const least = KINDS[i - 1]?.most ?? 0;
    const own = places.filter((_, at) => {
      const placed = orders[at] ?? 0;
      return placed > least && placed <= most;
    });
    return own.length > 0 && svg`<path class="${look}" d="${path(own, r * grows)}"/>`;
  })}`;
}

/** What colours and shapes mean, in a line that begins at a place. */
export function customersLegend(x: number, y: number): Markup {
  let at = x;
  return svg`${KINDS.map(({ words, look, path }) => {
    const from = at;
    at += 22 + words.length * 6.6;
    return svg`<path class="${look}" d="${path([[from + 5, y - 4]], 5)}"/><text class="soft" x="${from + 14}" y="${y}">${words}</text>`;
  })}`;
}

function diamonds(places: readonly Position[], r: number): string {
  const side = short(r * 1.25);
  return places
    .map(
      ([x, y]) =>
        `M${short(x)} ${short(y - r * 1.25)}l${side} ${side}-${side} ${side}-${side}-${side}z`,
    )
    .join('');
}

function squares(places: readonly Position[], r: number): string {
  const side = short(2 * r);
  return places
    .map(([x, y]) => `M${short(x - r)} ${short(y - r)}h${side}v${side}h-${side}z`)
    .join('');
}
