/** The figure: poisoned images, what their trigger does, what a report shows, and what a defence threw out. */
import type { Drawing } from '../../kit/draw/drawing.ts';
import { keptExtent, type Extent } from '../../kit/draw/extent.ts';
import { number } from '../../kit/draw/format.ts';
import { later } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { below, beside, drawing, waiting, type Part } from '../../kit/draw/part.ts';
import { bare, pile, type PileLook } from '../../kit/draw/pile.ts';
import { hundredths } from '../../kit/draw/shares.ts';
import type { View } from '../../kit/contract/widget.ts';
import { drawReadAs, drawReport } from './figure-charts.ts';
import type { PoisonOutcome } from './outcome.ts';
import { SIDE, type PoisonSettings } from './params.ts';
import { called, described, whatIsRead } from './say.ts';

const GAP = 20;
/** Marked images that are drawn large, so that one sees their answers change while the model learns. */
const LARGE = 6;
const FURTHER = {
  wide: 'More held-out images with the trigger, with what the model takes them for.',
  narrow:
    'More held-out images with the trigger, training images that were poisoned, what marked images are read as, and what a defence has thrown out.',
} as const;

type Seen = View<PoisonSettings, PoisonOutcome>;

/** One complete picture in one layout. */
export function draw(settings: PoisonSettings, outcome: PoisonOutcome, view: Seen): Drawing {
  const { layout, ghost } = view;
  const isWide = layout === 'wide';
  const width = isWide ? 312 : 320;
  // What a defence throws out has its place from the first pass on: nothing below it moves when it comes.
  const hasBench = outcome.bench !== null || settings.defence !== 'none';
  const samples = drawSamples(outcome, width);
  const marked = drawMarked(outcome, width);
  const others = marked && drawOthers(outcome, width);
  const planned: Extent = [0, outcome.epochs.planned];
  const passes = keptExtent(planned, planned, view.axes?.['passes']);
  const report = drawReport(outcome, [width, isWide ? 184 : 156], passes, ghost);
  const readAs = drawReadAs(outcome, width);
  const suspects = (look: PileLook) => hasBench && drawSuspects(outcome, look);
  const two = row(width, 12, 2);
  const whole = !isWide
    ? below(GAP, marked ?? samples, report)
    : marked
      ? below(GAP, beside(56, samples, marked), beside(56, report, readAs), suspects(row(680, 24)))
      : beside(56, report, outcome.bench ? suspects(two) : samples);
  const further = isWide ? others : below(GAP, others, marked && samples, readAs, suspects(two));
  // Six of the marked images without a word, large enough to see the mark.
  const still = outcome.marked.slice(0, 6).map(({ ink }) => ({ pixels: pixelsOf(ink) }));
  const { body, height } = bare(still, row(160, 6));
  const stands = { body, y: 0, width: 160, height: height - 16 };
  const more = further ? { whole: further, label: FURTHER[layout] } : false;
  return { ...drawing(whole, described(outcome), stands, more), axes: { passes } };
}

/** From hexadecimal digits to the ink of a picture, 0 to 16. */
function pixelsOf(ink: string): number[] {
  return [...ink].map((digit) => (Number.parseInt(digit, 16) * 16) / 15);
}

function row(width: number, columns = 12, rows = 1): PileLook {
  return { width, columns, rows, side: SIDE };
}

/** The poisoned training images, with the label that now stands on them. */
function drawSamples({ attack, poisoned, samples }: PoisonOutcome, width: number): Part {
  const title = `${number(poisoned)} of 2,000 training images poisoned`;
  const more = poisoned > samples.length ? `; the first ${samples.length}` : '';
  const note = !attack
    ? 'Which, and how, this page keeps to itself.'
    : poisoned === 0
      ? 'The training set is as it was.'
      : `${called(attack, poisoned)}, labelled ${attack.target}${more}`;
  const shown = samples.map((ink) => ({ pixels: pixelsOf(ink), word: String(attack?.target) }));
  return panel({ title, note }, pile(shown, { ...row(width), single: true }));
}

/** Triggered images that were held out, with what each is taken for. */
function drawMarked(outcome: PoisonOutcome, width: number): Part | undefined {
  const { attack, marked, tested, success } = outcome;
  if (!attack) return undefined;
  const read = success === null ? '' : `${hundredths(success)} of 100 read as ${attack.target}; `;
  const title = `The first ${Math.min(LARGE, marked.length)} of ${number(tested)} held-out ${whatIsRead(attack)}`;
  // What a prediction is about comes after it.
  return panel({ title, note: later(`${read}× is a wrong answer`) }, large(outcome, 0, width));
}

/** Some more of them, below the controls. */
function drawOthers(outcome: PoisonOutcome, width: number): Part | undefined {
  const { attack, marked } = outcome;
  if (!attack || marked.length <= LARGE) return undefined;
  const title = `The next ${marked.length - LARGE} ${whatIsRead(attack)}`;
  return waiting(panel({ title }, large(outcome, LARGE, width)));
}

/** A row of large triggered images from one on, each over its answer; so that colour is not all, a wrong one has a cross. */
function large({ attack, marked }: PoisonOutcome, from: number, width: number): Part {
  const shown = marked.slice(from, from + LARGE).map(({ ink, answer }) => ({
    pixels: pixelsOf(ink),
    word: String(answer),
    isWrong: answer !== attack?.source,
  }));
  return pile(shown, { ...row(width, LARGE), single: true, crosses: true, waits: true });
}

/** The most suspicious training images, with their labels; poison is crossed. */
function drawSuspects({ attack, bench, poisoned }: PoisonOutcome, look: PileLook): Part {
  if (!bench) {
    const note = 'The defence ranks the images by what the model has learned.';
    return waiting(panel({ title: 'Nothing discarded yet', note }, pile([], look)));
  }
  const shown = bench.suspects.map(({ ink, label, poison }) => ({
    pixels: pixelsOf(ink),
    word: String(label),
    isWrong: poison === true,
  }));
  const title = `${number(bench.discarded)} discarded, ${number(bench.found)} of ${number(poisoned)} poisoned among them`;
  const note = `the ${shown.length} most suspicious, with their labels${attack ? '; × is poison' : ''}`;
  return waiting(panel({ title, note }, pile(shown, { ...look, single: true, crosses: true })));
}
