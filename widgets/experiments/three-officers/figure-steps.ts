/** Three further pictures: how race can be guessed, what two lines can do, and why not everything can be equal. */
import { max } from 'd3-array';
import type { BarRow, Point, Step } from '#kit/draw';
import { askedChart, barRows, cells, dots, line, number, ofWhole, panel } from '#kit/draw';
import { perCent, series, STEP_WIDTH, toStep } from '#kit/draw';
import { MAP, stretchesOf, type OfficerOutcome } from './outcome.ts';
import { COUNTS, forced, shareOf, sizeOf, type Group } from './rates.ts';

/** How well race can be guessed from each fact, and from all of them. */
export function proxyStep({ guess: { pairs, byFact } }: OfficerOutcome): Step {
  const rows = [['all together', pairs] as const, ...byFact].map(([name, won], i): BarRow => {
    const [look, say] = i > 0 ? ['before', 'soft'] : ['run-fill', 'run strong'];
    return { name, bars: [[won - 0.5, look]], told: number(100 * won), say };
  });
  const lay = { width: STEP_WIDTH, most: 0.3, pitch: 17, bar: 10, left: 150, right: 22 };
  const title = { title: 'Guessing race', note: 'pairs of 100 told apart; 50 is chance' };
  const [best, next] = byFact.map(([name]) => name);
  return toStep(panel(title, barRows(rows, lay)), {
    name: 'proxies',
    asks: 'Nobody tells the model. How can it know?',
    says: `A second model, which guesses race from these facts alone, picks the Black one out of a Black and a white applicant in ${number(100 * pairs)} of 100 pairs; a coin would in 50. By itself ${best ?? ''} tells most, then ${next ?? ''}.`,
  });
}

/** What every pair of lines would make equal. */
export function mapStep({ isBank, map, groups: { white, black } }: OfficerOutcome): Step {
  const refused = (group: Group): number => 100 * (1 - shareOf(COUNTS.approval(group)));
  const here: Point = [refused(white), refused(black)];
  const most = 100 * MAP.step * (MAP.steps - 1);
  const isInside = Math.max(refused(white), refused(black)) <= most;
  const axis = { extent: [0, most], ticks: 4 } as const;
  const [nobody = 0, ...others] = map;
  return askedChart({
    ...{ title: 'Shares made equal by two lines', height: 240, right: 8, keyBelow: true },
    x: { ...axis, label: '% refused, white' },
    y: { ...axis, label: '% refused, Black' },
    marks: [
      cells(stretchesOf(map, [1]), { look: 'before pale', key: 'one share' }),
      cells(stretchesOf(map, [2, 3, 4, 5]), { key: 'two or more' }),
      line(series([0, most], 0, most), { look: 'hair' }),
      dots(isInside ? [here] : [], { look: 'run-line', key: 'as set' }),
    ],
    name: 'map',
    asks: 'What can a line for each group do?',
    says: isBank
      ? 'The banks had no score to draw a line in. Let a model decide, and every pair of lines is tried here.'
      : `Refusing nobody makes ${number(nobody)} of the five shares equal. Of the other ${number(others.length)} pairs of lines, ${number(others.filter((lit) => lit > 0).length)} make any equal; none makes more than ${number(max(others) ?? 0)}.`,
  });
}

/** What equal shares would force: a precision and a recall of 95 % in both groups. */
export function identityStep({ groups: { white, black } }: OfficerOutcome): Step {
  const of = (group: Group, who: string, look: string) => {
    const base = (group.bothApproved + group.onlyBanks) / sizeOf(group);
    const share = forced(base, 0.95, 0.05);
    const [banks, told] = [perCent(base, 0), perCent(share, 0)];
    const name = `${who}: the banks approved ${banks}`;
    return { name, bars: ofWhole(share, look), told, say: 'soft words', banks };
  };
  const [one, other] = [of(white, 'white', 'cat-1'), of(black, 'Black', 'cat-3')];
  const lay = { width: STEP_WIDTH, most: 1, pitch: 56, right: 40, isAtEnd: true };
  const note = 'the false positive rate, by arithmetic';
  const title = { title: 'If precision and recall were 95 %', note };
  return toStep(panel(title, barRows([one, other], lay)), {
    name: 'identity',
    asks: 'Why can they not all be equal?',
    says: `Suppose that both groups had a precision of 95 % and a recall of 95 %. Then the false positive rate must be ${one.told} for the white and ${other.told} for the Black applicants: it is arithmetic, because the banks approved ${one.banks} of one group and ${other.banks} of the other.`,
  });
}
