/** Errors as labels come, on logarithmic scales: the plain network, this model, and what one is worth in labels of the other. */
import { range } from 'd3-array';
import type { GhostRun } from '#kit/contract';
import type { Box, LabelBox, Markup, Part, PlotScales } from '#kit/draw';
import { boxAround, firstFree, ghost, ghostLine, labelAt, labelled, later } from '#kit/draw';
import { linePath, log, number, panel, plot, short, svg } from '#kit/draw';
import { errorOf, labelsToMatch, type MindOutcome, type Point } from './outcome.ts';
import { params, type MindSettings } from './params.ts';
import { about, isPlain, ofHundred } from './say.ts';

const LABELS = [params.labels.min, params.labels.max] as const;
/** Of 100 digits read wrong. */
const WRONG = [3, 100] as const;
const [WIDE, HIGH] = [316, 126];
/** The height of the curves alone, which stand for the figure where it is seen small. */
export const STILL = HIGH + 4;

const within = (error: number): number => Math.max(WRONG[0], Math.min(WRONG[1], 100 * error));

function lineOf(points: readonly Point[], { x, y }: Pick<PlotScales, 'x' | 'y'>): string {
  return linePath(
    points.map(({ labels, error }) => [labels, within(error)] as const),
    x,
    y,
  );
}

/** Both curves, the run's dot, and the way from it to the plain curve. */
export function drawCurves(
  settings: MindSettings,
  outcome: MindOutcome,
  [width, height]: readonly [width: number, height: number],
  other: GhostRun<MindSettings, MindOutcome> | undefined,
): Part {
  const x = {
    extent: LABELS,
    isLog: true,
    label: 'labels',
    format: (value: number) => number(value),
  };
  const y = { extent: WRONG, isLog: true, label: 'read wrong of 100' };
  const plain = isPlain(settings);
  const drawn = plot({ width, height, x, y, right: 14 }, (scales) => {
    const behind = ghostLine(other, (run) => lineOf(run.outcome.own, scales));
    const curves = svg`<path class="sure-line" d="${lineOf(outcome.plain, scales)}"/>${
      !plain && svg`<path class="run-line" d="${lineOf(outcome.own, scales)}"/>`
    }`;
    const dotBehind = other && ghost(other, (look) => dotOf(other.outcome, look, scales));
    return svg`${later(svg`${behind}${curves}`)}${dotBehind}${dot(settings, outcome, scales)}`;
  });
  const note = plain ? 'the plain network' : 'dashed: the plain network';
  return panel({ title: 'More labels, fewer errors', note, behind: other }, drawn);
}

/** The dot of another run, which is there before the curves are. */
function dotOf(outcome: MindOutcome, look: string, { x, y }: PlotScales): Markup {
  const error = errorOf(outcome);
  return typeof error === 'number'
    ? svg`<circle class="${look}" cx="${x(outcome.labels)}" cy="${y(within(error))}" r="4"/>`
    : svg``;
}

/** Boxes along a curve, which words keep off. */
function along(points: readonly Point[], { x, y }: Pick<PlotScales, 'x' | 'y'>): Box[] {
  return points.slice(1).flatMap((point, i) => {
    const from = points[i] ?? point;
    return range(0, 1, 1 / 12).map((share) =>
      boxAround(
        x(from.labels) + share * (x(point.labels) - x(from.labels)),
        y(within(from.error)) + share * (y(within(point.error)) - y(within(from.error))),
        6,
        3,
      ),
    );
  });
}

/** The run's dot with its number, and an arrow to where the plain network makes as few errors. */
function dot(settings: MindSettings, outcome: MindOutcome, scales: PlotScales): Markup {
  const { x, y, floor } = scales;
  const error = errorOf(outcome);
  if (typeof error !== 'number') return svg``;
  const [left, up] = [x(outcome.labels), y(within(error))];
  const match = labelsToMatch(outcome);
  const reach = typeof match === 'number' && !isPlain(settings) ? x(match) : left;
  const hasArrow = reach > left + 14;
  const [from, to] = x.range;
  const inside: Box = { left: from + 3, right: to + 13, top: y.range[1] - 6, bottom: floor - 2 };
  const taken = [
    ...along(outcome.plain, scales),
    ...along(outcome.own, scales),
    boxAround(left, up, 6),
    ...(hasArrow ? [{ left, right: reach, top: up - 4, bottom: up + 4 }] : []),
  ];
  const wrong = ofHundred(error);
  const corners = (words: string, anchor: 'start' | 'end'): LabelBox[] => {
    const across = anchor === 'start' ? from + 8 : to;
    return [
      labelAt(words, across, floor - 8, anchor),
      labelAt(words, across, y.range[1] + 12, anchor),
    ];
  };
  const name = firstFree(
    [
      labelAt(wrong, left - 7, up + 20, 'end'),
      labelAt(wrong, left - 11, up + 4, 'end'),
      labelAt(wrong, left - 4, up + 24, 'start'),
      labelAt(wrong, left, up + 21, 'middle'),
      labelAt(wrong, left, up - 12, 'middle'),
      labelAt(wrong, left + 2, up - 14, 'start'),
      labelAt(wrong, left + 6, up - 24, 'start'),
      labelAt(wrong, left - 7, up - 14, 'end'),
      ...corners(wrong, 'start'),
    ],
    inside,
    taken,
  );
  const worth = hasArrow ? `→ as with ${about(match as number)} labels` : '';
  const told = firstFree(
    [
      labelAt(worth, reach + 9, up + 4, 'start'),
      labelAt(worth, Math.min(to + 12, reach + 96), up - 11, 'end'),
      ...corners(worth, 'end'),
    ],
    inside,
    name ? [...taken, name] : taken,
  );
  const arrow = svg`<path class="run-line thin" d="M${short(left)} ${short(up)}H${short(reach)}m-6 -4l6 4l-6 4"/>`;
  return svg`${hasArrow && later(svg`${arrow}${told && labelled(told, 'run')}`)}<circle class="run-fill" cx="${left}" cy="${up}" r="5"/>${name && labelled(name, 'run strong')}`;
}

/** The curves without their words. */
export function curvesStill({ plain, own }: MindOutcome): Markup {
  const scales = { x: log(LABELS, [4, WIDE]), y: log(WRONG, [HIGH, 4]) };
  return svg`<path class="hair" d="M4 ${HIGH}H${WIDE}"/><path class="sure-line" d="${lineOf(plain, scales)}"/><path class="run-line" d="${lineOf(own, scales)}"/>`;
}
