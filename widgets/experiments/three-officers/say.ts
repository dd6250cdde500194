/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { number, perCent } from '#kit/draw';
import type { OfficerOutcome } from './outcome.ts';
import type { OfficerSettings } from './params.ts';
import { COUNTS, SHARES, type Compared, type Count, type Lamp, type Share } from './rates.ts';

/** The five shares as they are called; the truth that they are held against is what the banks decided. */
export const NAMES: Readonly<Record<Share, string>> = {
  approval: 'approved',
  tpr: 'recall',
  fpr: 'false positive rate',
  ppv: 'precision',
  accuracy: 'accuracy',
};

/** What a lamp says of a gap. */
export const SAID: Readonly<Record<Lamp, string>> = {
  lit: 'equal',
  off: 'unequal',
  'cannot tell': 'cannot tell',
};

/** Of whom each is a share, with both counts. */
function counted([some, all]: Count): string {
  return `${number(some)} of ${number(all)}`;
}

/** A gap in points, with its sign where the Black applicants are better off. */
export function points(gap: number, digits = 1): string {
  return number(100 * gap, digits);
}

/** The takeaway: who is approved, and which shares are equal. */
export function say(_: OfficerSettings, outcome: OfficerOutcome): string {
  const { isBank, groups, compared } = outcome;
  const [white, black] = [COUNTS.approval(groups.white), COUNTS.approval(groups.black)];
  const shares = `${counted(white)} white applicants (${perCent(white[0] / white[1], 0)}) and ${counted(black)} Black ones (${perCent(black[0] / black[1], 0)})`;
  const told = `${shares}: a gap of ${points(compared.approval?.gap ?? 0)} points.`;
  if (isBank) return `The banks approved ${told}`;
  const named = (lamp: Lamp): string =>
    SHARES.filter((share) => compared[share]?.lamp === lamp)
      .map((share) => NAMES[share])
      .join(', ');
  const unsure = named('cannot tell');
  return `The model approves ${told} Equal to within 5 points: ${named('lit') || 'none of the five shares'}${unsure && `; too few people to tell: ${unsure}`}.`;
}

/** Each share in both groups, the gap and whether it is one; of the banks only what they approved. */
export function tabulate(_: OfficerSettings, { isBank, compared }: OfficerOutcome): Rows {
  const head = ['share', 'white', 'Black', 'gap', '90 % interval', 'equal?'];
  const rows = SHARES.map((share) => {
    const one = compared[share];
    return one
      ? [NAMES[share], ofBoth(one.white), ofBoth(one.black), ...gapCells(one)]
      : [NAMES[share], null, null, null, null, null];
  });
  return isBank
    ? {
        caption: 'What the banks decided; the gap in points',
        head: head.slice(0, 4),
        rows: rows.slice(0, 1).map((row) => row.slice(0, 4)),
      }
    : {
        caption:
          'Each share in both groups, recall to accuracy against the banks’ decisions. The gap is white minus Black, in points, with its 90 % interval; equal if all of that lies within 5 points of 0, unequal if none of it does.',
        head,
        rows,
      };
}

function ofBoth(count: Count): string {
  return `${counted(count)}, ${perCent(count[0] / count[1])}`;
}

function gapCells({ gap, low, high, lamp }: Compared): readonly [string, string, string] {
  return [points(gap), `${points(low)} to ${points(high)}`, SAID[lamp]];
}
