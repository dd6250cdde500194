/** Three further pictures: how race can be guessed, what two lines can do, and why not everything can be equal. */
import { max, range } from 'd3-array';
import type { Cell, Ground, Markup, Step } from '#kit/draw';
import { barRows, cells, chart, dots, line, number, panel, perCent, series, svg } from '#kit/draw';
import { special, toStep } from '#kit/draw';
import { MAP, type OfficerOutcome } from './outcome.ts';
import { COUNTS, sizeOf, type Group } from './rates.ts';

/** Steps are shown as wide as this. */
const WIDE = 240;

/** The three of them. */
export function stepsOf(outcome: OfficerOutcome): readonly Step[] {
  return [proxyStep(outcome), mapStep(outcome), identityStep(outcome)];
}

/** How well race can be guessed from each fact, and from all of them. */
function proxyStep({ guess: { pairs, byFact } }: OfficerOutcome): Step {
  const rows = [['all together', pairs] as const, ...byFact];
  const bars = rows.map(([, won], i): Cell => [
    [0.5, Math.max(0.5, won)],
    [i + 0.2, i + 0.8],
  ]);
  // The numbers are all of two digits, so that names stand below each other.
  const names = ({ y }: Ground): Markup =>
    svg`${rows.map(([name, won], i) => svg`<text class="words${i === 0 && ' strong'}" y="${y(i) + 13}">${number(100 * won, 0)} ${name}</text>`)}`;
  const drawn = chart({
    title: 'Guessing race',
    note: 'pairs of 100 told apart; 50 is chance',
    ...{ width: WIDE, height: 17 * rows.length, left: 168, top: 0, foot: 0 },
    x: { extent: [0.5, 0.8], isHidden: true },
    y: { extent: [rows.length, 0], isBare: true },
    marks: [cells(bars.slice(0, 1)), cells(bars.slice(1), { look: 'before' }), special(names)],
  });
  const [best, next] = byFact;
  return toStep(drawn, {
    name: 'proxies',
    asks: 'Nobody tells the model. How can it know?',
    says: `A second model, which guesses race from these facts alone, picks the Black one out of a Black and a white applicant in ${number(100 * pairs)} of 100 pairs; a coin would in 50. By itself ${best?.[0] ?? ''} tells most, then ${next?.[0] ?? ''}.`,
  });
}

/** What every pair of lines would make equal. */
function mapStep({ isBank, map, groups }: OfficerOutcome): Step {
  const refused = (group: Group): number => 100 * (1 - COUNTS.approval(group)[0] / sizeOf(group));
  const here = [refused(groups.white), refused(groups.black)] as const;
  const most = 100 * MAP.step * (MAP.steps - 1);
  const half = 50 * MAP.step;
  const axis = { extent: [-half, most + half], ticks: 4 } as const;
  const drawn = chart({
    title: 'Shares made equal by two lines',
    width: WIDE,
    height: 240,
    x: { ...axis, label: '% refused, white' },
    y: { ...axis, label: '% refused, Black' },
    keyBelow: true,
    marks: [
      cells(fieldOf(map, [1]), { look: 'before pale', key: 'one share' }),
      cells(fieldOf(map, [2, 3, 4, 5]), { key: 'two or more' }),
      line(series([0, most], 0, most), { look: 'hair' }),
      dots(Math.max(...here) <= most ? [here] : [], { look: 'run-line', key: 'as set' }),
    ],
  });
  const [nobody = 0, ...others] = map;
  const some = others.filter((lit) => lit > 0).length;
  return toStep(drawn, {
    name: 'map',
    asks: 'What can a line for each group do?',
    says: isBank
      ? 'The banks had no score to draw a line in. Let a model decide, and every pair of lines is tried here.'
      : `Refusing nobody makes ${number(nobody)} of the five shares equal. Of the other ${number(others.length)} pairs of lines, ${number(some)} make any equal; none makes more than ${number(max(others) ?? 0)}.`,
  });
}

/** Stretches of the map, row by row, with so many shares equal. */
function fieldOf(map: readonly number[], counts: readonly number[]): Cell[] {
  const { steps, step } = MAP;
  const edge = (place: number): number => 100 * step * (place - 0.5);
  return range(steps).flatMap((row) => {
    const isIn = (at: number): boolean =>
      at >= 0 && at < steps && counts.includes(map[row * steps + at] ?? 0);
    const ends = range(steps + 1).filter((at) => isIn(at) !== isIn(at - 1));
    return range(0, ends.length, 2).map((i): Cell => [
      [edge(ends[i] ?? 0), edge(ends[i + 1] ?? 0)],
      [edge(row), edge(row + 1)],
    ]);
  });
}

/** The share of those the banks refused that is approved, if these two shares are given: follows from what the four counts are. */
export function forced(base: number, ppv: number, missed: number): number {
  return (((base / (1 - base)) * (1 - ppv)) / ppv) * (1 - missed);
}

/** What equal shares would force: a precision and a recall of 95 % in both groups. */
function identityStep({ groups: { white, black } }: OfficerOutcome): Step {
  const of = (group: Group, who: string, look: string) => {
    const base = (group.bothApproved + group.onlyBanks) / sizeOf(group);
    const share = forced(base, 0.95, 0.05);
    const [banks, told] = [perCent(base, 0), perCent(share, 0)];
    const bars = [
      [share, look],
      [1 - share, 'hair'],
    ] as const;
    return { name: `${who}: the banks approved ${banks}`, bars, told, say: 'soft words', banks };
  };
  const [one, other] = [of(white, 'white', 'cat-1'), of(black, 'Black', 'cat-3')];
  const lay = { width: WIDE, most: 1, pitch: 56, right: 40, isAtEnd: true };
  const title = {
    title: 'If precision and recall were 95 %',
    note: 'the false positive rate, by arithmetic',
  };
  return toStep(panel(title, barRows([one, other], lay)), {
    name: 'identity',
    asks: 'Why can they not all be equal?',
    says: `Suppose that both groups had a precision of 95 % and a recall of 95 %. Then the false positive rate must be ${one.told} for the white and ${other.told} for the Black applicants: it is arithmetic, because the banks approved ${one.banks} of one group and ${other.banks} of the other.`,
  });
}
