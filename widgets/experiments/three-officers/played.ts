/** A moment of the redraws, drawn and told. */
import { number } from '#kit/draw';
import type { Played } from '#kit/contract';
import { draw } from './figure.ts';
import type { OfficerOutcome } from './outcome.ts';
import type { OfficerSettings } from './params.ts';
import { points } from './say.ts';

/** How the moments before the last are drawn and told. */
export const played: Played<OfficerOutcome, OfficerSettings> = {
  draw,
  say: (_, { redraws, compared }, moment) => {
    const seen = redraws.slice(0, moment + 1).flatMap(([approval]) => approval ?? []);
    const [now = 0] = redraws[moment] ?? [];
    const range = `${points(Math.min(...seen))} to ${points(Math.max(...seen))}`;
    return `Draw ${number(moment + 1)}: as many applicants again, drawn from these with replacement, have an approval gap of ${points(now ?? 0)} points instead of ${points(compared.approval?.gap ?? 0)}. So far: ${range}.`;
  },
};
