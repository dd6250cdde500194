/** A widget small enough to be read at a glance: y = slope * x, and no value at slope 0. */
import { svg } from '../../../widgets/kit/draw/markup.ts';
import type { Settings, Table } from '../../../widgets/kit/contract/params.ts';
import type { Widget } from '../../../widgets/kit/contract/widget.ts';

export const toyParams = {
  x: { kind: 'number', label: 'Place', place: 'first', min: 0, max: 10, step: 1, default: 2 },
  slope: {
    kind: 'number',
    label: 'Slope',
    place: 'first',
    min: 1,
    max: 1000,
    step: 1,
    default: 3,
    scale: 'log',
    whole: true,
    unit: 'ms',
  },
  colour: {
    kind: 'choice',
    label: 'Colour',
    place: 'more',
    default: 'red',
    options: [
      { value: 'red', label: 'Red' },
      { value: 'blue', label: 'Blue' },
    ],
  },
  dots: {
    kind: 'text',
    label: 'Dots',
    place: 'more',
    default: '',
    parse: (text: string) => {
      if (!/^[\d,]*$/.test(text)) throw new Error('numbers with commas between them');
      return text;
    },
  },
  seed: { kind: 'number', label: 'Seed', place: 'more', min: 1, max: 9, step: 1, default: 1 },
} as const satisfies Table;

interface Outcome {
  readonly y: number;
}

export const toy: Widget<typeof toyParams, Outcome> = {
  tag: 'toy-line',
  version: 2,
  title: 'A line',
  params: toyParams,
  presets: [],
  runner: 'sim/toy-line',
  spreadMeasure: 'y',
  measures: {
    y: { label: 'Height', unit: 'ms', digits: 1, of: ({ y }) => y },
    part: {
      label: 'Part',
      unit: 'share',
      digits: 0,
      of: ({ y }) => (y === 0 ? { why: 'nothing is there' } : y / 100),
    },
  },
  // Version 1 called the place "at".
  migrate: ({ at, ...rest }, from) => (from < 2 && at !== undefined ? { ...rest, x: at } : rest),
  draw: (_settings, { y }) => ({
    width: 10,
    height: 10,
    label: 'a number',
    body: svg`<text>${y}</text>`,
  }),
  say: (_settings: Settings<typeof toyParams>, { y }, before) =>
    before ? `${y}, was ${before.y}` : `${y}`,
  tabulate: (_settings, { y }) => ({ caption: 'Height', head: ['', 'y'], rows: [['here', y]] }),
};
