/** When a gain pays: what is paid against the gain, the line on which a model breaks even, and where this one stands. */
import type { Drawing } from '#kit/draw';
import { area, chart, dots, drawing, labelAt, line, words } from '#kit/draw';
import type { View } from '#kit/contract';
import { edgeOf, fieldOf } from './edge.ts';
import type { WorthOutcome } from './model.ts';
import { GAIN, SPEND, type WorthSettings } from './params.ts';
import { leftOf } from './say.ts';

type Seen = View<WorthSettings, WorthOutcome>;

const LABEL =
  'What is paid a year across and the gain in points upwards, both on logarithmic scales: a dot for this model, and the line on which one would break even.';

/** Draws the chart for a page or a phone. */
export function draw(settings: WorthSettings, outcome: WorthOutcome, view: Seen): Drawing {
  // In the flow of the text a phone has the numbers that are dragged in sight as well.
  const less = view.isInline ? 40 : 0;
  const drawn = chart<WorthSettings, WorthOutcome>({
    title: 'When the gain pays',
    view,
    run: { settings, outcome },
    height: { wide: 320 - less, narrow: 280 - less },
    top: 30,
    right: 14,
    x: { extent: SPEND, isLog: true, label: 'paid a year, in millions of dollars' },
    y: { extent: GAIN, isLog: true, label: 'gain in points' },
    marks: (run) => {
      const edge = edgeOf(run.outcome);
      const field = fieldOf(edge);
      const pays = field.length > 0;
      const { spend, gain } = run.settings;
      // On which side of the line the dot stands is what a lesson asks.
      return [
        area(field, { waits: true, still: true }),
        line(edge.points, { waits: true, still: true }),
        dots([[spend, gain]], {
          ...{ r: 6, still: false, words: leftOf(run.outcome) },
          ...{ say: 'run strong', wordsWait: true, must: true },
        }),
        words(
          pays ? 'here it pays' : 'it pays nowhere',
          ({ left, right, top, floor }, text) => [
            pays ? labelAt(text, right - 8, top + 18, 'end') : labelAt(text, left + 8, floor - 10),
          ],
          { waits: true, must: false },
        ),
      ];
    },
  });
  return drawing(drawn, LABEL);
}
