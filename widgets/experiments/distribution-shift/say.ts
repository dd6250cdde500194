/** The run in a sentence, and as a table. */
import { number } from '../../kit/draw/format.ts';
import type { Rows } from '../../kit/contract/widget.ts';
import { CALLED, SETS, type SetName } from './sets.ts';
import { homeAndAbroad } from './training-sets.ts';
import type { ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';

/** A share as whole hundredths. */
export function hundredths(share: number): string {
  return number(share * 100);
}

/** The takeaway; given the run before, how many were right abroad then. */
export function say(settings: ShiftSettings, outcome: ShiftOutcome, before?: ShiftOutcome): string {
  const { home, abroad } = homeAndAbroad(settings);
  const atHome = hundredths(outcome.home.accuracy);
  const away = hundredths(outcome.abroad.accuracy);
  const sure = `${hundredths(outcome.abroad.confidence)} %`;
  if (home === abroad) {
    return `At home, on ${CALLED[home].digits} that it has not seen, the model reads ${atHome} of 100 right and is ${sure} sure on average. It has gone nowhere yet: choose another set to use it on.`;
  }
  const takeaway = `At home the model reads ${atHome} of 100 right; of the ${CALLED[abroad].digits} ${away} of 100, and it is still ${sure} sure on average.`;
  return before ? `${takeaway} ${change(outcome, before)}` : takeaway;
}

function change(outcome: ShiftOutcome, before: ShiftOutcome): string {
  const was = hundredths(before.abroad.accuracy);
  const atHome = hundredths(before.home.accuracy);
  if (was === hundredths(outcome.abroad.accuracy) && atHome === hundredths(outcome.home.accuracy)) {
    return 'As many as before, at home and abroad.';
  }
  return `Before, it was ${atHome} at home and ${was} abroad.`;
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
      const [right, sure] = [score.accuracy, score.confidence].map(
        (share) => `${number(share * 100, 1)} %`,
      );
      const names = [CALLED[trained].name, CALLED[tested].name, role(trained, tested)];
      return [[...names, right ?? null, sure ?? null, score.digits]];
    }),
  );
  return {
    caption: 'Digits read right and mean confidence, on held-out digits',
    head: ['trained on', 'used on', 'here', 'right', 'mean confidence', 'digits'],
    rows,
  };
}
