/** A day of the project, drawn and told. */
import type { Moments, Played } from '#kit/contract';
import { draw } from './figure.ts';
import { perDayOn, type ShipOutcome } from './model.ts';
import { DAYS } from './moves.ts';
import type { ShipSettings } from './params.ts';
import { money } from './say.ts';

const played: Played<ShipOutcome, ShipSettings> = {
  draw,
  say: (_, outcome, day) => {
    const { steps } = outcome;
    const now = steps.find(({ from, to }) => from <= day && day < to);
    const before = steps.findLast(({ to }) => to <= day);
    const out = (before?.out ?? -1) < 0 ? 'the old rule' : 'a model';
    const work = now ? `the move is “${now.label}”` : 'no move is being made';
    return `Day ${day}: ${work}. In use is ${out}, which brings ${money(perDayOn(outcome.perDay, day))} a day.`;
  },
};

/** Day by day. */
export const timeline: Moments<ShipOutcome, ShipSettings> = {
  kind: 'moments',
  count: () => DAYS + 1,
  label: (_, day) => `day ${day}`,
  seconds: () => 15,
  played: () => Promise.resolve(played),
};
