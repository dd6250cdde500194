/** Images of a pile that are marked by a press, or by keys: where they lie, how marks look, and which one is meant. */
import type { At } from '#kit/contract';
import type { Markup, PileLook } from '#kit/draw';
import { svg, tilesOf, TITLE_AND_NOTE } from '#kit/draw';

/** What a hand needs of a pile that stands below a title and a note, at the upper left of its figure. */
export function pressed(look: PileLook) {
  const { columns, rows, width } = look;
  const { tile, step, down } = tilesOf(look);
  const corner = (i: number) => ({ x: (i % columns) * step, y: Math.floor(i / columns) * down });
  return {
    corner,
    /** Frames round the images at these places. */
    framed: (places: readonly number[], look = 'run-line'): Markup => {
      const frames = places.map((i) => {
        const { x, y } = corner(i);
        return svg`M${x + 1} ${y + 1}h${tile - 2}v${tile - 2}h${2 - tile}z`;
      });
      return svg`<path class="${look}" d="${frames}"/>`;
    },
    /** The ground that takes presses, and a button for each image, by its name for ears. */
    buttons: (names: readonly string[], looks = 'pressed-tile'): Markup => {
      const list = names.map((name, i) => {
        const { x, y } = corner(i);
        return svg`<rect class="${looks}" data-handle="${i}" role="button" tabindex="${i && -1}" aria-label="${name}" x="${x}" y="${y}" width="${tile}" height="${tile}"/>`;
      });
      return svg`<rect data-ground="" width="${width}" height="${rows * down}"/>${list}`;
    },
    /** The image that is meant: pressed, or under the keys. */
    placeOf: (handle: string, to: At): number | undefined => {
      if (handle !== '') return to.y === Infinity ? Number(handle) : undefined;
      const [column, row] = [Math.floor(to.x / step), Math.floor((to.y - TITLE_AND_NOTE) / down)];
      const isInside = row >= 0 && row < rows && column < columns;
      return isInside ? row * columns + column : undefined;
    },
  };
}
