/** The figure: labelled images, two bars of what is right, and what learning did pass by pass; or forty images, some labelled wrong. */
import { writeCells } from '../../controls/cells/pure/cells.ts';
import type { Edit, SeenRun, View } from '#kit/contract';
import type { BarRow, Drawing, Markup, Part, PileImage, PileLook } from '#kit/draw';
import { bare, barRows, below, beside, chart, dots, drawing, ends, ghost, later } from '#kit/draw';
import { line, number, panel, part, perCent, pile, rule, svg, tilesOf } from '#kit/draw';
import { TITLE_AND_NOTE, waiting } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { errorsAt, picksOf } from './hidden.ts';
import { bestOf, sharesOf, type WrongOutcome } from './outcome.ts';
import { marksOf, type params, type WrongSettings } from './params.ts';
import { EPOCHS, LINE_UP } from './sizes.ts';

/** Width of a panel in both layouts: an image of the forty is large enough for a thumb. */
const WIDTH = 320;
const FORTY: PileLook = { ...LINE_UP, width: WIDTH, side: SIDE, single: true, crosses: true };
const ROW: PileLook = { ...FORTY, rows: 1 };
const { tile, step, down } = tilesOf(FORTY);

type Seen = View<WrongSettings, WrongOutcome>;
type Run = SeenRun<WrongSettings, WrongOutcome>;

/** One complete picture in one layout. */
export function draw(settings: WrongSettings, outcome: WrongOutcome, view: Seen): Drawing {
  const { hidden } = outcome;
  const run = { settings, outcome };
  const isWide = view.layout === 'wide';
  const first = hidden?.shown.map(({ ink }) => ({ pixels: pixelsOf(ink) })) ?? imagesOf(outcome);
  const still = { body: bare(first, ROW).body, y: 0, width: WIDTH, height: tile };
  const shares = drawShares(outcome, view.ghost);
  if (settings.hidden !== 'none') {
    const forty = drawForty(run, view.ghost);
    const label = 'Forty images with their labels; fifteen of the labels are wrong.';
    return drawing(isWide ? beside(40, forty, shares) : forty, label, still);
  }
  const [images, passes] = [drawImages(outcome), waiting(drawPasses(run, view))];
  return drawing(
    isWide ? beside(40, below(18, images, shares), passes) : below(8, shares, images, passes),
    'Labelled images, wrong labels marked; two bars, how many of 100 labels are right and how many of 100 new digits are read right; over the passes of training, the share read right and the share of wrong labels given back.',
    still,
  );
}

function imagesOf({ samples }: WrongOutcome): readonly PileImage[] {
  return samples.slice(0, ROW.columns).map(({ ink, label, digit }) => {
    return { pixels: pixelsOf(ink), word: String(label), isWrong: label !== digit };
  });
}

function corner(i: number): { readonly x: number; readonly y: number } {
  return { x: (i % LINE_UP.columns) * step, y: Math.floor(i / LINE_UP.columns) * down };
}

/** Frames round the images at these places. */
function framed(places: readonly number[]): readonly Markup[] {
  return places.map((i) => {
    const { x, y } = corner(i);
    return svg`M${x + 1} ${y + 1}h${tile - 2}v${tile - 2}h${2 - tile}z`;
  });
}

/** Labelled images; a wrong label that the network gives back is framed. */
function drawImages(outcome: WrongOutcome): Part {
  const images = imagesOf(outcome);
  const drawn = pile(images, ROW);
  const given = images.flatMap(({ word, isWrong }, i) =>
    isWrong && String(outcome.answers[i]) === word ? [i] : [],
  );
  const frames = later(svg`<path class="wrong-line" d="${framed(given)}"/>`);
  const title = `${images.length} of ${number(outcome.labels)} labelled images`;
  const note = later('× a wrong label; framed: the network repeats it');
  return panel({ title, note }, { ...drawn, body: svg`${drawn.body}${frames}` });
}

/** Two bars from none to all: the labels that are right, and the new digits that are read right. */
function drawShares(outcome: WrongOutcome, other: Seen['ghost']): Part {
  const was = other && sharesOf(other.outcome);
  const rows = sharesOf(outcome).map((share, i): BarRow => ({
    name: ['labels that are right', 'new digits read right'][i] ?? '',
    bars: [
      [share ?? 0, i > 0 ? 'run' : 'label-bar'],
      [1 - (share ?? 0), 'hair'],
    ],
    told: share === undefined ? '' : perCent(share, 0),
    say: i > 0 ? 'run strong' : 'strong',
    was: was?.[i],
  }));
  return barRows(rows, { width: WIDTH, most: 1, pitch: 35 }, other);
}

/** Over the passes: new digits read right, and wrong labels given back; dashed, the training before labels were dealt with. */
function drawPasses(run: Run, view: Seen): Part {
  const best = bestOf(run.outcome);
  const note = best
    ? `most read right after ${number(best.epoch)} ${best.epoch === 1 ? 'pass' : 'passes'}: ${perCent(best.right / run.outcome.tested, 0)}`
    : 'it has not learned yet';
  const over = (passes: readonly number[], counts: readonly number[], of: number) =>
    passes.map((pass, i) => [pass, (counts[i] ?? 0) / of] as const);
  return chart<WrongSettings, WrongOutcome>({
    ...{ title: 'While it learns', note, view, run },
    ...{ width: WIDTH, height: { wide: 210, narrow: 150 }, right: 92, top: 10 },
    x: { extent: [0, EPOCHS], ticks: 4, label: 'passes over the images' },
    marks: ({ outcome: { passes, correct, given, tested, wrong, labels, cleaned } }) => {
      const read = over(passes, correct, tested);
      const back = wrong > 0 ? over(passes, given, wrong) : [];
      const right = wrong > 0 ? 1 - wrong / labels : undefined;
      const { before } = cleaned ?? {};
      return [
        ...[1, 0.5].map((y) => rule({ y })),
        before && line(over(before.passes, before.correct, tested), { look: 'sure-line' }),
        right !== undefined && rule({ y: right }, { look: 'label-line' }),
        line(back, { look: 'wrong-line' }),
        line(read),
        best && dots([[best.epoch, best.right / tested]], { r: 4, twice: false }),
        ends([
          { share: read.at(-1)?.[1], words: 'read right', look: 'run' },
          { share: right, words: 'labels right', look: 'soft' },
          { share: back.at(-1)?.[1], words: 'memorised', look: 'wrong' },
        ]),
      ];
    },
  });
}

/** Forty images: pressed, or marked by keys; what people said is told when as many are marked as there are errors. */
function drawForty({ settings, outcome: { hidden, epochs } }: Run, other: Seen['ghost']): Part {
  if (!hidden) {
    const note = `after ${number(epochs.done)} of ${number(epochs.planned)} passes`;
    const room = part(WIDTH, FORTY.rows * down, svg``);
    return panel({ title: 'Forty images, when the network has learned', note }, room);
  }
  const marks = marksOf(settings);
  const told = marks.length >= hidden.errors;
  const picks = picksOf(hidden);
  const shown = hidden.shown.map(({ ink, label, check }) => {
    return { pixels: pixelsOf(ink), word: String(label), isWrong: told && check !== null };
  });
  const drawn = pile(shown, FORTY);
  const was = other?.outcome.hidden ? framed(marksOf(other.settings)) : [];
  const behind = other && ghost(other, (look) => svg`<path class="${look}-line" d="${was}"/>`);
  const dotted = picks.map((i) => svg`M${corner(i).x + tile - 4} ${corner(i).y + tile + 8.5}h0`);
  const handles = hidden.shown.map(({ label, like, check }, i) => {
    const people = check
      ? `of five people ${check.forLabel} say ${label}, ${check.forGuess} say ${check.guess}, ${check.forNeither} neither`
      : 'no error';
    const found = told && `; ${people}${picks.includes(i) ? '; suspected by the network' : ''}`;
    return svg`<rect class="suspect-tile" data-handle="${i}" role="button" tabindex="${i && -1}" aria-label="image ${i + 1}, labelled ${label}, ${marks.includes(i) ? 'marked' : 'not marked'}: most like the average ${like}${found}" x="${corner(i).x}" y="${corner(i).y}" width="${tile}" height="${tile}"/>`;
  });
  const ground = svg`<rect data-ground="" width="${WIDTH}" height="${drawn.height}"/>`;
  const title = told
    ? `You found ${errorsAt(hidden, marks)} of the ${hidden.errors} errors`
    : `${hidden.errors} of these 40 labels are wrong: which?`;
  const note = told
    ? svg`× few people agree<tspan class="edit-hint">; framed: you; dot: the network</tspan><tspan class="key-hint">; Space takes a mark away</tspan>`
    : svg`${marks.length} of ${hidden.errors} marked<tspan class="edit-hint">; tap, or arrows and Space</tspan><tspan class="key-hint">; arrow keys lead on, Space marks</tspan>`;
  const body = svg`${drawn.body}${told && svg`<path class="suspect-dots" d="${dotted}"/>`}${behind}<path class="run-line" d="${framed(marks)}"/>${ground}${handles}`;
  return panel({ title, note }, { ...drawn, body });
}

/** An image is marked, or not any more, by a press; by keys with Space, and the arrows lead through the rows. */
export const edit: Edit<typeof params, WrongOutcome> = {
  param: 'marks',
  columns: LINE_UP.columns,
  move: (settings, handle, to, { outcome }) => {
    if (!outcome?.hidden || (handle !== '' && to.y !== Infinity)) return undefined;
    const [column, row] = [Math.floor(to.x / step), Math.floor((to.y - TITLE_AND_NOTE) / down)];
    const isInside = row >= 0 && row < LINE_UP.rows && column < LINE_UP.columns;
    if (handle === '' && !isInside) return undefined;
    const place = handle === '' ? row * LINE_UP.columns + column : Number(handle);
    const marks = new Set(marksOf(settings));
    if (!marks.delete(place)) marks.add(place);
    return marks.size > LINE_UP.most ? undefined : writeCells(LINE_UP, marks);
  },
};
