/** The figure: the applicants by score with the line that refuses, and five shares of each group with the gap between them. */
import { sum } from 'd3-array';
import type { Layout, Moments, SeenRun, View } from '#kit/contract';
import type { Drawing, Ground, Mark, Markup, Part, Point } from '#kit/draw';
import {
  band,
  below,
  beside,
  byHandles,
  cells,
  chart,
  clamped,
  dots,
  dotsPath,
  drawing,
} from '#kit/draw';
import { handle, later, line, number, panel, perCent, rule, short, special, svg } from '#kit/draw';
import { waiting, widthOf } from '#kit/draw';
import { stepsOf } from './figure-steps.ts';
import { COLUMNS, type Column, type OfficerOutcome } from './outcome.ts';
import { params, type OfficerSettings } from './params.ts';
import { COUNTS, MARGIN, NAMES, SAID, SHARES, type Count, type Share } from './rates.ts';
import { points, tellRedraw } from './say.ts';

type Ran = SeenRun<OfficerSettings, OfficerOutcome>;
type Seen = View<OfficerSettings, OfficerOutcome>;

const LABEL =
  'All applicants as small marks in the order of their scores, the white ones above a line and the Black ones below it, with an upright line that parts the refused from the approved; beside them five shares of each group, with the gap between the groups.';
/** The settings that move a line: of whom, counted where in a column, and how far the line goes, in marks above the middle. */
const LINES = {
  refused: { whom: 'all', counts: [0, 4], over: [-22, 25] },
  refusedWhite: { whom: 'white', counts: [0, 2], over: [0, 25] },
  refusedBlack: { whom: 'Black', counts: [2, 4], over: [-22, 0] },
} as const;
type LineName = keyof typeof LINES;
const GROUPS = {
  white: { ...LINES.refusedWhite, called: 'White', look: 'cat-1', way: 1 },
  black: { ...LINES.refusedBlack, called: 'Black', look: 'cat-3', way: -1 },
} as const;
const BOTH = ['white', 'black'] as const;
type Group = (typeof BOTH)[number];
/** From one mark to the next in a column; room for a line of words above the marks, and below them. */
const ROW = { wide: 5, narrow: 2.2 };
const WORDS = 18;
/** How much of its place the mark of one takes whom the banks refused, and of one whom they approved. */
const SIZES = [0.82, 0.36];
/** Gaps that have room, in points. */
const RANGE = [-30, 50] as const;
/** A row of a gap: its height, its line, where its figures end, and where its mark stands. */
const GAPS = {
  wide: { width: 252, left: 0, right: 88, height: 58, middle: 31, figures: 252, base: 35 },
  narrow: { width: 320, left: 152, right: 82, height: 21, middle: 9, figures: 144, base: 13 },
} as const;

/** Draws the run for a page or a phone. */
export function draw(settings: OfficerSettings, outcome: OfficerOutcome, view: Seen): Drawing {
  const run = { settings, outcome };
  const [people, gaps] = [drawPeople(run, view), drawGaps(run, view)];
  const whole = view.layout === 'wide' ? beside(28, people, gaps) : below(8, people, gaps);
  const still = people.still && { ...people.still, width: 160, height: 110 };
  return { ...drawing(whole, LABEL, still), steps: stepsOf(outcome) };
}

/** A hundred other draws of as many applicants from these, one after the other: what chance does to each gap. */
export const timeline: Moments<OfficerOutcome, OfficerSettings> = {
  kind: 'moments',
  count: ({ redraws }) => redraws.length,
  label: (_, moment) => number(moment + 1),
  seconds: () => 15,
  played: () => Promise.resolve({ draw, say: tellRedraw }),
};

/** A line is taken along the applicants: it refuses the share, of all or of its group, that stands before it. */
export const edit = byHandles<typeof params, OfficerOutcome>(
  params,
  'refused',
  (at, _, name, outcome) => {
    const { counts } = LINES[name as LineName];
    const sizes = (outcome?.columns ?? []).map((column) => sum(column.slice(...counts)));
    return sum(sizes, (size, i) => size * Math.min(1, Math.max(0, at - i))) / sum(sizes);
  },
);

/** The applicants, a mark for each: white ones above the middle line, Black ones below it, from the lowest score to the highest. */
function drawPeople(run: Ran, view: Seen): Part {
  const { isBank } = run.outcome;
  const row = ROW[view.layout];
  const [down, up] = LINES.refused.over;
  return chart<OfficerSettings, OfficerOutcome>({
    title: isBank ? 'The banks decide' : 'By the model’s score',
    aside: 'square: the banks refused',
    ...{ view, run, left: 0, right: 0, top: WORDS + 2, foot: 36 },
    width: { wide: 400, narrow: 320 },
    height: (up - down) * row + 2 * WORDS + 38,
    x: {
      extent: [0, COLUMNS],
      label: isBank ? '% of all: first those refused' : '% of all, lowest score first',
    },
    y: { extent: [down - WORDS / row, up], isHidden: true },
    marks: ({ settings, outcome }) => {
      const { lines, columns, isSeparate } = outcome;
      const models: LineName[] = isSeparate ? ['refusedWhite', 'refusedBlack'] : ['refused'];
      const grips = models.map((sets, i) =>
        handle({
          ...{ sets, param: params[sets], value: settings[sets], along: 'x' },
          at: lines[i ? 'black' : 'white'],
          over: LINES[sets].over,
          name: `line of ${LINES[sets].whom} applicants`,
          told: `${perCent(settings[sets], 0)} refused`,
          keys: isSeparate ? '← → move it, ↑ ↓ other' : '← → move it',
          ...{ waits: true, isOther: i > 0 },
        }),
      );
      const told = ({ floor }: Ground): Markup =>
        svg`${countOf('white', outcome, 12)}${countOf('black', outcome, floor - 4)}`;
      return [
        ...BOTH.map((name) =>
          cells([[[0, lines[name]], GROUPS[name].over]], { look: 'band', isGround: true }),
        ),
        ...BOTH.map((name) => peopleOf(name, columns)),
        rule({ y: 0 }),
        line(
          BOTH.flatMap((name) => [...GROUPS[name].over, null].map((y): Point => [lines[name], y])),
        ),
        special(told, { still: false }),
        ...(isBank ? [] : grips),
      ];
    },
  });
}

/** The marks of a group: two paths, whose dashes are the people. */
function peopleOf(name: Group, columns: readonly Column[]): Mark {
  const { look, counts, way } = GROUPS[name];
  return special(({ x, y }) => {
    const [wide, high] = [x(1) - x(0), y(0) - y(1)];
    const paths = SIZES.map((size, isApproved) => {
      const d = columns.map((column, c) => {
        const [refused = 0, approved = 0] = column.slice(...counts);
        const [before, count] = isApproved ? [refused, approved] : [0, refused];
        const from = short(y(way * (before + 0.6 - size / 2)));
        const long = short(way * high * (1 - count - size));
        return count > 0 && `M${short(x(c + 0.5))} ${from}v${long}`;
      });
      return svg`<path class="${look}" stroke="currentcolor" stroke-width="${wide * size}" stroke-dasharray="${high * size} ${high * (1 - size)}" d="${d}"/>`;
    });
    return svg`${paths}`;
  });
}

/** How many of a group are approved, beside a mark of the group. */
function countOf(name: Group, { groups }: OfficerOutcome, y: number): Markup {
  const { look, called } = GROUPS[name];
  const [some, all] = COUNTS.approval(groups[name]);
  return svg`<path class="${look}" d="M0 ${y - 9}h9v9h-9Z"/><text class="words" x="15" y="${y}">${called}: ${number(some)} of ${number(all)} approved, <tspan class="run strong">${perCent(some / all, 0)}</tspan></text>`;
}

/** The gaps on an axis of points; all but the first row, and every mark, wait for the prediction. */
function drawGaps(run: Ran, view: Seen): Part {
  const x = { extent: RANGE, ticks: [-30, 0, 50] };
  const axis = chart({ ...GAPS[view.layout], top: 0, height: 22, foot: 22, x, marks: [] });
  const [first, ...others] = SHARES.map((share) => rowOf(share, run, view));
  return panel(
    { title: 'Gap in points: white minus Black', behind: view.ghost },
    below(0, axis, first, waiting(below(0, ...others))),
  );
}

/** A share: how far apart still counts as equal, what chance leaves open, the gap, and both in words. */
function rowOf(share: Share, run: Ran, view: Seen): Part {
  const { middle: y, ...lay } = GAPS[view.layout];
  const { moment = Infinity } = view;
  const upright = (gap: number, ...ys: (number | null)[]): Point[] => ys.map((y) => [100 * gap, y]);
  return chart<OfficerSettings, OfficerOutcome>({
    ...{ ...lay, view, run, top: 0, foot: 0 },
    x: { extent: RANGE, isHidden: true },
    y: { extent: [lay.height, 0], isHidden: true },
    marks: ({ outcome }) => {
      const one = outcome.compared[share];
      const words = special(() => wordsOf(share, outcome, view.layout));
      if (!one) return [words];
      const seen = outcome.redraws.slice(0, moment + 1).map((gaps) => gaps[SHARES.indexOf(share)]);
      const isPlayed = outcome === run.outcome && seen.length < outcome.redraws.length;
      const again = seen.flatMap((gap) => upright(gap ?? 0, y - 6, y + 6, null));
      const open = [...upright(one.low, y - 5, y + 5, y), ...upright(one.high, y, y - 5, y + 5)];
      return [
        band({ x: [-100 * MARGIN, 100 * MARGIN] }),
        rule({ y }),
        clamped(isPlayed ? line(again, { look: 'before-line thin' }) : line(open)),
        clamped(dots(upright(one.gap, y), { r: 3.6 })),
        words,
      ];
    },
  });
}

/** A share by name, the gap in figures, where there is room the share of each group, and what can be said with a mark. */
function wordsOf(share: Share, { compared, isBank }: OfficerOutcome, layout: Layout): Markup {
  const { width, figures, base } = GAPS[layout];
  const one = compared[share];
  const name = svg`<text class="words" y="13">${NAMES[share]}</text>`;
  if (!one)
    return svg`${name}<text class="soft" x="${width}" y="13" text-anchor="end">${isBank ? '–' : 'nobody approved'}</text>`;
  const of = ([some, all]: Count): string => `${perCent(some / all, 0)} of ${number(all)}`;
  const both =
    layout === 'wide' && svg`<text class="soft" y="51">${of(one.white)}, ${of(one.black)}</text>`;
  const said = SAID[one.lamp];
  // Filled, a ring, or a ring half filled.
  const [x, y] = [width - widthOf(said) - 11, base - 4.5];
  const ring = dotsPath([[x, y]], 4.5);
  const fill = { lit: ring, off: '', 'cannot tell': `M${short(x)} ${y - 4.5}a4.5 4.5 0 0 0 0 9Z` };
  const lamp = svg`<path class="run-line" d="${ring}"/><path class="run-fill" d="${fill[one.lamp]}"/><text class="words" x="${width}" y="${base}" text-anchor="end">${said}</text>`;
  return svg`${name}<text class="run strong" x="${figures}" y="13" text-anchor="end">${points(one.gap)}</text>${both}${later(lamp)}`;
}
