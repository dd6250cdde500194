/** The forty images in the figure: pressed, or marked by keys, they are thrown out; later poison has a cross. */
import { readCells, writeCells } from '../../controls/cells/pure/cells.ts';
import type { Edit } from '#kit/contract';
import type { Part, PileLook } from '#kit/draw';
import { panel, part, pile, svg, tilesOf, TITLE_AND_NOTE } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { compared, type LineUp } from './line-up.ts';
import type { PoisonOutcome } from './outcome.ts';
import type { params, PoisonSettings } from './params.ts';
import { LINE_UP } from './sizes.ts';

/** Its width in both layouts, in the drawing's units: an image is large enough for a thumb. */
const WIDTH = 320;
const LOOK: PileLook = { ...LINE_UP, width: WIDTH, side: SIDE, single: true, crosses: true };
const { tile, step, down } = tilesOf(LOOK);

/** The places that the settings mark. */
export function marksOf({ marks }: Pick<PoisonSettings, 'marks'>): readonly number[] {
  return readCells(LINE_UP, marks);
}

/** Whether the forty are shown: before any defence, and afterwards where the reader has marked some. */
export function shownIn(settings: PoisonSettings, { lineup }: PoisonOutcome): LineUp | null {
  return lineup && (settings.defence === 'none' || marksOf(settings).length > 0) ? lineup : null;
}

/** The panel: it stands at the upper left of the figure. */
export function drawLineUp(settings: PoisonSettings, lineUp: LineUp): Part {
  const { images, poisoned, judged } = lineUp;
  const marks = marksOf(settings);
  const corner = (i: number) => ({
    x: (i % LINE_UP.columns) * step,
    y: Math.floor(i / LINE_UP.columns) * down,
  });
  const shown = images.map(({ ink, label }, i) => {
    return { pixels: pixelsOf(ink), word: String(label), isWrong: judged?.poison[i] === true };
  });
  const drawn = pile(shown, LOOK);
  const frames = marks.map(
    (i) => svg`M${corner(i).x + 1} ${corner(i).y + 1}h${tile - 2}v${tile - 2}h${2 - tile}z`,
  );
  const handles = images.map(({ label, told }, i) => {
    return svg`<rect class="line-up-tile" data-handle="${i}" role="button" tabindex="${i && -1}" aria-label="image ${i + 1}, labelled ${label}, ${marks.includes(i) ? 'thrown out' : 'kept'}: ${told}" x="${corner(i).x}" y="${corner(i).y}" width="${tile}" height="${tile}"/>`;
  });
  const open =
    !judged && svg`<rect data-ground="" width="${WIDTH}" height="${drawn.height}"/>${handles}`;
  const [you] = compared(lineUp, marks);
  const title = you
    ? `You threw out ${you.thrown} of 40: ${you.found} of ${poisoned} poisoned`
    : `${poisoned} of these 40 are poisoned: which?`;
  const note = judged
    ? 'framed: thrown out by you; × is poison'
    : svg`${marks.length} thrown out<tspan class="edit-hint">; tap an image, or arrows and Space</tspan><tspan class="key-hint">; arrow keys lead on, Space throws out</tspan>`;
  const body = svg`${drawn.body}<path class="run-line" d="${frames}"/>${open}`;
  return panel({ title, note }, part(WIDTH, drawn.height, body));
}

/** An image is thrown out, or kept again, by a press; by keys with Space, and the arrows lead through the rows. */
export const edit: Edit<typeof params, PoisonOutcome> = {
  param: 'marks',
  columns: LINE_UP.columns,
  move: (settings, handle, to, { outcome }) => {
    if (!outcome?.lineup || outcome.lineup.judged) return undefined;
    const [column, row] = [Math.floor(to.x / step), Math.floor((to.y - TITLE_AND_NOTE) / down)];
    if (handle === '' && (row < 0 || row >= LINE_UP.rows || column >= LINE_UP.columns))
      return undefined;
    if (handle !== '' && to.y !== Infinity) return undefined;
    const place = handle === '' ? row * LINE_UP.columns + column : Number(handle);
    const marks = new Set(marksOf(settings));
    if (!marks.delete(place)) marks.add(place);
    return writeCells(LINE_UP, marks);
  },
};
