/** A moment of the half minute, told. */
import type { Moments, Played } from '#kit/contract';
import { draw, MOMENTS } from './figure.ts';
import type { TokenOutcome } from './model.ts';
import { SPAN, type TokenSettings } from './params.ts';
import { seconds, standing } from './say.ts';

const at = (moment: number): number => (SPAN * moment) / (MOMENTS - 1);

const played: Played<TokenOutcome, TokenSettings> = {
  draw,
  say: (settings, outcome, moment) =>
    `After ${seconds(at(moment), 1)}: ${standing(settings, outcome, at(moment))}.`,
};

/** Half a minute in the middle of the run, and at its end all of it. */
export const timeline: Moments<TokenOutcome, TokenSettings> = {
  kind: 'moments',
  glides: true,
  count: () => MOMENTS,
  label: (_, moment) => seconds(at(moment), 1),
  seconds: () => 15,
  played: () => Promise.resolve(played),
};
