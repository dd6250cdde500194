/** The figure: the losses of two trainings step by step, and how their answers differ; or the losses of three colleagues beside the first. */
import type { View } from '#kit/contract';
import type { Drawing, LegendEntry, Markup, Part, PlotScales } from '#kit/draw';
import { below, beside, drawing, ghostLine, legend, linePath, number, panel } from '#kit/draw';
import { perCent, plot, short, squares, squaresLegend, svg, waiting } from '#kit/draw';
import { stepsOf } from './figure-steps.ts';
import { differingAt, TESTED, TOGETHER, type SameOutcome } from './outcome.ts';
import { COLLEAGUES, type SameSettings } from './params.ts';

type Seen = View<SameSettings, SameOutcome>;

const LAY = {
  wide: { chart: [324, 262], squares: { columns: 50, pitch: 6.32 } },
  narrow: { chart: [320, 150], squares: { columns: 80, pitch: 4 } },
} as const;
const WIDE = { wide: [680, 280], narrow: [320, 230] } as const;
/** Losses from a tenth on, or from a hundredth; what is lower lies on the axis. */
const [FLOORS, TOP] = [[0.1, 0.01], 4] as const;
const LOOKS = ['cat-1', 'cat-2', 'cat-3'] as const;

const PAIR =
  'Two curves of the loss, step by step, over each other; beside them a field of 2,000 squares, one for each image: same answer, or how it differs.';
const TEAM = 'Curves of the loss, step by step: the first training and those of three colleagues.';

/** Draws the run, after all epochs or as many as are looked at, for a page or a phone. */
export function draw({ team }: SameSettings, outcome: SameOutcome, view: Seen): Drawing {
  return team > 0 ? drawTeam(outcome, view) : drawPair(outcome, view);
}

function drawPair(outcome: SameOutcome, { layout, moment, ghost }: Seen): Drawing {
  const lay = LAY[layout];
  const epoch = moment ?? outcome.differing.length - 1;
  const { lost, won, other } = differingAt(outcome, epoch);
  const field = squares(lay.squares, {
    'cell-wrong': lost,
    'cell-right': won,
    'cell-alarm': other,
    'cell-quiet': TESTED - lost - won - other,
  });
  const key = squaresLegend({
    'cell-wrong': `right, then wrong: ${number(lost)}`,
    'cell-right': `wrong, then right: ${number(won)}`,
    'cell-alarm': `wrong in two ways: ${number(other)}`,
  });
  const title = `${number(lost + won + other)} of ${number(TESTED)} answers differ`;
  const answers = panel({ title }, below(6, field, key));
  const { second } = outcome;
  const curves = losses(outcome, lay.chart, epoch, (scales, upTo) => {
    const behind = ghostLine(ghost, (run) => lineOf(run.outcome.second.losses, scales, Infinity));
    return svg`${behind}<path class="sure-line" d="${lineOf(outcome.first.losses, scales, upTo)}"/><path class="run-line thin" d="${lineOf(second.losses, scales, upTo)}"/>${partMark(second.partAt, scales, upTo)}`;
  });
  const chart = panel(
    { title: 'Loss, step by step', note: 'dashed: the first training', behind: ghost },
    curves,
  );
  const whole =
    layout === 'wide' ? beside(40, chart, waiting(answers)) : below(8, chart, waiting(answers));
  return drawing(whole, PAIR, { body: field.body, y: 0, height: field.height });
}

function drawTeam(outcome: SameOutcome, { layout, moment, ghost }: Seen): Drawing {
  const { first, colleagues } = outcome;
  const chart = losses(outcome, WIDE[layout], moment ?? outcome.epochs - 1, (scales, upTo) => {
    const theirs = colleagues.map(
      (one, i) =>
        svg`<path class="${LOOKS[i] ?? 'cat-1'} cat-line" d="${lineOf(one.losses, scales, upTo)}"/>`,
    );
    const behind = ghostLine(ghost, (run) => lineOf(run.outcome.first.losses, scales, Infinity));
    return svg`${behind}${theirs}<path class="sure-line" d="${lineOf(first.losses, scales, upTo)}"/>`;
  });
  const entries = colleagues.map(({ accuracy }, i): LegendEntry => ({
    words: `${(COLLEAGUES[i] ?? '').toUpperCase()}: ${perCent(accuracy)} read right`,
    swatch: (x, y) => svg`<path class="${LOOKS[i] ?? 'cat-1'} cat-line" d="M${x - 5} ${y}h10"/>`,
  }));
  const start: LegendEntry = {
    words: `the first: ${perCent(first.accuracy)}`,
    swatch: (x, y) => svg`<path class="sure-line" d="M${x - 5} ${y}h10"/>`,
  };
  const whole = panel(
    { title: 'Loss, step by step', behind: ghost },
    below(4, chart, legend([start, ...entries], WIDE[layout][0])),
  );
  const still = { body: chart.body, y: 0, height: chart.height };
  return { ...drawing(whole, TEAM, still), steps: stepsOf(outcome) };
}

/** A chart of losses over the steps up to the end of an epoch. */
function losses(
  { first, second, colleagues, epochs }: SameOutcome,
  [width, height]: readonly [number, number],
  epoch: number,
  draw: (scales: PlotScales, upTo: number) => Markup,
): Part {
  const all = colleagues.length > 0 ? [first, ...colleagues] : [first, second];
  const steps = first.losses.length * TOGETHER;
  const x = {
    extent: [0, steps] as const,
    label: 'steps',
    ticks: 4,
    format: (value: number) => number(value),
  };
  const least = Math.min(...all.flatMap(({ losses }) => losses));
  const floor = least < FLOORS[0] ? FLOORS[1] : FLOORS[0];
  const y = { extent: [floor, TOP] as const, isLog: true, label: 'loss' };
  return plot({ width, height, x, y, right: 12 }, (scales) =>
    draw(scales, ((epoch + 1) / epochs) * steps),
  );
}

function lineOf(list: readonly number[], { x, y }: PlotScales, upTo: number): string {
  const points = list
    .map((loss, i) => [(i + 0.5) * TOGETHER, Math.max(y.domain[0], Math.min(TOP, loss))] as const)
    .filter(([step]) => step <= upTo);
  return linePath(points, x, y);
}

/** Where the two part. */
function partMark(partAt: number | null, { x, y }: PlotScales, upTo: number): Markup {
  if (partAt === null || partAt > upTo) return svg``;
  const [floor, top] = y.range;
  const words = `part at step ${number(partAt)}`;
  const isRight = x(partAt) > (x.range[0] + x.range[1]) / 2;
  return svg`<path class="hair" d="M${short(x(partAt))} ${short(floor)}V${short(top)}"/><text class="soft" x="${x(partAt) + (isRight ? -5 : 5)}" y="${top + 10}" text-anchor="${isRight ? 'end' : 'start'}">${words}</text>`;
}
