/** Two lines over the days: what goes wrong, and what the dashboard shows of it. */
import type { Drawing } from '#kit/draw';
import { chart, drawing, line, number, rule, series, steps } from '#kit/draw';
import type { View } from '#kit/contract';
import { DAYS, type LateOutcome } from './model.ts';
import type { LateSettings } from './params.ts';

const LABEL =
  'Days across and the share of wrong answers upwards: it jumps on the day of the new classes, and the dashboard follows later.';

const SURE = { look: 'sure-line', twice: false };

/** Draws the lines for a page or a phone. */
export function draw(
  settings: LateSettings,
  outcome: LateOutcome,
  view: View<LateSettings, LateOutcome>,
): Drawing {
  const drawn = chart<LateSettings, LateOutcome>({
    title: 'What goes wrong, and what is known of it',
    ...{ view, run: { settings, outcome }, height: { wide: 260, narrow: 240 } },
    x: { extent: DAYS, label: 'days since the new classes came' },
    y: { extent: [0, 40], label: 'wrong, %' },
    marks: ({ settings: { before, after, alarm }, outcome: { noticed: day, shown } }) => [
      rule({ y: alarm }, { words: 'alarm' }),
      steps([DAYS[0], 0, DAYS[1]], [before, after], { ...SURE, key: 'what happens' }),
      line(series(shown, DAYS[0]), { key: 'what the dashboard shows' }),
      day !== null &&
        rule({ x: day }, { look: 'run-line thin', words: `day ${number(day)}`, say: 'run strong' }),
    ],
  });
  return drawing(drawn, LABEL);
}
