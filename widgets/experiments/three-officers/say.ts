/** The run in a sentence, and as a table. */
import type { Rows } from '../../kit/contract/widget.ts';
import { number } from '../../kit/draw/format.ts';
import { perCent } from '../../kit/draw/shares.ts';
import type { OfficerOutcome } from './outcome.ts';
import type { OfficerSettings } from './params.ts';
import { COUNTS, SHARES, type Compared, type Count, type Share } from './rates.ts';

/** The five shares as they are called. */
export const NAMES: Readonly<Record<Share, string>> = {
  approval: 'approved',
  tpr: 'approved of the banks’ yes',
  fpr: 'approved of the banks’ no',
  ppv: 'banks’ yes of the approved',
  accuracy: 'decided as the banks did',
};

/** Of whom each is a share, with both counts. */
function counted([some, all]: Count): string {
  return `${number(some)} of ${number(all)}`;
}

/** A gap in points, with its sign where the Black applicants are better off. */
export function points(gap: number, digits = 1): string {
  return number(100 * gap, digits);
}

/** The takeaway: who is approved, and which lamps are lit. */
export function say(_: OfficerSettings, outcome: OfficerOutcome): string {
  const { isBank, groups, compared } = outcome;
  const [white, black] = [COUNTS.approval(groups.white), COUNTS.approval(groups.black)];
  const gap = compared.approval?.gap ?? 0;
  const shares = `${counted(white)} white applicants (${perCent(white[0] / white[1], 0)}) and ${counted(black)} Black ones (${perCent(black[0] / black[1], 0)})`;
  const apart = `a gap of ${points(gap)} points`;
  return isBank
    ? `The banks approved ${shares}: ${apart}.`
    : `Approved are ${shares}: ${apart}. ${lampsOf(outcome)}`;
}

function lampsOf({ compared }: OfficerOutcome): string {
  const lit = SHARES.filter((share) => compared[share]?.lamp === 'lit');
  const unsure = SHARES.filter((share) => compared[share]?.lamp === 'cannot tell').length;
  const first =
    lit.length === 0 ? 'No lamp is lit' : `Lit: ${lit.map((share) => NAMES[share]).join('; ')}`;
  return unsure === 0
    ? `${first}, and none is in doubt.`
    : `${first}. Cannot tell: ${number(unsure)} of the five.`;
}

/** Each share in both groups, the gap and its lamp; of the banks only what they approved. */
export function tabulate(_: OfficerSettings, { isBank, compared }: OfficerOutcome): Rows {
  const head = ['share', 'white', 'Black', 'gap', '90 % interval', 'lamp'];
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
          'Each share in both groups. The gap is white less Black, in points, with its 90 % interval; a lamp is lit if all of that lies within 5 points of 0, off if none of it does.',
        head,
        rows,
      };
}

function ofBoth(count: Count): string {
  return `${counted(count)}, ${perCent(count[0] / count[1])}`;
}

function gapCells({ gap, low, high, lamp }: Compared): readonly [string, string, string] {
  return [points(gap), `${points(low)} to ${points(high)}`, lamp];
}
