/** The bench as a picture: a moment of the run above, how long requests took below. */
import type { Drawing } from '../../kit/draw/drawing.ts';
import { svg } from '../../kit/draw/markup.ts';
import type { View } from '../../kit/contract/widget.ts';
import { momentPanel } from './moment.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { growthPanel, latencyPanel } from './latency.ts';
import { ms } from './say.ts';

/** Draws the run for a page or a phone. */
export function draw(settings: BenchSettings, outcome: BenchOutcome, view: View): Drawing {
  const { layout } = view;
  const width = layout === 'wide' ? 680 : 320;
  const moment = momentPanel(settings, outcome, view, width);
  const below = outcome.latencies
    ? latencyPanel(settings, outcome.latencies, layout, { width, top: moment.height + 14 })
    : growthPanel(settings, outcome, view, { width, top: moment.height + 14 });
  const height = moment.height + 14 + below.height;
  return {
    width,
    height,
    label: described(settings, outcome),
    body: svg`${moment.markup}${below.markup}`,
    still: { body: moment.still, y: 40, height: 140 },
  };
}

function described(settings: BenchSettings, outcome: BenchOutcome): string {
  const who = settings.replicas === 1 ? 'one replica' : `${settings.replicas} replicas`;
  if (!outcome.latencies) {
    return `Requests come at ${who} faster than they are served; each waits longer than the one before.`;
  }
  const { p50, p99 } = outcome.latencies;
  return `Above, requests come and are served in batches by ${who}. Below, one hundred dots for the latencies: half within ${ms(p50)}, 99 within ${ms(p99.value)}.`;
}
