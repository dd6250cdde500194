/** Two lines over the days: what goes wrong, and what the dashboard shows of it. */
import { linePath } from '../../kit/draw/axes.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import { boxAround, firstFree, labelAt, labelled } from '../../kit/draw/labels.ts';
import { legend } from '../../kit/draw/legend.ts';
import { ghostLine, svg, type Markup } from '../../kit/draw/markup.ts';
import { number } from '../../kit/draw/format.ts';
import { panel } from '../../kit/draw/panel.ts';
import { below, drawing, WIDTH } from '../../kit/draw/part.ts';
import { plot } from '../../kit/draw/plot.ts';
import type { View } from '../../kit/contract/widget.ts';
import { DAYS, type LateOutcome } from './model.ts';
import type { LateSettings } from './params.ts';

const HEIGHT = { wide: 260, narrow: 240 } as const;
const TOP = 30;
const MOST = 40;

/** Draws the lines for a page or a phone. */
export function draw(
  settings: LateSettings,
  outcome: LateOutcome,
  { layout, ghost: other }: View<LateSettings, LateOutcome>,
): Drawing {
  const { before, after, alarm } = settings;
  const { noticed, shown } = outcome;
  const width = WIDTH[layout];
  const spec = {
    width,
    height: HEIGHT[layout],
    top: TOP,
    right: 10,
    x: { extent: DAYS, label: 'days since the new classes came' },
    y: { extent: [0, MOST] as const, label: 'wrong, %' },
  };
  let still: Markup = svg``;
  const drawn = plot(spec, ({ x, y, floor }) => {
    const dashboard = (values: readonly number[]): string =>
      linePath(
        values.map((value, i) => [DAYS[0] + i, value] as const),
        x,
        y,
      );
    const truth = `M${x(DAYS[0])} ${y(before)}H${x(0)}V${y(after)}H${x(DAYS[1])}`;
    const behind = ghostLine(other, (run) => dashboard(run.outcome.shown));
    const level = svg`<path class="hair" d="M${x(DAYS[0])} ${y(alarm)}H${x(DAYS[1])}"/>`;
    const lines = svg`<path class="sure-line" d="${truth}"/><path class="run-line" d="${dashboard(shown)}"/>`;
    still = lines;
    const at = noticed === null ? null : x(noticed);
    const bell = at !== null && svg`<path class="run-line thin" d="M${at} ${floor}V${TOP}"/>`;
    const words = at === null ? null : `day ${number(noticed ?? 0)}`;
    const inside = { left: x(DAYS[0]), right: width, top: TOP - 16, bottom: floor };
    const places =
      words === null || at === null
        ? []
        : [labelAt(words, at + 6, TOP + 8), labelAt(words, at - 6, TOP + 8, 'end')];
    const told = firstFree(places, inside, []);
    const ring = labelAt('alarm', x(DAYS[0]) + 4, y(alarm) - 5);
    // The name of the axis stands above the plot.
    const within = { ...inside, top: TOP - 4 };
    const free = firstFree([ring, labelAt('alarm', x(DAYS[0]) + 4, y(alarm) + 15)], within, [
      boxAround(x(DAYS[0] / 2), y(before), x(0) - x(DAYS[0]), 3),
    ]);
    return svg`${level}${behind}${lines}${bell}${told && labelled(told, 'run strong')}${free && labelled(free, 'soft')}`;
  });
  const line = (look: string) => (x: number, y: number) =>
    svg`<path class="${look}" d="M${x - 5} ${y}h10"/>`;
  const key = legend(
    [
      { words: 'what happens', swatch: line('sure-line') },
      { words: 'what the dashboard shows', swatch: line('run-line') },
    ],
    width,
  );
  const label =
    'Days across and the share of wrong answers upwards: it jumps on the day of the new classes, and the dashboard follows later.';
  return drawing(
    panel(
      { title: 'What goes wrong, and what is known of it', behind: other },
      below(4, key, drawn),
    ),
    label,
    { body: still, y: TOP, height: HEIGHT[layout] - TOP - 40 },
  );
}
