/** The run in a sentence, and as a table. */
import { extent } from 'd3-array';
import type { Rows } from '#kit/contract';
import { number, perCent } from '#kit/draw';
import type { OfficerOutcome } from './outcome.ts';
import type { OfficerSettings } from './params.ts';
import { COUNTS, NAMES, SAID, shareOf, SHARES, type Count, type Lamp } from './rates.ts';

/** Of whom each is a share, with both counts. */
export const counted = ([some, all]: Count): string => `${number(some)} of ${number(all)}`;
/** A gap in points, with its sign where the Black applicants are better off. */
export const points = (gap: number): string => number(100 * gap, 1);

/** The takeaway: who is approved, and which shares are equal. */
export function say(_: OfficerSettings, outcome: OfficerOutcome): string {
  const { isBank, groups, compared } = outcome;
  const percent = (count: Count): string => perCent(shareOf(count), 0);
  const [white, black] = [COUNTS.approval(groups.white), COUNTS.approval(groups.black)];
  const told = `${counted(white)} white applicants (${percent(white)}) and ${counted(black)} Black ones (${percent(black)}): a gap of ${points(compared.approval?.gap ?? 0)} points.`;
  if (isBank) return `The banks approved ${told}`;
  const named = (lamp: Lamp): string =>
    SHARES.flatMap((share) => (compared[share]?.lamp === lamp ? NAMES[share] : [])).join(', ');
  const unsure = named('cannot tell');
  return `The model approves ${told} Equal to within 5 points: ${named('lit') || 'none of the five shares'}${unsure && `; too few people to tell: ${unsure}`}.`;
}

/** A moment of the redraws. */
export function tellRedraw(_: unknown, outcome: OfficerOutcome, moment: number): string {
  const { redraws, compared } = outcome;
  const [least = 0, most = 0] = extent(redraws.slice(0, moment + 1), ([approval]) => approval);
  return `Draw ${number(moment + 1)}: as many applicants again, drawn from these with replacement, have an approval gap of ${points(redraws[moment]?.[0] ?? 0)} points instead of ${points(compared.approval?.gap ?? 0)}. So far: ${points(least)} to ${points(most)}.`;
}

/** Each share in both groups, the gap and whether it is one; of the banks only what they approved. */
export function tabulate(_: OfficerSettings, { isBank, compared }: OfficerOutcome): Rows {
  const of = (count: Count): string => `${counted(count)}, ${perCent(shareOf(count))}`;
  const rows = SHARES.map((share) => {
    const one = compared[share];
    if (!one) return [NAMES[share], null, null, null, null, null];
    const ends = `${points(one.low)} to ${points(one.high)}`;
    return [NAMES[share], of(one.white), of(one.black), points(one.gap), ends, SAID[one.lamp]];
  });
  const head = ['share', 'white', 'Black', 'gap', '90 % interval', 'equal?'];
  const caption =
    'Each share in both groups, recall to accuracy against the banks’ decisions. The gap is white minus Black, in points, with its 90 % interval; equal if all of that lies within 5 points of 0, unequal if none of it does.';
  if (!isBank) return { caption, head, rows };
  const approved = rows.slice(0, 1).map((row) => row.slice(0, 4));
  const ofBanks = 'What the banks decided; the gap in points';
  return { caption: ofBanks, head: head.slice(0, 4), rows: approved };
}
