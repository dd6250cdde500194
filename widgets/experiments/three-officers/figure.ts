/** The figure: the applicants by score with the line that refuses, and five shares of each group with the gap between them. */
import { range, sum } from 'd3-array';
import type { SeenRun, View } from '#kit/contract';
import type { Drawing, Mark, Part, Point } from '#kit/draw';
import { band, bars, below, beside, byHandles, cells, chart, clamped, dots } from '#kit/draw';
import { drawing, handle, labelAt, line, number, perCent, rule, words } from '#kit/draw';
import { identityStep, mapStep, proxyStep } from './figure-steps.ts';
import { COLUMNS, shareBefore, type OfficerOutcome } from './outcome.ts';
import { params, type OfficerSettings } from './params.ts';
import { COUNTS, MARGIN, NAMES, SAID, shareOf, SHARES, type Share } from './rates.ts';
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

/** The applicants: white ones above the middle line, Black ones below it, from the lowest score to the highest. */
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

/** The people of a group in each column, those solid whom the banks refused, and the line that refuses. */
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

/** What is taken hold of: one line for all, or one for each group. */
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
