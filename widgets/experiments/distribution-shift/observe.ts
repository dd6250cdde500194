/** What a network got right, and how one more look at it adds to the outcome. */
import { range, sum } from 'd3-array';
import { accuracyOf, answersOf, counted, isRight, judgedBy } from '../../shared/digits/answers.ts';
import type { Answer, Judged } from '../../shared/digits/answers.ts';
import { between, cutOut, inkBox, type Box } from '../../shared/digits/cut.ts';
import { imageAt, KINDS, placesOf, type Digits } from '../../shared/digits/digits.ts';
import { FULL_INK, SIDE } from '../../shared/digits/eight.ts';
import { perSet, SETS, type PerSet, type SetName } from '../../shared/digits/sets.ts';
import type { ConfidenceHistogram, ExampleDigit, Score, ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';
import { CHARTED, epochsOf, type Sets } from './sets.ts';

/** Bars of the confidence histogram; the first ends at 10 %. */
const BINS = 10;
/** Digits in the pile that the reader sees. */
const PILE = 48;
/** Of this kind the first is seen large: cut the other way hardly one is read, cut alike most are. */
const LARGE = 6;

/** A look at a model: the probabilities that it gives to every held-out digit, set after set. */
export interface Look {
  readonly settings: ShiftSettings;
  readonly epoch: number;
  readonly chances: Float32Array;
}

/** The outcome with one more look in it: the reader's own model moves everything, another model only its row of the matrix. */
export function observe(
  { settings, epoch, chances }: Look,
  sets: Sets,
  reader: ShiftSettings,
  before?: ShiftOutcome,
): ShiftOutcome {
  const answers = answersOf(chances);
  const judged = perSet((set) => judgedOf(sets[set].heldOut, answers));
  const pictured = (set: SetName, at: number): ExampleDigit => ({
    ...(judged[set][at] as Judged),
    pixels: inked(imageAt(sets[set].heldOut, at)),
  });
  const matrix = SETS.map((set, i) =>
    set === settings.trainOn
      ? SETS.map((tested) => scoreOf(judged[tested]))
      : (before?.matrix[i] ?? SETS.map(() => null)),
  );
  if (before && settings.trainOn !== reader.trainOn) return { ...before, matrix };

  const { trainOn: home, testOn: abroad } = reader;
  const usedOn = perSet((set) => {
    const [own, foreign] = [judged[home], judged[set]];
    const scores = { home: scoreOf(own), abroad: scoreOf(foreign) };
    const charted = before?.usedOn[set].history.filter((one) => CHARTED.includes(one.epoch)) ?? [];
    return {
      ...scores,
      sure: { home: histogram(own), abroad: histogram(foreign) },
      confusion: range(KINDS).map((label) =>
        counted(foreign.filter((one) => one.label === label).map(({ answer }) => answer)),
      ),
      // Not picked, so that the pile is as bad as the model.
      pile: range(PILE)
        .map((at) => pictured(set, at))
        .sort((a, b) => a.label - b.label),
      history: [...charted, { epoch, home: scores.home.accuracy, abroad: scores.abroad.accuracy }],
    };
  });
  const large = perSet((set) => pictured(set, largeOf(sets[set].heldOut)));
  const epochs = { done: epoch, planned: epochsOf(sets, reader) };
  return { ...usedOn[abroad], usedOn, large, cut: 1, matrix, epochs };
}

/** The outcome while the common cut is at work: its large are this share of the way from their frame to their ink. */
export function onTheWay(outcome: ShiftOutcome, uncut: Sets, cut: number): ShiftOutcome {
  const large: PerSet<ExampleDigit> = perSet((set) => {
    const { heldOut } = uncut[set];
    const picture = { width: SIDE, ink: imageAt(heldOut, largeOf(heldOut)) };
    const frame: Box = { left: 0, top: 0, right: SIDE, bottom: SIDE };
    const box = between(frame, inkBox(picture) ?? frame, cut);
    const pixels = cutOut(picture, box, SIDE).map((ink) => ink * FULL_INK);
    return { ...outcome.large[set], pixels };
  });
  return { ...outcome, large, cut };
}

function largeOf(digits: Digits): number {
  return placesOf(digits, LARGE)[0] ?? 0;
}

/** The digits of one set, each with its answer; these are taken off the list. */
function judgedOf(digits: Digits, answers: Answer[]): Judged[] {
  return judgedBy(digits, answers.splice(0, digits.count));
}

/** An image as a list, up to `FULL_INK`. */
function inked(image: Float32Array): number[] {
  return Array.from(image, (ink) => ink * FULL_INK);
}

function scoreOf(judged: readonly Judged[]): Score {
  const digits = judged.length;
  const confidence = sum(judged, (one) => one.confidence) / digits;
  return { accuracy: accuracyOf(judged), confidence, digits };
}

function histogram(judged: readonly Judged[]): ConfidenceHistogram {
  const bin = ({ confidence }: Judged): number => Math.min(BINS - 1, Math.floor(confidence * BINS));
  const bars = (right: boolean): number[] =>
    counted(judged.filter((one) => isRight(one) === right).map(bin), BINS);
  return { right: bars(true), wrong: bars(false) };
}
