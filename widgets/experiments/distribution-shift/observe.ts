/** What a network got right, and how one more look at it adds to the outcome. */
import { answersOf, counted, type Answer } from '../../shared/digits/answers.ts';
import { imageAt, KINDS, type Digits } from '../../shared/digits/digits.ts';
import type { ConfidenceHistogram, ExampleDigit, Score, ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';
import { CHARTED, epochsOf, FULL_INK, homeAndAbroad, SETS } from './sets.ts';
import type { SetName, Sets } from './sets.ts';

/** Bars of the confidence histogram; the first ends at 10 %. */
const BINS = 10;
/** Digits in the pile that the reader sees. */
const PILE = 48;

/** The answer to a held-out digit, and what it is. */
interface Judged extends Answer {
  readonly label: number;
}

/** The outcome with one more look in it: the reader's own model moves everything, another model only its row of the matrix. */
export function observe(
  look: {
    readonly settings: ShiftSettings;
    readonly epoch: number;
    /** Of every held-out digit, set after set. */
    readonly chances: Float32Array;
  },
  sets: Sets,
  reader: ShiftSettings,
  before?: ShiftOutcome,
): ShiftOutcome {
  const judged = bySet(look.chances, sets);
  const { trainOn } = look.settings;
  const empty = SETS.map(() => SETS.map(() => null));
  const matrix = (before?.matrix ?? empty).map((old, i) =>
    SETS[i] === trainOn ? SETS.map((set) => score(judged[set])) : old,
  );
  if (before && trainOn !== reader.trainOn) return { ...before, matrix };

  const { home, abroad } = homeAndAbroad(reader);
  const foreign = judged[abroad];
  const scores = { home: score(judged[home]), abroad: score(foreign) };
  const point = { epoch: look.epoch, home: scores.home.accuracy, abroad: scores.abroad.accuracy };
  return {
    ...scores,
    matrix,
    sure: { home: confidenceHistogram(judged[home]), abroad: confidenceHistogram(foreign) },
    confusion: confusion(foreign),
    pile: pile(sets[abroad].heldOut, foreign),
    history: [...(before?.history ?? []).filter((one) => CHARTED.includes(one.epoch)), point],
    epochs: { done: look.epoch, planned: epochsOf(reader) },
  };
}

// The sets were looked at as one; each has its own stretch of answers.
function bySet(chances: Float32Array, sets: Sets): Record<SetName, Judged[]> {
  const answers = answersOf(chances);
  const parts = SETS.map((set) => {
    const { count, labels } = sets[set].heldOut;
    const own = answers.splice(0, count);
    return [set, own.map((answer, i) => ({ ...answer, label: labels[i] as number }))];
  });
  return Object.fromEntries(parts) as Record<SetName, Judged[]>;
}

function isRight({ answer, label }: Judged): boolean {
  return answer === label;
}

function score(judged: readonly Judged[]): Score {
  const digits = judged.length;
  const sum = judged.reduce((all, { confidence }) => all + confidence, 0);
  return { accuracy: judged.filter(isRight).length / digits, confidence: sum / digits, digits };
}

function confidenceHistogram(judged: readonly Judged[]): ConfidenceHistogram {
  const bin = ({ confidence }: Judged): number => Math.min(BINS - 1, Math.floor(confidence * BINS));
  const right = judged.filter(isRight);
  const wrong = judged.filter((one) => !isRight(one));
  return { right: counted(right.map(bin), BINS), wrong: counted(wrong.map(bin), BINS) };
}

/** How often each digit was taken for each. */
function confusion(judged: readonly Judged[]): number[][] {
  return Array.from({ length: KINDS }, (_, label) =>
    counted(judged.filter((one) => one.label === label).map(({ answer }) => answer)),
  );
}

/** The first digits with the answers they got, sorted by label: not picked, so that the pile is as bad as the model. */
function pile(digits: Digits, judged: readonly Judged[]): ExampleDigit[] {
  const examples = judged.slice(0, PILE).map(({ label, answer, confidence }, i) => {
    const pixels = Array.from(imageAt(digits, i), (ink) => ink * FULL_INK);
    return { pixels, label, answer, confidence };
  });
  return examples.sort((a, b) => a.label - b.label);
}
