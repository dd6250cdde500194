/** The figure: the applicants by score with the line that refuses, and the gaps between the shares of both groups; three steps below. */
import { max, range, sum } from 'd3-array';
import type { SeenRun, View } from '#kit/contract';
import type { BarRow, Drawing, Mark, Part, Point, Step } from '#kit/draw';
import { askedChart, band, barRows, bars, below, beside, byHandles, cells, chart } from '#kit/draw';
import { clamped, dots, drawing, handle, labelAt, line, number, ofWhole, panel } from '#kit/draw';
import { perCent, rule, series, STEP_WIDTH, toStep, words } from '#kit/draw';
import { COLUMNS, MAP, shareBefore, stretchesOf, type OfficerOutcome } from './outcome.ts';
import { params, type OfficerSettings } from './params.ts';
import { COUNTS, forced, MARGIN, NAMES, SAID, shareOf, SHARES, sizeOf } from './rates.ts';
import type { Group, Share } from './rates.ts';
import { counted, points } from './say.ts';

type Ran = SeenRun<OfficerSettings, OfficerOutcome>;
type Seen = View<OfficerSettings, OfficerOutcome>;

const LABEL =
  'All applicants in the order of their scores, the white ones as bars above a line and the Black ones below it, with an upright line that parts the refused from the approved; beside them five shares of each group, with the gap between the groups.';
/** The settings that move a line: of whom, counted where in a column, and how far the line goes, in people above the middle. */
const LINES = {
  refused: { name: 'white', whom: 'all', counts: [0, 4], over: [-22, 25] },
  refusedWhite: { name: 'white', whom: 'white', counts: [0, 2], over: [0, 25] },
  refusedBlack: { name: 'black', whom: 'Black', counts: [2, 4], over: [-22, 0] },
} as const;
type LineName = keyof typeof LINES;

/** Draws the run for a page or a phone. */
export function draw(settings: OfficerSettings, outcome: OfficerOutcome, view: Seen): Drawing {
  const run = { settings, outcome };
  const [people, gaps] = [drawPeople(run, view), drawGaps(run, view)];
  const whole = view.layout === 'wide' ? beside(20, people, gaps) : below(8, people, gaps);
  const steps = [proxyStep, mapStep, identityStep].map((step) => step(outcome));
  return { ...drawing(whole, LABEL), steps };
}

/** A line is taken along the applicants: it refuses the share, of all or of its group, that stands before it. */
export const edit = byHandles<typeof params, OfficerOutcome>(
  params,
  'refused',
  (at, _, name, outcome) => shareBefore(outcome?.columns ?? [], LINES[name as LineName].counts, at),
);

function drawPeople(run: Ran, view: Seen): Part {
  const { isBank } = run.outcome;
  return chart<OfficerSettings, OfficerOutcome>({
    title: isBank ? 'The banks decide' : 'By the model’s score',
    aside: 'solid: the banks refused',
    ...{ view, run, left: 30, right: 0, width: 320, height: { wide: 280, narrow: 144 } },
    x: { extent: [0, COLUMNS], label: `%, ${isBank ? 'those refused' : 'lowest score'} first` },
    y: {
      ...{ extent: LINES.refused.over, ticks: 5, label: 'applicants' },
      format: (count) => number(Math.abs(count)),
    },
    marks: ({ settings, outcome }) => [
      ...groupOf('refusedWhite', 'cat-1', outcome),
      ...groupOf('refusedBlack', 'cat-3', outcome),
      rule({ y: 0 }),
      ...(isBank ? [] : gripsOf(settings, outcome)),
    ],
  });
}

function groupOf(sets: LineName, look: string, { columns, groups, lines }: OfficerOutcome): Mark[] {
  const { name, whom, over, counts } = LINES[sets];
  const approved = COUNTS.approval(groups[name]);
  const key = `${whom}: ${counted(approved)} approved, ${perCent(shareOf(approved), 0)}`;
  const way = Math.sign(over[0] + over[1]);
  const people = columns.map((column) => column.slice(...counts).map((count) => way * count));
  const [all, refused] = [people.map((some) => sum(some)), people.map(([some = 0]) => some)];
  return [
    cells([[[0, lines[name]], over]], { look: 'band', isGround: true }),
    bars(all, { look: `${look} pale` }),
    bars(refused, { look, key }),
    line(over.map((y) => [lines[name], y])),
  ];
}

function gripsOf(settings: OfficerSettings, { isSeparate, lines }: OfficerOutcome): Mark[] {
  const names: LineName[] = isSeparate ? ['refusedWhite', 'refusedBlack'] : ['refused'];
  return names.map((sets, i) => {
    const { name, whom, over } = LINES[sets];
    return handle({
      ...{ sets, param: params[sets], value: settings[sets], along: 'x', at: lines[name], over },
      ...{ name: `line of ${whom} applicants`, told: `${perCent(settings[sets], 0)} refused` },
      ...{ keys: `← → move it${isSeparate ? ', ↑ ↓ other' : ''}`, waits: true, isOther: i > 0 },
    });
  });
}

/** The gaps over an axis of points, a row for each share; all marks but those of the first wait for the prediction. */
function drawGaps(run: Ran, view: Seen): Part {
  // Another run is seen to its end.
  const moment = (of: OfficerOutcome) => (of === run.outcome ? view.moment : undefined);
  return chart<OfficerSettings, OfficerOutcome>({
    ...{ title: 'Gap in points: white minus Black', note: 'shaded: counts as equal' },
    ...{ view, run, top: 2, right: 112 },
    ...{ width: { wide: 340, narrow: 320 }, height: { wide: 286, narrow: 126 } },
    x: { extent: [-30, 50], ticks: [-30, 0, 50], label: 'points' },
    y: {
      ...{ extent: [SHARES.length, 0], ticks: range(0.5, SHARES.length) },
      format: (at) => NAMES[SHARES[Math.floor(at)] ?? 'tpr'],
    },
    marks: ({ outcome }) => [
      band({ x: [-100 * MARGIN, 100 * MARGIN] }),
      ...SHARES.flatMap((share, i) => gapOf(share, i, outcome, moment(outcome))),
    ],
  });
}

/** A share: what chance leaves open, or what it has done in other draws; the gap, and both in words. */
function gapOf(share: Share, i: number, outcome: OfficerOutcome, moment = Infinity): Mark[] {
  const { compared, redraws, isBank } = outcome;
  const [at, one, waits] = [i + 0.5, compared[share], i > 0];
  const told = (text: string, by: number, say: string, late = waits): Mark =>
    words(text, ({ right, y }) => [labelAt(text, right + by, y(at) + 4.5)], { say, waits: late });
  if (!one) return [told(isBank ? '–' : 'nobody approved', 8, 'soft')];
  const along = (gaps: readonly number[]): Point[] => gaps.map((gap) => [100 * gap, at]);
  const seen = redraws.slice(0, moment + 1).flatMap((gaps) => gaps[i] ?? []);
  const open =
    moment + 1 < redraws.length
      ? dots(along(seen), { r: 2, look: 'before', waits })
      : line(along([one.low, one.high]), { waits });
  return [
    rule({ y: at }, { waits }),
    ...[open, dots(along([one.gap]), { r: 3, waits })].map(clamped),
    told(points(one.gap), 8, 'run strong'),
    told(SAID[one.lamp], 50, 'words', true),
  ];
}

function proxyStep({ guess: { pairs, byFact } }: OfficerOutcome): Step {
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

function mapStep({ isBank, map, groups: { white, black } }: OfficerOutcome): Step {
  const refused = (group: Group): number => 100 * (1 - shareOf(COUNTS.approval(group)));
  const here = [refused(white), refused(black)] as const;
  const most = 100 * MAP.step * (MAP.steps - 1);
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
      dots(Math.max(...here) <= most ? [here] : [], { look: 'run-line', key: 'as set' }),
    ],
    name: 'map',
    asks: 'What can a line for each group do?',
    says: isBank
      ? 'The banks had no score to draw a line in. Let a model decide, and every pair of lines is tried here.'
      : `Refusing nobody makes ${number(nobody)} of the five shares equal. Of the other ${number(others.length)} pairs of lines, ${number(others.filter((lit) => lit > 0).length)} make any equal; none makes more than ${number(max(others) ?? 0)}.`,
  });
}

function identityStep({ groups: { white, black } }: OfficerOutcome): Step {
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
