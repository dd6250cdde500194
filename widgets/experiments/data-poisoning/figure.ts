/** The figure: poisoned images, what their trigger does, what a report shows, and what a defence threw out. */
import type { Drawing, Extent, PanelWords, Part, PileImage, PileLook } from '#kit/draw';
import { bare, below, beside, drawing, hundredths, keptExtent, later, number } from '#kit/draw';
import { panel, pile, waiting } from '#kit/draw';
import type { View } from '#kit/contract';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { drawReadAs, drawReport } from './figure-charts.ts';
import { drawLineUp, shownIn } from './figure-line-up.ts';
import type { PoisonOutcome } from './outcome.ts';
import type { PoisonSettings } from './params.ts';
import { called, described } from './say.ts';

const GAP = 20;
/** Triggered images that are drawn large, so that one sees their answers change while the model learns. */
const LARGE = 6;
const OTHERS = 'More held-out images with the trigger';
const FURTHER = {
  lineUp: 'What a test report shows, and what a defence has thrown out.',
  wide: `${OTHERS}, with what the model takes them for.`,
  narrow: `${OTHERS}, training images that were poisoned, what marked images are read as, and what a defence has thrown out.`,
};

type Seen = View<PoisonSettings, PoisonOutcome>;

/** One complete picture in one layout. */
export function draw(settings: PoisonSettings, outcome: PoisonOutcome, view: Seen): Drawing {
  const { layout, axes, ghost } = view;
  const isWide = layout === 'wide';
  const width = isWide ? 312 : 320;
  const [samples, readAs] = [drawSamples(outcome, width), drawReadAs(outcome, width)];
  const [marked, others] = [0, LARGE].map((from) => drawMarked(outcome, width, from));
  const planned: Extent = [0, outcome.epochs.planned];
  const passes = keptExtent(planned, planned, axes?.['passes']);
  const report = drawReport(outcome, [width, isWide ? 184 : 156], passes, ghost);
  // What a defence throws out has its place from the first pass on: nothing below it moves when it comes.
  const suspects =
    settings.defence !== 'none' &&
    drawSuspects(outcome, isWide && marked ? row(680, 24) : { ...row(width), rows: 2 });
  const second = readAs ?? (outcome.bench ? suspects : samples);
  const lineUp = shownIn(settings, outcome);
  if (lineUp) {
    const forty = drawLineUp(settings, lineUp);
    const side = below(GAP, report, suspects || samples);
    const all = isWide ? beside(40, forty, side) : forty;
    const below40 = !isWide && { whole: side, label: FURTHER.lineUp };
    return { ...drawing(all, described(outcome), undefined, below40), axes: { passes } };
  }
  const top = marked && beside(56, samples, marked);
  const whole = isWide
    ? below(GAP, top, beside(56, report, second), marked && suspects)
    : below(GAP, marked ?? samples, report);
  const further = isWide ? others : below(GAP, others, marked && samples, readAs, suspects);
  // Six of the triggered images without a word, large enough to see the mark.
  const six = outcome.marked.slice(0, LARGE).map(({ ink }) => image(ink));
  const still = { body: bare(six, row(160, LARGE)).body, y: 0, width: 160, height: 28 };
  const more = further !== undefined && { whole: further, label: FURTHER[layout] };
  return { ...drawing(whole, described(outcome), still, more), axes: { passes } };
}

function row(width: number, columns = 12): PileLook {
  return { width, columns, rows: 1, side: SIDE };
}

/** An image that comes as hexadecimal digits, with what stands below it. */
function image(ink: string, word?: number, isWrong = false): PileImage {
  return { pixels: pixelsOf(ink), word: String(word ?? ''), isWrong };
}

/** Images below their title; so that colour is not all, what is wrong has a cross. */
function images(words: PanelWords, shown: readonly PileImage[], look: PileLook): Part {
  return panel(words, pile(shown, { ...look, single: true, crosses: true }));
}

/** The poisoned training images, with the label that now stands on them. */
function drawSamples({ attack, poisoned, samples }: PoisonOutcome, width: number): Part {
  const title = `${number(poisoned)} of 2,000 training images poisoned`;
  const more = poisoned > samples.length ? `; the first ${samples.length}` : '';
  const known = attack
    ? `now labelled ${attack.target}${more}`
    : 'Which, and how, this page keeps to itself.';
  const note = poisoned === 0 ? 'The training set is as it was.' : known;
  const shown = samples.map((ink) => image(ink, attack?.target));
  return images({ title, note }, shown, row(width));
}

/** Some triggered images that were held out, large, each over what the model takes it for. */
function drawMarked(outcome: PoisonOutcome, width: number, from: number): Part | undefined {
  const { attack, marked, tested, success } = outcome;
  const some = marked.slice(from, from + LARGE);
  if (!attack || some.length === 0) return undefined;
  const shown = some.map(({ ink, answer }) => image(ink, answer, answer !== attack.source));
  const look = { ...row(width, LARGE), waits: true };
  const which =
    from > 0 ? `next ${some.length}` : `first ${some.length} of ${number(tested)} held-out`;
  const title = `The ${which} ${called(attack)}`;
  if (from > 0) return waiting(images({ title }, shown, look));
  const read = success === null ? '' : `${hundredths(success)} of 100 read as ${attack.target}; `;
  // What a prediction is about comes after it.
  return images({ title, note: later(`${read}× is a wrong answer`) }, shown, look);
}

/** The most suspicious training images, with their labels; poison is crossed. */
function drawSuspects({ attack, bench, poisoned }: PoisonOutcome, look: PileLook): Part {
  if (!bench) {
    const note = 'The defence waits for the trained model.';
    return waiting(images({ title: 'Nothing discarded yet', note }, [], look));
  }
  const shown = bench.suspects.map(({ ink, label, poison }) => image(ink, label, poison === true));
  const title = `${number(bench.discarded)} discarded, ${number(bench.found)} of ${number(poisoned)} poisoned among them`;
  const note = `the ${shown.length} most suspicious, with their labels${attack ? '; × is poison' : ''}`;
  return waiting(images({ title, note }, shown, look));
}
