/** What can be set: what goes wrong, and which checks are there to notice it. */
import type { Preset, Settings, Table, TextParam } from '#kit/contract';
import { amount, choice, first, more, preset, revealed, seed, whole } from '#kit/contract';
import { CALLED, CHECKS, type Check } from './names.ts';

/** No more checks than this are placed. */
export const MOST_CHECKS = 3;

const namesIn = (text: string): readonly string[] => text.match(/[^\s,+]+/g) ?? [];

/** The checks that a text names, in the order in which they are told. */
export function checksIn(text: string): readonly Check[] {
  const named = namesIn(text);
  return CHECKS.filter((check) => named.includes(check));
}

const checks: TextParam = {
  ...more('Checks'),
  help: 'None, or one alone. Up to three are placed, and taken away, with the buttons below the figure.',
  kind: 'text',
  default: '',
  options: [
    { value: '', label: 'none' },
    ...CHECKS.map((check) => ({ value: check, label: CALLED[check] })),
  ],
  byChance: CHECKS.join(' '),
  parse: (text) => {
    const named = namesIn(text);
    if (!named.every((one) => Object.hasOwn(CALLED, one)))
      throw new Error(`up to three of ${CHECKS.join(', ')}`);
    const all = checksIn(text);
    const value = all.slice(0, MOST_CHECKS).join('+');
    return all.length > MOST_CHECKS
      ? { value, said: `${all.length} checks were named, and the first three are placed` }
      : value;
  },
  say: (text) =>
    checksIn(text)
      .map((check) => CALLED[check])
      .join(', ') || 'none',
};

/** The parameter table of `all-green`. */
export const params = {
  size: {
    ...first('The clock is ahead by'),
    help: 'The service takes the hour from its own clock. The weather and the bikes are those of the true hour. Where each fault has its turn, the clock is one hour ahead.',
    ...whole({ min: 0, max: 12, default: 0, unit: 'hours' }),
    spreadAt: [0, 1, 2, 3, 4, 6, 8, 10, 12],
    counts: { with: 'fault', at: 'hour' },
  },
  fault: {
    ...revealed('What goes wrong'),
    help: 'It begins on a day that the seed draws. No program stops, no answer comes late, no error is raised.',
    ...choice(
      {
        none: 'nothing',
        hour: 'the clock',
        fahrenheit: 'temperature in Fahrenheit',
        twice: 'weather scaled twice',
        swap: 'temperature and humidity swapped',
        clip: 'temperature clipped at 20 °C',
        stale: 'weather frozen',
        zeros: 'humidity 0 in 3 hours of 10',
        all: 'each of the seven in turn',
      },
      'hour',
    ),
  },
  checks,
  threshold: {
    ...revealed('A check rings above'),
    help: '1 is the largest difference between any week that the model has learned from and the other weeks; 2 is twice as much.',
    ...amount({ min: 0.5, max: 3, step: 0.05, default: 1, unit: 'times' }),
    spreadAt: [0.6, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.5, 2],
  },
  futures: {
    ...more('Futures'),
    help: 'How often the 26 weeks are shuffled: 18 to learn from, eight to serve, and the day of the fault. The figure shows the first.',
    ...whole({ min: 1, max: 200, default: 40 }),
    spreadAt: [1, 5, 10, 20, 50, 100, 200],
  },
  seed: seed('Shuffles the weeks and draws the day on which the fault begins.'),
} as const satisfies Table;

/** Settings of one run. */
export type GreenSettings = Settings<typeof params>;

/** Nothing goes wrong: there is no fault, or the clock is right. */
export const isRight = ({ fault, size }: GreenSettings): boolean =>
  fault === 'none' || (fault === 'hour' && size === 0);

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  preset('right', 'the clock is right', {}),
  preset('hour', 'one hour ahead', { size: 1 }),
  preset('each', 'seven faults, three checks', { fault: 'all', checks: 'ks.temp+ks.hum+ks.wind' }),
];
