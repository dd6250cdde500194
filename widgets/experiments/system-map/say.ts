/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { hundredths, number, perCent } from '#kit/draw';
import { DAYS, SLIPS, wentWrong, type MapOutcome } from './model.ts';
import { inWords, type Box, type MapSettings } from './params.ts';

/** What it is for each box to be down. */
const HAPPENS: Readonly<Record<Box, string>> = {
  infrastructure: 'nobody tests a release or looks at what comes back',
  interface: 'the scan button is where few guests find it',
  data: 'every slip arrives one column off',
  algorithm: 'the new network is an eighth of the old one',
  hardware: 'the laptop is dead',
};

/** The takeaway. */
export function say(_: MapSettings, outcome: MapOutcome): string {
  const { down } = outcome;
  const lost = `${number(wentWrong(outcome))} of the month’s ${number(SLIPS * DAYS)}`;
  if (down.length === 0)
    return `All five work: ${hundredths(outcome.served)} of 100 slips become the dish that was ordered, as the test report says, and ${lost} go wrong.`;
  const what = down.map((box) => HAPPENS[box]).join(', and ');
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}. ${reported(outcome)}; ${guests(outcome)}, and ${lost} slips go wrong.`;
}

function reported({ down, report }: MapOutcome): string {
  if (report === null) return 'There is no test report';
  const says = `The test report says ${hundredths(report)} of 100`;
  return down.includes('algorithm') ? `${says}, so that network is not released` : says;
}

function guests({ down, stopped, lasts, meanwhile }: MapOutcome): string {
  const now = hundredths(meanwhile);
  const until = down.includes('infrastructure')
    ? 'for the whole month'
    : 'until somebody sees it in the evening';
  if (stopped === 0) return `the guests ${lasts > 0 ? `get ${now} ${until}` : `still get ${now}`}`;
  const stop = 'no slip is read until there is another laptop on the second day';
  return lasts > 0 ? `${stop}, then the guests get ${now} ${until}` : stop;
}

/** What this run measures, a row each. */
export function tabulate(_: MapSettings, outcome: MapOutcome): Rows {
  const { down, report, served, unread, stopped, lasts, wrong, neverRead } = outcome;
  return {
    caption: `Down: ${inWords(down)}`,
    head: ['what', 'value'],
    rows: [
      ['right in the test report', report === null ? 'no report' : perCent(report, 0)],
      ['slips of the first day that become the right dish', perCent(served, 0)],
      ['slips of the first day that are never read', perCent(unread, 0)],
      ['days on which a fault reaches the guests', stopped + lasts],
      ['wrong dishes in the month', number(wrong)],
      ['slips never read in the month', number(neverRead)],
      [`slips that go wrong in the month, of ${number(SLIPS * DAYS)}`, number(wentWrong(outcome))],
    ],
  };
}
