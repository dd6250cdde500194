/** A shop on the day of a sale, put together. */
import type { Widget } from '#kit/contract';
import { draw, edit } from './figure.ts';
import { measures } from './measures.ts';
import type { FridayOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { clock, say, sayAt, tabulate } from './say.ts';

/** The widget `black-friday`: facts only. */
export const blackFriday: Widget<typeof params, FridayOutcome> = {
  tag: 'black-friday',
  version: 1,
  title: 'A sale at noon',
  params,
  presets,
  runner: 'sim/black-friday',
  spreadMeasure: 'lateInFirstHalfHour',
  measures,
  // Moment after moment of the stretch that is seen; at its end all of it is.
  timeline: {
    kind: 'moments',
    count: ({ moments }) => moments.length,
    label: ({ moments }, moment) => {
      const [from, at] = [moments[0], moments[moment]].map((one) => clock(one?.time ?? 0));
      return moment === moments.length - 1 ? `${from} to ${at}` : (at ?? '');
    },
    seconds: () => 20,
    played: () => Promise.resolve({ draw, say: sayAt }),
  },
  edit,
  // Who draws a day, or sets a load, wants that day.
  follow: (settings, changed) =>
    changed === 'demand'
      ? { ...settings, scenario: 'drawn' }
      : changed === 'load'
        ? { ...settings, scenario: 'constant' }
        : settings,
  draw,
  say,
  tabulate,
};
