/** The run in a sentence, and as a table. */
import type { Rows } from '../../kit/contract/widget.ts';
import { number } from '../../kit/draw/format.ts';
import { hundredths, perCent } from '../../kit/draw/shares.ts';
import { DAYS, SLIPS, type MapOutcome } from './model.ts';
import { BOXES, type Box, type MapSettings } from './params.ts';

/** What it is for each box to be down. */
const HAPPENS: Readonly<Record<Box, string>> = {
  infrastructure: 'nobody tests a release or looks at what comes back',
  interface: 'the scan button is where few guests find it',
  data: 'every slip arrives one column off',
  algorithm: 'the network is an eighth of what it was',
  hardware: 'the laptop is dead',
};

/** The takeaway. */
export function say(_: MapSettings, outcome: MapOutcome): string {
  const { down, report, served } = outcome;
  const [test, now] = [hundredths(report), hundredths(served)];
  if (down.length === 0)
    return `All five work: ${now} of 100 slips become the dish that was ordered, as the test report says.`;
  const what = down.map((box) => HAPPENS[box]).join(', and ');
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}. The test report says ${test} of 100, the guests get ${now}; ${ending(outcome)}.`;
}

function ending({ down, lasts, wrong }: MapOutcome): string {
  const isDown = (box: Box): boolean => down.includes(box);
  const dishes = `${number(wrong)} dishes of ${number(SLIPS * DAYS)} are wrong this month`;
  if (isDown('hardware')) return 'everybody sees that within the day';
  if (lasts === DAYS) return `nobody looks for a month, and ${dishes}`;
  if (lasts > 0) return `that evening somebody sees it, and ${dishes}`;
  return isDown('algorithm')
    ? 'it fails its test and never gets into the canteen'
    : `today that changes nothing, and ${dishes}`;
}

/** What this run measures, a row each. */
export function tabulate(_: MapSettings, outcome: MapOutcome): Rows {
  const { down, report, served, unread, lasts, wrong } = outcome;
  const name = down.length === 0 ? 'nothing' : down.map((box) => BOXES[box]).join(' and ');
  return {
    caption: `Down: ${name}`,
    head: ['what', 'value'],
    rows: [
      ['right in the test report', perCent(report, 0)],
      ['slips that become the right dish', perCent(served, 0)],
      ['slips that never reach the network', perCent(unread, 0)],
      ['days until it is mended', lasts],
      [`wrong dishes of ${number(SLIPS * DAYS)} in a month`, number(wrong)],
    ],
  };
}
