/** The forty images in the figure: pressed, or marked by keys; what people said is told when as many are marked as there are errors. */
import { readCells, writeCells } from '../../controls/cells/pure/cells.ts';
import type { Edit, GhostRun } from '#kit/contract';
import type { Part, PileLook } from '#kit/draw';
import { ghost, number, panel, part, pile, short, svg, tilesOf, TITLE_AND_NOTE } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { errorsAt, picksOf, type Hidden, type Shown } from './hidden.ts';
import type { WrongOutcome } from './outcome.ts';
import type { params, WrongSettings } from './params.ts';
import { LINE_UP } from './sizes.ts';

/** Its width in both layouts, in the drawing's units: an image is large enough for a thumb. */
const WIDTH = 320;
const LOOK: PileLook = { ...LINE_UP, width: WIDTH, side: SIDE, single: true, crosses: true };
const { tile, step, down } = tilesOf(LOOK);

/** The places that the reader has marked. */
export function marksOf({ marks }: Pick<WrongSettings, 'marks'>): readonly number[] {
  return readCells(LINE_UP, marks);
}

/** Whether the reader has marked as many as there are errors. */
export function isTold(settings: Pick<WrongSettings, 'marks'>, { errors }: Hidden): boolean {
  return marksOf(settings).length >= errors;
}

/** The panel: it stands at the upper left of the figure. */
export function drawLineUp(
  settings: WrongSettings,
  hidden: Hidden,
  other?: GhostRun<WrongSettings, WrongOutcome>,
): Part {
  const marks = marksOf(settings);
  const told = isTold(settings, hidden);
  const corner = (i: number) => ({
    x: (i % LINE_UP.columns) * step,
    y: Math.floor(i / LINE_UP.columns) * down,
  });
  const shown = hidden.shown.map(({ ink, label, check }) => {
    return { pixels: pixelsOf(ink), word: String(label), isWrong: told && check !== null };
  });
  const drawn = pile(shown, LOOK);
  const framed = (places: readonly number[]) =>
    places.map(
      (i) => svg`M${corner(i).x + 1} ${corner(i).y + 1}h${tile - 2}v${tile - 2}h${2 - tile}z`,
    );
  const was = other?.outcome.hidden ? framed(marksOf(other.settings)) : [];
  const behind = other && ghost(other, (look) => svg`<path class="${look}-line" d="${was}"/>`);
  const dots = picksOf(hidden).map(
    (i) => svg`M${short(corner(i).x + tile - 4)} ${short(corner(i).y + tile + 8.5)}h0`,
  );
  const handles = hidden.shown.map((image, i) => {
    const { label, like } = image;
    const found = told ? `; ${verdictOn(image, picksOf(hidden).includes(i))}` : '';
    return svg`<rect class="suspect-tile" data-handle="${i}" role="button" tabindex="${i && -1}" aria-label="image ${i + 1}, labelled ${label}, ${marks.includes(i) ? 'marked' : 'not marked'}: most like the average ${like}${found}" x="${corner(i).x}" y="${corner(i).y}" width="${tile}" height="${tile}"/>`;
  });
  const ground = svg`<rect data-ground="" width="${WIDTH}" height="${drawn.height}"/>`;
  const title = told
    ? `You found ${errorsAt(hidden, marks)} of the ${hidden.errors} errors`
    : `${hidden.errors} of these 40 labels are wrong: which?`;
  const note = told
    ? svg`× few people agree<tspan class="edit-hint">; framed: you; dot: the network</tspan><tspan class="key-hint">; Space takes a mark away</tspan>`
    : svg`${marks.length} of ${hidden.errors} marked<tspan class="edit-hint">; tap, or arrows and Space</tspan><tspan class="key-hint">; arrow keys lead on, Space marks</tspan>`;
  const body = svg`${drawn.body}${told && svg`<path class="suspect-dots" d="${dots}"/>`}${behind}<path class="run-line" d="${framed(marks)}"/>${ground}${handles}`;
  return panel({ title, note }, part(WIDTH, drawn.height, body));
}

/** For ears: what people said of a label, and whether the network suspects it. */
function verdictOn({ label, check }: Shown, isSuspect: boolean): string {
  const people = check
    ? `of five people ${check.forLabel} say ${label}, ${check.forGuess} say ${check.guess}, ${check.forNeither} neither`
    : 'no error';
  return `${people}${isSuspect ? '; suspected by the network' : ''}`;
}

/** The place of the forty while the network that ranks them learns. */
export function waitingForty({ epochs }: WrongOutcome): Part {
  const title = 'Forty images, when the network has learned';
  const note = `after ${number(epochs.done)} of ${number(epochs.planned)} passes`;
  return panel({ title, note }, part(WIDTH, LINE_UP.rows * down, svg``));
}

/** An image is marked, or not any more, by a press; by keys with Space, and the arrows lead through the rows. */
export const edit: Edit<typeof params, WrongOutcome> = {
  param: 'marks',
  columns: LINE_UP.columns,
  move: (settings, handle, to, { outcome }) => {
    if (!outcome?.hidden) return undefined;
    const [column, row] = [Math.floor(to.x / step), Math.floor((to.y - TITLE_AND_NOTE) / down)];
    if (handle === '' && (row < 0 || row >= LINE_UP.rows || column >= LINE_UP.columns))
      return undefined;
    if (handle !== '' && to.y !== Infinity) return undefined;
    const place = handle === '' ? row * LINE_UP.columns + column : Number(handle);
    const marks = new Set(marksOf(settings));
    if (!marks.delete(place)) marks.add(place);
    if (marks.size > LINE_UP.most) return undefined;
    return writeCells(LINE_UP, marks);
  },
};
