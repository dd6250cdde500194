/** The run in a sentence, and as a table. */
import { hundredths, perCent } from '#kit/draw';
import type { Epochs, Rows } from '#kit/contract';
import { CALLED, SETS } from '../../shared/digits/sets.ts';
import type { ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';

/** The takeaway and, given the run before, how many were right then. */
export function say(settings: ShiftSettings, outcome: ShiftOutcome, before?: ShiftOutcome): string {
  const { trainOn: home, testOn: abroad } = settings;
  const [atHome, away] = rightOf(outcome);
  const sure = perCent(outcome.abroad.confidence, 0);
  if (home === abroad) {
    return `At home, on ${CALLED[home].digits} that it has not seen, the model reads ${atHome} of 100 right and is ${sure} sure on average. It has gone nowhere yet: choose another set to use it on.`;
  }
  const takeaway = `At home the model reads ${atHome} of 100 right; of the ${CALLED[abroad].digits} ${away} of 100, and it is ${outcome.epochs.done > 0 ? 'still ' : ''}${sure} sure on average.`;
  if (!before) return takeaway;
  const [wasAtHome, wasAway] = rightOf(before);
  return wasAtHome === atHome && wasAway === away
    ? `${takeaway} As many as before, at home and abroad.`
    : `${takeaway} Before, it was ${wasAtHome} at home and ${wasAway} abroad.`;
}

/** How far a run is: the common cut, then the passes. */
export function stageOf({ cut, epochs }: ShiftOutcome): string | Epochs {
  return cut < 1 ? `the cut: ${perCent(cut, 0)}` : epochs;
}

/** Of 100, at home and abroad. */
function rightOf({ home, abroad }: ShiftOutcome): [home: string, abroad: string] {
  return [hundredths(home.accuracy), hundredths(abroad.accuracy)];
}

/** One row for every pair of sets that this run has measured. */
export function tabulate({ trainOn, testOn }: ShiftSettings, { matrix }: ShiftOutcome): Rows {
  const rows = SETS.flatMap((trained, i) =>
    SETS.flatMap((tested, j) => {
      const score = matrix[i]?.[j];
      if (!score) return [];
      const isHome = tested === trainOn && 'home';
      const roles = [isHome, tested === testOn && 'abroad'].filter((role) => role !== false);
      const here = trained === trainOn ? roles.join(' and ') : '';
      const shares = [perCent(score.accuracy), perCent(score.confidence)];
      return [[CALLED[trained].name, CALLED[tested].name, here, ...shares, score.digits]];
    }),
  );
  return {
    caption: 'Digits read right and mean confidence, on held-out digits',
    head: ['trained on', 'used on', 'here', 'right', 'mean confidence', 'digits'],
    rows,
  };
}
