/** The run in a sentence, and as a table. */
import { hundredths, perCent } from '../../kit/draw/shares.ts';
import type { Rows } from '../../kit/contract/widget.ts';
import { CALLED, homeAndAbroad, SETS, type SetName } from './sets.ts';
import type { ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';

/** The takeaway; given the run before, how many were right abroad then. */
export function say(settings: ShiftSettings, outcome: ShiftOutcome, before?: ShiftOutcome): string {
  const { home, abroad } = homeAndAbroad(settings);
  const [atHome, away] = rightOf(outcome);
  const sure = perCent(outcome.abroad.confidence, 0);
  if (home === abroad) {
    return `At home, on ${CALLED[home].digits} that it has not seen, the model reads ${atHome} of 100 right and is ${sure} sure on average. It has gone nowhere yet: choose another set to use it on.`;
  }
  const takeaway = `At home the model reads ${atHome} of 100 right; of the ${CALLED[abroad].digits} ${away} of 100, and it is still ${sure} sure on average.`;
  if (!before) return takeaway;
  const [wasAtHome, wasAway] = rightOf(before);
  return wasAtHome === atHome && wasAway === away
    ? `${takeaway} As many as before, at home and abroad.`
    : `${takeaway} Before, it was ${wasAtHome} at home and ${wasAway} abroad.`;
}

/** Of 100, at home and abroad. */
function rightOf({ home, abroad }: ShiftOutcome): [home: string, abroad: string] {
  return [hundredths(home.accuracy), hundredths(abroad.accuracy)];
}

/** One row for every pair of sets that this run has measured. */
export function tabulate(settings: ShiftSettings, outcome: ShiftOutcome): Rows {
  const { home, abroad } = homeAndAbroad(settings);
  const role = (trained: SetName, tested: SetName): string => {
    if (trained !== home) return '';
    if (tested === home) return tested === abroad ? 'home and abroad' : 'home';
    return tested === abroad ? 'abroad' : '';
  };
  const rows = SETS.flatMap((trained, i) =>
    SETS.flatMap((tested, j) => {
      const score = outcome.matrix[i]?.[j];
      if (!score) return [];
      const names = [CALLED[trained].name, CALLED[tested].name, role(trained, tested)];
      return [[...names, perCent(score.accuracy), perCent(score.confidence), score.digits]];
    }),
  );
  return {
    caption: 'Digits read right and mean confidence, on held-out digits',
    head: ['trained on', 'used on', 'here', 'right', 'mean confidence', 'digits'],
    rows,
  };
}
