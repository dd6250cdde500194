/** The run in a sentence, and as a table. */
import { extent } from 'd3-array';
import type { Rows } from '#kit/contract';
import { number, perCent } from '#kit/draw';
import type { OfficerOutcome } from './outcome.ts';
import type { OfficerSettings } from './params.ts';
import { COUNTS, NAMES, SAID, SHARES, type Count, type Lamp } from './rates.ts';

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
  const told = `${counted(white)} white applicants (${perCent(white[0] / white[1], 0)}) and ${counted(black)} Black ones (${perCent(black[0] / black[1], 0)}): a gap of ${points(compared.approval?.gap ?? 0)} points.`;
  if (isBank) return `The banks approved ${told}`;
  const named = (lamp: Lamp): string =>
    SHARES.flatMap((share) => (compared[share]?.lamp === lamp ? NAMES[share] : [])).join(', ');
  const unsure = named('cannot tell');
  return `The model approves ${told} Equal to within 5 points: ${named('lit') || 'none of the five shares'}${unsure && `; too few people to tell: ${unsure}`}.`;
}

/** A moment of the redraws. */
export function tellRedraw(_: unknown, outcome: OfficerOutcome, moment: number): string {
  const { redraws, compared } = outcome;
  const seen = redraws.slice(0, moment + 1).flatMap(([approval]) => approval ?? []);
  const [now = 0] = redraws[moment] ?? [];
  const [least = 0, most = 0] = extent(seen);
  return `Draw ${number(moment + 1)}: as many applicants again, drawn from these with replacement, have an approval gap of ${points(now ?? 0)} points instead of ${points(compared.approval?.gap ?? 0)}. So far: ${points(least)} to ${points(most)}.`;
}

const HEAD = ['share', 'white', 'Black', 'gap', '90 % interval', 'equal?'];

/** Each share in both groups, the gap and whether it is one; of the banks only what they approved. */
export function tabulate(_: OfficerSettings, { isBank, compared }: OfficerOutcome): Rows {
  const rows = SHARES.map((share) => {
    const one = compared[share];
    if (!one) return [NAMES[share], null, null, null, null, null];
    const interval = `${points(one.low)} to ${points(one.high)}`;
    return [
      NAMES[share],
      ...[one.white, one.black].map(ofAll),
      points(one.gap),
      interval,
      SAID[one.lamp],
    ];
  });
  return isBank
    ? {
        caption: 'What the banks decided; the gap in points',
        head: HEAD.slice(0, 4),
        rows: rows.slice(0, 1).map((row) => row.slice(0, 4)),
      }
    : {
        caption:
          'Each share in both groups, recall to accuracy against the banks’ decisions. The gap is white minus Black, in points, with its 90 % interval; equal if all of that lies within 5 points of 0, unequal if none of it does.',
        head: HEAD,
        rows,
      };
}

function ofAll(count: Count): string {
  return `${counted(count)}, ${perCent(count[0] / count[1])}`;
}
