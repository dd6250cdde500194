/** The run in a sentence, and as a table. */
import type { Missing, Rows } from '#kit/contract';
import { hundredths, number, perCent } from '#kit/draw';
import { inAll, inNew, inOld, mixed, readingOf, rightIn } from './outcome.ts';
import type { NewClassesOutcome, Reading } from './outcome.ts';
import type { NewClassesSettings, Use } from './params.ts';
import { below, wrongFrom, type Tally } from './reading.ts';

/** The takeaway; given the run before, how many were right then. */
export function say(
  settings: NewClassesSettings,
  outcome: NewClassesOutcome,
  before?: NewClassesOutcome,
): string {
  const reading = readingOf(outcome);
  if (!reading) return 'The network has not learned yet.';
  const first = takeaway(settings, outcome.use, reading);
  const was = before && inAll(before, rightIn);
  const now = inAll(outcome, rightIn);
  if (typeof was !== 'number' || was === now) return first;
  return `${first} Before, ${hundredths(was)} of 100 were read right.`;
}

function takeaway(settings: NewClassesSettings, use: Use, { old, fresh }: Reading): string {
  const { known, newLabels, keepOld } = settings;
  const { arrived, merged } = use;
  const all = hundredths(mixed(arrived, rightIn(old), rightIn(fresh)));
  const one = merged === 'none' ? '' : ', with 4 and 9 as one class';
  const isTaught = known === '8' && newLabels > 0;
  if (arrived === 0 && !isTaught)
    return `The network reads ${all} of 100 digits right${one}, and is ${hundredths(old.sure)} % sure of an answer on average.`;
  const groups = `${hundredths(rightIn(fresh))} of 100 8s and 9s and ${hundredths(rightIn(old))} of 100 other digits right${one}`;
  if (isTaught || known === '10') {
    const gone = keepOld === '0' ? ' and the old ones thrown away' : '';
    const who = isTaught ? `With ${number(newLabels)} new labels${gone}, the` : 'The';
    return `${who} network reads ${groups}: ${all} of 100 that arrive.`;
  }
  return `Of 100 digits that arrive, the network reads ${all} right${one}. It has never seen an 8 or a 9, and is ${hundredths(fresh.sure)} % sure of its answers to them.`;
}

/** Both groups and all that arrives: read right, how sure, sent to a person, wrong unasked. */
export function tabulate(_: NewClassesSettings, outcome: NewClassesOutcome): Rows {
  const { arrived, askBelow } = outcome.use;
  const told = (share: number | Missing) => (typeof share === 'number' ? perCent(share) : null);
  const row = (what: string, of: (group: Tally) => number) => [
    what,
    ...[inOld, inNew, inAll].map((group) => told(group(outcome, of))),
  ];
  return {
    caption: `Of held-out digits, ${perCent(arrived, 0)} of them 8s and 9s`,
    head: ['what', '0 to 7', '8 and 9', 'all that arrive'],
    rows: [
      row('read right', rightIn),
      row('how sure, on average', ({ sure }) => sure),
      row('sent to a person', (group) => below(group, askBelow)),
      row('read wrong, and nobody asked', (group) => wrongFrom(group, askBelow)),
    ],
  };
}
