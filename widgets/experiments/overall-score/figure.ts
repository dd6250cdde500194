/** Two lines while a group goes from all wrong to all right: the score of all people, and that of the group. */
import type { Edit, Layout, View } from '../../kit/contract/widget.ts';
import { linePath } from '../../kit/draw/axes.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import { legend } from '../../kit/draw/legend.ts';
import { ghost, svg } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { below, drawing, WIDTH } from '../../kit/draw/part.ts';
import { plot, scalesOf, type Plot } from '../../kit/draw/plot.ts';
import { hundredths, perCent } from '../../kit/draw/shares.ts';
import type { ScoreOutcome } from './model.ts';
import type { params } from './params.ts';
import { type ScoreSettings } from './params.ts';

type Seen = View<ScoreSettings, ScoreOutcome>;

const HEIGHT = { wide: 240, narrow: 220 } as const;
const TOP = 30;
/** How wide a place is by which the dots can be taken. */
const GRIP = 30;

function specOf(layout: Layout): Plot {
  const extent = [0, 1] as const;
  return {
    width: WIDTH[layout],
    height: HEIGHT[layout],
    top: TOP,
    right: 14,
    x: { extent, label: 'right in the group, %', format: hundredths },
    y: { extent, label: 'right, %', ticks: 4, format: hundredths },
  };
}

/** Draws the lines for a page or a phone. */
export function draw(settings: ScoreSettings, outcome: ScoreOutcome, view: Seen): Drawing {
  const { layout, ghost: other } = view;
  const { right } = settings;
  const spec = specOf(layout);
  const lineOf = ({ ends }: ScoreOutcome) => [[0, ends[0]] as const, [1, ends[1]] as const];
  let still = svg``;
  const drawn = plot(spec, ({ x, y, floor }) => {
    const at = x(right);
    const diagonal = linePath(
      [
        [0, 0],
        [1, 1],
      ],
      x,
      y,
    );
    const lines = svg`<path class="sure-line" d="${diagonal}"/><path class="run-line" d="${linePath(lineOf(outcome), x, y)}"/>`;
    still = lines;
    const behind =
      other &&
      ghost(other, (look) => {
        const { settings: then, outcome: was } = other;
        return svg`<path class="${look}-line thin" d="${linePath(lineOf(was), x, y)}"/><circle class="${look}" cx="${x(then.right)}" cy="${y(was.overall)}" r="4"/>`;
      });
    const dots = svg`<path class="hair" d="M${at} ${floor}V${TOP}"/><circle class="run-fill" cx="${at}" cy="${y(outcome.overall)}" r="5"/><circle class="soft" cx="${at}" cy="${y(right)}" r="4.5"/>`;
    const grip = svg`<rect data-handle="right" role="slider" tabindex="0" aria-label="share of right answers in the group" aria-valuemin="0" aria-valuemax="100" aria-valuenow="${hundredths(right)}" aria-valuetext="${perCent(right, 0)}" x="${at - GRIP / 2}" y="${TOP}" width="${GRIP}" height="${floor - TOP}"/><path class="run-line edit-hint" d="M${at - 8} ${floor - 17}l-5 5l5 5m16 -10l5 5l-5 5"/>`;
    const keys = svg`<text class="soft" x="${x(1)}" y="${TOP - 12}" text-anchor="end"><tspan class="key-hint">← → move it</tspan></text>`;
    return svg`${behind}${lines}${dots}${grip}${keys}`;
  });
  const line = (look: string) => (x: number, y: number) =>
    svg`<path class="${look}" d="M${x - 5} ${y}h10"/>`;
  const key = legend(
    [
      { words: 'all people', swatch: line('run-line') },
      { words: 'the group', swatch: line('sure-line') },
    ],
    WIDTH[layout],
  );
  const label =
    'The share of right answers in the group across, and shares of right answers upwards: a line for all people, and one for the group, which rises from corner to corner.';
  const whole = panel(
    { title: 'What the overall score sees', behind: other },
    below(4, key, drawn),
  );
  return drawing(whole, label, { body: still, y: TOP, height: HEIGHT[layout] - TOP - 40 });
}

/** The dots are taken along the lines. */
export const edit: Edit<typeof params, ScoreOutcome> = {
  param: 'right',
  move: (_, __, { x: at }, { layout }) => {
    const value = scalesOf(specOf(layout)).x.invert(at);
    return String(Math.round(100 * Math.min(1, Math.max(0, value))) / 100);
  },
};
