/** The figure: labelled images, two bars of what is right, and what learning did pass by pass; or forty images, some labelled wrong. */
import { writeCells } from '../../controls/cells/pure/cells.ts';
import type { Edit, SeenRun, View } from '#kit/contract';
import type { BarRow, Drawing, Part, PileImage, PileLook } from '#kit/draw';
import { bare, barRows, below, beside, chart, dots, dotsPath, drawing, ends } from '#kit/draw';
import { ghost, hundredths, later, line, number, ofWhole, panel, part, perCent } from '#kit/draw';
import { pile, rule, svg, tilesOf, TITLE_AND_NOTE, waiting } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { pressed } from '../../shared/digits/pressed.ts';
import { errorsAt, picksOf } from './hidden.ts';
import { bestOf, sharesOf, type WrongOutcome } from './outcome.ts';
import { marksOf, type params, type WrongSettings } from './params.ts';
import { EPOCHS, LINE_UP } from './sizes.ts';

const TILES = { side: SIDE, single: true, crosses: true };
/** Images with their labels, and the forty: on a phone, too, one of them is large enough for a thumb. */
const FEW = {
  wide: { ...TILES, width: 300, columns: 4, rows: 2 },
  narrow: { ...TILES, width: 320, columns: 8, rows: 1 },
};
const GRID = { ...TILES, ...LINE_UP };
const FORTY = { wide: { ...GRID, width: 440 }, narrow: { ...GRID, width: 320 } };

type Seen = View<WrongSettings, WrongOutcome>;
type Run = SeenRun<WrongSettings, WrongOutcome>;

/** One complete picture in one layout. */
export function draw(settings: WrongSettings, outcome: WrongOutcome, view: Seen): Drawing {
  const run = { settings, outcome };
  const isWide = view.layout === 'wide';
  const samples = outcome.samples.map((one) => imageOf(one, one.label !== one.digit));
  const seen = outcome.hidden?.shown.map((one) => imageOf(one, false));
  const { body, width } = bare(seen ?? samples, FEW.narrow);
  const still = { body, y: 0, width, height: tilesOf(FEW.narrow).tile };
  if (settings.hidden !== 'none') {
    const forty = drawForty(run, view);
    const shares = below(TITLE_AND_NOTE, part(0, 0, svg``), drawShares(run, view, 200));
    const label = 'Forty images with their labels; fifteen of the labels are wrong.';
    return drawing(isWide ? beside(40, forty, shares) : forty, label, still);
  }
  const images = drawImages(samples, outcome, FEW[view.layout]);
  const shares = drawShares(run, view, images.width);
  const passes = waiting(drawPasses(run, view));
  return drawing(
    isWide ? beside(40, below(18, images, shares), passes) : below(8, shares, images, passes),
    'Labelled images, wrong labels marked; two bars, how many of 100 labels are right and how many of 100 new digits are read right; over the passes of training, the share read right and the share of wrong labels given back.',
    still,
  );
}

function imageOf({ ink, label }: { ink: string; label: number }, isWrong: boolean): PileImage {
  return { pixels: pixelsOf(ink), word: String(label), isWrong };
}

/** Labelled images; a wrong label that the network gives back is framed. */
function drawImages(all: readonly PileImage[], outcome: WrongOutcome, look: PileLook): Part {
  const images = all.slice(0, look.columns * look.rows);
  const given = images.flatMap(({ word, isWrong }, i) =>
    isWrong && String(outcome.answers[i]) === word ? [i] : [],
  );
  const drawn = pile(images, look);
  const title = `${images.length} of ${number(outcome.labels)} labelled images`;
  const note = later('× a wrong label; framed: the network repeats it');
  const body = svg`${drawn.body}${later(pressed(look).framed(given, 'wrong-line'))}`;
  return panel({ title, note }, { ...drawn, body });
}

/** Bars from none to all: labels that are right, new digits that are read right; of the forty, once it is told, who has found how many errors. */
function drawShares({ settings, outcome }: Run, { ghost: other }: Seen, width: number): Part {
  const { hidden } = outcome;
  const was = other && sharesOf(other.outcome);
  const marks = marksOf(settings);
  const [right, read] = sharesOf(outcome);
  const row = (name: string, look: string, share?: number, was?: number): BarRow => ({
    ...{ name, bars: ofWhole(share ?? 0, look), say: `${look} strong`, was },
    told: share === undefined ? '' : perCent(share, 0),
  });
  const rows = [
    row('labels that are right', 'soft', right, was?.[0]),
    row('new digits read right', 'run', read, was?.[1]),
  ];
  if (hidden && marks.length >= hidden.errors) {
    const found = (places: readonly number[]): number => errorsAt(hidden, places) / hidden.errors;
    rows.push(row('errors you found', 'run', found(marks)));
    rows.push(row('errors the network found', 'soft', found(picksOf(hidden))));
  }
  return barRows(rows, { width, most: 1, pitch: 36 }, other);
}

/** Over the passes: new digits read right, and wrong labels given back; dashed, the training before labels were dealt with. */
function drawPasses(run: Run, view: Seen): Part {
  const best = bestOf(run.outcome);
  const over = (passes: readonly number[], counts: readonly number[], of: number) =>
    passes.map((pass, i) => [pass, (counts[i] ?? 0) / of] as const);
  return chart<WrongSettings, WrongOutcome>({
    title: best
      ? `Best after ${number(best.epoch)} ${best.epoch === 1 ? 'pass' : 'passes'}: ${perCent(best.share, 0)} read right`
      : 'It has not learned yet',
    ...{ view, run, right: 92, top: 20 },
    ...{ width: { wide: 340, narrow: 320 }, height: { wide: 290, narrow: 156 } },
    x: { extent: [0, EPOCHS], ticks: 4, label: 'passes over the images' },
    y: { extent: [0, 1], label: '%', ticks: 2, format: hundredths },
    marks: ({ outcome: { passes, correct, given, tested, wrong, labels, cleaned } }) => {
      const read = over(passes, correct, tested);
      const back = wrong > 0 ? over(passes, given, wrong) : [];
      const right = wrong > 0 ? 1 - wrong / labels : undefined;
      const { before } = cleaned ?? {};
      return [
        before && line(over(before.passes, before.correct, tested), { look: 'sure-line' }),
        right !== undefined && rule({ y: right }),
        line(back, { look: 'wrong-line' }),
        line(read),
        best && dots([[best.epoch, best.share]], { r: 4, twice: false }),
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
function drawForty({ settings, outcome: { hidden, epochs } }: Run, view: Seen): Part {
  const look = FORTY[view.layout];
  const { width, rows } = look;
  const { tile, down } = tilesOf(look);
  if (!hidden) {
    const title = 'Forty images, when the network has learned';
    const note = `after ${number(epochs.done)} of ${number(epochs.planned)} passes`;
    return panel({ title, note }, part(width, rows * down, svg``));
  }
  const hand = pressed(look);
  const marks = marksOf(settings);
  const told = marks.length >= hidden.errors;
  const picks = picksOf(hidden);
  const shown = hidden.shown.map((one) => imageOf(one, told && one.check !== null));
  const names = hidden.shown.map(({ label, like, check }, i) => {
    const people = check
      ? `of five people ${check.forLabel} say ${label}, ${check.forGuess} say ${check.guess}, ${check.forNeither} neither`
      : 'no error';
    const found = told && `; ${people}${picks.includes(i) ? '; suspected by the network' : ''}`;
    return `image ${i + 1}, labelled ${label}, ${marks.includes(i) ? 'marked' : 'not marked'}: most like the average ${like}${found || ''}`;
  });
  const spots = picks.map(hand.corner).map(({ x, y }) => [x + tile - 5, y + tile + 8.5] as const);
  const other = view.ghost;
  const was = other?.outcome.hidden ? marksOf(other.settings) : [];
  const title = told
    ? `You found ${errorsAt(hidden, marks)} of the ${hidden.errors} errors`
    : `${hidden.errors} of these 40 labels are wrong: which?`;
  const note = told
    ? svg`× few people agree<tspan class="edit-hint">; framed: you; dot: the network</tspan><tspan class="key-hint">; Space takes a mark away</tspan>`
    : svg`${marks.length} of ${hidden.errors} marked<tspan class="edit-hint">; tap, or arrows and Space</tspan><tspan class="key-hint">; arrow keys lead on, Space marks</tspan>`;
  const drawn = pile(shown, look);
  const body = svg`${drawn.body}${told && svg`<path class="soft" d="${dotsPath(spots, 3.5)}"/>`}${other && ghost(other, (way) => hand.framed(was, `${way}-line`))}${hand.framed(marks)}${hand.buttons(names)}`;
  return panel({ title, note }, { ...drawn, body });
}

/** An image is marked, or not any more, by a press; by keys with Space, and the arrows lead through the rows. */
export const edit: Edit<typeof params, WrongOutcome> = {
  param: 'marks',
  columns: LINE_UP.columns,
  move: (settings, handle, to, { outcome, layout }) => {
    const place = pressed(FORTY[layout]).placeOf(handle, to);
    if (place === undefined || !outcome?.hidden) return undefined;
    const marks = new Set(marksOf(settings));
    if (!marks.delete(place)) marks.add(place);
    return marks.size > LINE_UP.most ? undefined : writeCells(LINE_UP, marks);
  },
};
