/** How one more look at a network adds to the outcome. */
import { KINDS } from '../../shared/digits/digits.ts';
import { confidenceHistogram, confusion, pile, score } from './evaluation.ts';
import type { Score, ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';
import { SETS } from './sets.ts';
import { CHARTED, homeAndAbroad, epochsOf, type Sets } from './training-sets.ts';

/** The outcome with one more look in it: the reader's own model moves everything, another model only its row of the matrix. */
export function observe(
  look: {
    readonly settings: ShiftSettings;
    readonly epoch: number;
    readonly chances: Float32Array;
  },
  sets: Sets,
  reader: ShiftSettings,
  before?: ShiftOutcome,
): ShiftOutcome {
  const parts = inParts(look.chances, sets);
  const row = SETS.map((set, i) => score(sets[set].heldOut, parts[i] as Float32Array));
  const trained = SETS.findIndex((set) => set === look.settings.trainOn);
  const empty = SETS.map(() => SETS.map(() => null));
  const matrix = (before?.matrix ?? empty).map((old, i) => (i === trained ? row : old));
  if (before && look.settings.trainOn !== reader.trainOn) return { ...before, matrix };

  const { home, abroad } = homeAndAbroad(reader);
  const [atHome, away] = [SETS.indexOf(home), SETS.indexOf(abroad)];
  const chances = parts[away] as Float32Array;
  const foreign = sets[abroad].heldOut;
  const scores = { home: row[atHome] as Score, abroad: row[away] as Score };
  const point = { epoch: look.epoch, home: scores.home.accuracy, abroad: scores.abroad.accuracy };
  return {
    ...scores,
    matrix,
    sure: {
      home: confidenceHistogram(sets[home].heldOut, parts[atHome] as Float32Array),
      abroad: confidenceHistogram(foreign, chances),
    },
    confusion: confusion(foreign, chances),
    pile: pile(foreign, chances),
    history: [...(before?.history ?? []).filter((one) => CHARTED.includes(one.epoch)), point],
    epochs: { done: look.epoch, planned: epochsOf(reader) },
  };
}

// The sets were looked at as one; each has its own stretch of probabilities.
function inParts(chances: Float32Array, sets: Sets): Float32Array[] {
  let from = 0;
  return SETS.map((set) => {
    const to = from + sets[set].heldOut.count * KINDS;
    const part = chances.subarray(from, to);
    from = to;
    return part;
  });
}
