/** The widget `rolling-update`: facts only. */
import type { Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { draw } from './figure.ts';
import type { Part, RollingOutcome } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const FEW: Missing = { why: 'fewer than a hundred requests were answered' };

const SECONDS = { unit: 's', digits: 1, better: 'less' } as const;
const MINUTES = { unit: 'minutes', better: 'less' } as const;

const inSeconds = ({ p99 }: Part): number | Missing => (p99 === null ? FEW : p99 / 1000);

/** The widget `rolling-update`. */
export const rollingUpdate: Widget<typeof params, RollingOutcome> = {
  tag: 'rolling-update',
  version: 1,
  title: 'An update while requests come',
  params,
  presets: [],
  runner: 'sim/rolling-update',
  spreadMeasure: 'refusedShare',
  measures: {
    refusedShare: share(
      'refused during the update',
      ({ during: { refused, came } }) => refused / came,
      { digits: 1, better: 'less' },
    ),
    p99: measure('p99 during the update', ({ during }) => inSeconds(during), SECONDS),
    p99Before: measure('p99 before it', ({ before }) => inSeconds(before), SECONDS),
    minutes: measure('the update takes', ({ minutes }) => minutes, MINUTES),
    mixedMinutes: measure('old and new answers mixed', ({ mixed }) => mixed, MINUTES),
  },
  draw,
  say,
  tabulate,
};
