/** The figure: poisoned images, what their trigger does, what a report shows, and what a defence threw out. */
import { writeCells } from '../../controls/cells/pure/cells.ts';
import type { Edit, SeenRun, View } from '#kit/contract';
import type { Drawing, Part, PileImage, PileLook, Point } from '#kit/draw';
import { bare, below, beside, chart, dots, drawing, ends, hundredths, labelAt } from '#kit/draw';
import { later, line, number, panel, pile, rule, svg, waiting, words } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { readAsBars } from '../../shared/digits/read-as.ts';
import { pressed } from '../../shared/digits/pressed.ts';
import { called } from './attack.ts';
import { compared, marksOf, type LineUp } from './line-up.ts';
import { EPOCHS, type PoisonOutcome } from './outcome.ts';
import type { params, PoisonSettings } from './params.ts';
import { LINE_UP } from './sizes.ts';

const GAP = 20;
/** Triggered images that are drawn large, so that one sees their answers change while the model learns. */
const LARGE = 6;
const LABEL =
  'Training images, some of them poisoned, and held-out ones with what the model takes them for; over the passes of training, the share of clean images read right and of the attack that works.';
const FURTHER =
  'More of the same run: training images, what marked ones are read as, and what a defence has thrown out.';

/** A row of images; so that colour is not all, what is wrong has a cross. */
const row = (width: number, columns = 12): PileLook => {
  return { width, columns, rows: 1, side: SIDE, single: true, crosses: true };
};
/** The forty, in both layouts: an image is large enough for a thumb. */
const FORTY: PileLook = { ...row(320), ...LINE_UP };
const hand = pressed(FORTY);

type Seen = View<PoisonSettings, PoisonOutcome>;

/** One complete picture in one layout. */
export function draw(settings: PoisonSettings, outcome: PoisonOutcome, view: Seen): Drawing {
  const isWide = view.layout === 'wide';
  const width = isWide ? 312 : 320;
  const [samples, readAs] = [drawSamples(outcome, width), drawReadAs(outcome, width)];
  const marked = drawMarked(outcome, width);
  const report = drawReport({ settings, outcome }, view, width);
  // What a defence throws out has its place from the first pass on: nothing below it moves when it comes.
  const suspects =
    settings.defence !== 'none' &&
    drawSuspects(outcome, isWide && marked ? row(680, 24) : { ...row(width), rows: 2 });
  // The forty are shown before any defence, and afterwards where the reader has marked some.
  if (outcome.lineup && (settings.defence === 'none' || marksOf(settings).length > 0)) {
    const forty = drawForty(settings, outcome.lineup);
    const side = below(GAP, report, suspects || samples);
    const whole = isWide ? beside(40, forty, side) : forty;
    const drawn = drawing(whole, LABEL, undefined, !isWide && { whole: side, label: FURTHER });
    return { ...drawn, ...(report.axes && { axes: report.axes }) };
  }
  const second = readAs ?? (outcome.bench ? suspects : samples);
  const top = marked && beside(56, samples, marked);
  const whole = isWide
    ? below(GAP, top, beside(56, report, second), marked && suspects)
    : below(GAP, marked ?? samples, report);
  const more = below(GAP, marked && samples, readAs, suspects);
  // Six of the triggered images without a word, large enough to see the mark.
  const six = outcome.marked.slice(0, LARGE).map(({ ink }) => image(ink));
  const still = { body: bare(six, row(160, LARGE)).body, y: 0, width: 160, height: 28 };
  return drawing(whole, LABEL, still, !isWide && { whole: more, label: FURTHER });
}

function drawReport(run: SeenRun<PoisonSettings, PoisonOutcome>, view: Seen, width: number): Part {
  return chart<PoisonSettings, PoisonOutcome>({
    title: 'What a test report shows, and what it does not',
    ...{ view, run, width, height: { wide: 184, narrow: 156 }, right: 92, top: 10 },
    x: {
      ...{ extent: [0, run.outcome.epochs.planned], keep: 'passes', ticks: 4 },
      label: 'passes over the training set',
    },
    marks: ({ outcome: { bench, history, clean, success } }) => [
      rule({ y: 1 }),
      rule({ y: 0.5 }),
      bench && rule({ x: EPOCHS }),
      bench && words('trained again', ({ x }, text) => [labelAt(text, x(EPOCHS) + 5, 4)]),
      line(overPasses(history, 'clean'), { look: 'sure-line', twice: true }),
      line(overPasses(history, 'success'), { waits: true }),
      dots([[history.at(-1)?.epoch ?? 0, success]], { r: 4, waits: true, twice: false }),
      ends([
        { share: clean, words: 'clean, right', look: '' },
        { share: success, words: 'attack works', look: 'run', waits: true },
      ]),
    ],
  });
}

/** A share over the passes; the second training starts from nothing: its line is another. */
function overPasses(history: PoisonOutcome['history'], key: 'clean' | 'success'): Point[] {
  return history.flatMap(({ epoch, [key]: share }): Point[] => {
    const point: Point = [epoch, share];
    return epoch === EPOCHS ? [point, [epoch, null]] : [point];
  });
}

function drawReadAs({ attack, readAs, unmarked, tested }: PoisonOutcome, width: number) {
  if (!attack) return undefined;
  // Without a trigger the two counts are the same.
  const isPlain = attack.kind === 'flip' || attack.kind === 'none';
  const known = isPlain
    ? 'held-out images, unchanged'
    : 'dashed: the same images without the trigger';
  const note = readAs.length === 0 ? 'not known before it is trained' : known;
  const bars = readAsBars(readAs, isPlain ? [] : unmarked, tested, width);
  return panel({ title: `What 100 ${called(attack)} are read as`, note }, bars);
}

const image = (ink: string, word?: number, isWrong = false): PileImage => {
  return { pixels: pixelsOf(ink), word: String(word ?? ''), isWrong };
};

function drawSamples({ attack, poisoned, samples }: PoisonOutcome, width: number): Part {
  const title = `${number(poisoned)} of 2,000 training images poisoned`;
  const more = poisoned > samples.length ? `; the first ${samples.length}` : '';
  const known = attack
    ? `now labelled ${attack.target}${more}`
    : 'Which, and how, this page keeps to itself.';
  const note = poisoned === 0 ? 'The training set is as it was.' : known;
  const shown = samples.map((ink) => image(ink, attack?.target));
  // None are shown of an attack that the page keeps to itself.
  return panel({ title, note }, pile(shown, { ...row(width), rows: attack ? 1 : 0 }));
}

function drawMarked({ attack, marked, tested, success }: PoisonOutcome, width: number) {
  const some = marked.slice(0, LARGE);
  if (!attack || some.length === 0) return undefined;
  const shown = some.map(({ ink, answer }) => image(ink, answer, answer !== attack.source));
  const title = `The first ${some.length} of ${number(tested)} held-out ${called(attack)}`;
  const read = success === null ? '' : `${hundredths(success)} of 100 read as ${attack.target}; `;
  // What a prediction is about comes after it.
  const note = later(`${read}× is a wrong answer`);
  return panel({ title, note }, pile(shown, { ...row(width, LARGE), waits: true }));
}

function drawSuspects({ attack, bench, poisoned }: PoisonOutcome, look: PileLook): Part {
  const { discarded = 0, found = 0, suspects = [] } = bench ?? {};
  const shown = suspects.map(({ ink, label, poison }) => image(ink, label, !!poison));
  const title = `${number(discarded)} discarded, ${number(found)} of ${number(poisoned)} poisoned among them`;
  const note = `the ${shown.length} most suspicious, with their labels${attack ? '; × is poison' : ''}`;
  const none = { title: 'Nothing discarded yet', note: 'The defence waits for the trained model.' };
  return waiting(panel(bench ? { title, note } : none, pile(shown, look)));
}

function drawForty(settings: PoisonSettings, lineUp: LineUp): Part {
  const { images: list, poisoned, judged } = lineUp;
  const marks = marksOf(settings);
  const shown = list.map(({ ink, label }, i) => image(ink, label, judged?.poison[i]));
  const names = list.map(({ label, told }, i) => {
    const state = marks.includes(i) ? 'thrown out' : 'kept';
    return `image ${i + 1}, labelled ${label}, ${state}: ${told}`;
  });
  const [you] = compared(lineUp, marks);
  const title = you
    ? `You threw out ${you.thrown} of 40: ${you.found} of ${poisoned} poisoned`
    : `${poisoned} of these 40 are poisoned: which?`;
  const note = judged
    ? 'framed: thrown out by you; × is poison'
    : svg`${marks.length} thrown out<tspan class="edit-hint">; tap an image, or arrows and Space</tspan><tspan class="key-hint">; arrow keys lead on, Space throws out</tspan>`;
  const drawn = pile(shown, FORTY);
  const open = !judged && hand.buttons(names);
  return panel({ title, note }, { ...drawn, body: svg`${drawn.body}${hand.framed(marks)}${open}` });
}

/** An image is thrown out, or kept again, by a press; by keys with Space, and the arrows lead through the rows. */
export const edit: Edit<typeof params, PoisonOutcome> = {
  param: 'marks',
  columns: LINE_UP.columns,
  move: (settings, handle, to, { outcome }) => {
    const place = hand.placeOf(handle, to);
    if (place === undefined || outcome?.lineup?.judged !== null) return undefined;
    const marks = new Set(marksOf(settings));
    if (!marks.delete(place)) marks.add(place);
    return writeCells(LINE_UP, marks);
  },
};
