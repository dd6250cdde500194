/** What can be set: who takes a place when it is free, how many there are, how prompts are read, who comes, what a step costs. */
import type { Preset, Settings, Table } from '#kit/contract';
import { amount, choice, first, more, preset, revealed, seed, whole } from '#kit/contract';

/** The parameter table of `token-serving`. */
export const params = {
  policy: {
    ...first('A place that falls free'),
    help: 'An answer that is complete gives its place back: to the next request at once, or when every answer of its batch is complete.',
    ...choice({ static: 'waits for its batch', continuous: 'is taken at once' }),
  },
  slots: {
    ...revealed('Places'),
    help: 'How many requests the machine works on together, at most.',
    ...whole({ min: 1, max: 32, default: 16 }),
    spreadAt: [1, 2, 4, 8, 12, 16, 20, 24, 28, 32],
  },
  chunk: {
    ...revealed('Prompts are read'),
    help: 'How many tokens of waiting prompts a step takes in. The answers under way get one token each in every step.',
    ...choice(
      {
        0: 'whole',
        1024: '1,024 tokens a step',
        512: '512 tokens a step',
        256: '256 tokens a step',
        128: '128 tokens a step',
        64: '64 tokens a step',
      },
      '0',
    ),
  },
  rate: {
    ...more('Requests'),
    help: 'How many come in a second, on average.',
    ...amount({ min: 0.01, max: 100, step: 0.01, default: 1 }),
    unit: 'requests/s',
    scale: 'log',
    spreadAt: [0.2, 0.5, 0.8, 1, 1.2, 1.5, 2, 2.5, 3],
  },
  trace: {
    ...more('They come'),
    help: 'When requests come and how long prompts and answers are: as two services of Azure saw them, stretched to the rate; or lengths of the chats, drawn at random, at random times.',
    ...choice({
      conversation: 'as in Azure’s chats',
      code: 'as in Azure’s code writing',
      poisson: 'long as chats, at random',
    }),
  },
  outputTokens: {
    ...more('Tokens of an answer'),
    help: '0: as many as recorded. Any other number: every answer has so many.',
    ...whole({ min: 0, max: 1000, default: 0 }),
    names: { 0: 'as recorded' },
    spreadAt: [0, 1, 10, 50, 100, 200, 400],
  },
  stepCost: {
    ...more('Cost of a step'),
    help: 'Time that a step takes however little it does. An assumption.',
    ...amount({ min: 0, max: 200, step: 1, default: 20 }),
    unit: 'ms',
  },
  writeCost: {
    ...more('Cost of a token written'),
    help: 'Time that every answer under way adds to a step. An assumption.',
    ...amount({ min: 0, max: 5, step: 0.05, default: 0.2 }),
    unit: 'ms',
  },
  readCost: {
    ...more('Cost of a token read'),
    help: 'Time that every token of a prompt adds to the step that reads it. An assumption.',
    ...amount({ min: 0, max: 5, step: 0.01, default: 0.1 }),
    unit: 'ms',
  },
  requests: {
    ...more('Length of the run'),
    help: 'In requests; the first tenth is left out.',
    ...whole({ min: 1000, max: 100_000, step: 1000, default: 10_000, scale: 'log' }),
    spreadAt: [1000, 2000, 5000, 10_000, 20_000, 50_000],
  },
  seed: seed('Where the recorded traffic begins; or, at random, all times and lengths.'),
} as const satisfies Table;

/** Settings of one run. */
export type TokenSettings = Settings<typeof params>;

/** A text that stops for longer than this, in ms, has halted. */
export const HALT = 250;
/** So much of a run is drawn, in ms. */
export const SPAN = 30_000;
/** Moments that are played; the last is the whole run. */
export const MOMENTS = 151;

/** Where a moment lies, in ms. */
export function timeAt(moment: number): number {
  return (SPAN * moment) / (MOMENTS - 1);
}

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  preset('taken', 'Taken at once', { policy: 'continuous' }),
  preset('pieces', 'Prompts in pieces', { policy: 'continuous', chunk: '256' }),
  preset('code', 'Code writing', { policy: 'continuous', trace: 'code', slots: 32 }),
];
