import type { Drawing } from '#kit/draw';
import { bars, chart, drawing, hundredths, rule } from '#kit/draw';
import type { View } from '#kit/contract';
import type { BusOutcome } from './model.ts';
import type { BusSettings } from './params.ts';

const LABEL =
  'Minutes of waiting across and the share of passengers upwards, as bars, with two upright lines: the mean and the 95th percentile.';

/** Draws the run for a page or a phone. */
export function draw(
  settings: BusSettings,
  outcome: BusOutcome,
  view: View<BusSettings, BusOutcome>,
): Drawing {
  const drawn = chart<BusSettings, BusOutcome>({
    title: 'How long passengers wait',
    view,
    run: { settings, outcome },
    height: { wide: 260, narrow: 220 },
    x: { extent: [0, 5 * settings.headway], label: 'wait, minutes' },
    y: { extent: [0, 0.3], label: 'passengers, %', format: hundredths },
    marks: ({ settings: { headway }, outcome: { shares, meanWait, p95Wait } }) => [
      bars(shares, { by: headway / 5, look: 'run-fill', key: 'passengers' }),
      rule({ x: meanWait }, { look: 'sure-line', key: 'mean', words: 'mean' }),
      rule(
        { x: p95Wait },
        { look: 'sure-line thin', key: '95th percentile', words: '95th percentile' },
      ),
    ],
  });
  return drawing(drawn, LABEL);
}
