/** The years, played: a year’s sets appear by their dates, then the line bends to those that are known by its end. */
import type { Line } from '#kit/numbers';
import type { Played } from '#kit/contract';
import { draw } from './figure.ts';
import { outcomeOf, readOff, type Known, type SizesOutcome } from './model.ts';
import type { SizesSettings } from './params.ts';
import { great, rising } from './say.ts';

/** Of the time from one year's end to the next, the share in which sets appear; in the rest the line bends. */
const APPEAR = 0.6;

/** What was known once the calendar had come to the end of a year `to`, or to a place within it; carried on as far as the run goes. */
function knownAt(settings: SizesSettings, { shown }: SizesOutcome, to: number): Known {
  const then = { ...settings, to, until: Math.max(settings.to, settings.until), point: 0 };
  const known = shown.filter(({ year }) => year < to + 1);
  return { settings: then, outcome: outcomeOf(then, known) };
}

function between(one: Line, next: Line, share: number): Line {
  const mixed = Object.entries(next).map(([name, there]: [string, number | null]) => {
    const here = one[name as keyof Line];
    return [name, here === null || there === null ? null : here + (there - here) * share];
  });
  return Object.fromEntries(mixed) as Line;
}

/** What is seen between two years' ends: the sets that have appeared, and the line on its way; the first line waits for all sets of its year. */
function seenAt(settings: SizesSettings, outcome: SizesOutcome, moment: number): Known {
  const year = settings.from + Math.floor(moment);
  const share = moment % 1;
  const now = knownAt(settings, outcome, year + Math.min(1, share / APPEAR));
  const [one, next] = [knownAt(settings, outcome, year).outcome.line, now.outcome.line];
  const bend = Math.max(0, (share - APPEAR) / (1 - APPEAR));
  const first = share < APPEAR ? null : next;
  const line = one && next ? between(one, next, bend) : first;
  return { ...now, outcome: { ...now.outcome, line, ...(line && readOff(line, now.settings)) } };
}

/** How the moments before the last are drawn and told. */
export const played: Played<SizesOutcome, SizesSettings> = {
  draw: (settings, outcome, view) => {
    const { moment = 0 } = view;
    const ghost = knownAt(settings, outcome, settings.from + Math.ceil(moment) - 1);
    return draw(settings, outcome, { ...view, ghost }, seenAt(settings, outcome, moment));
  },
  say: (settings, outcome, moment) => {
    const year = settings.from + Math.ceil(moment);
    const before = knownAt(settings, outcome, year - 1).outcome;
    const now = knownAt(settings, outcome, year);
    const { value } = now.outcome.forecast;
    const points =
      typeof value === 'number' && ` and points to ${great(value)} in ${now.settings.until}`;
    return `${news(now.outcome, year)} By then ${rising(now.outcome, before)}${points || ''}.`;
  },
};

function news({ shown }: SizesOutcome, year: number): string {
  const sizes = shown.filter((set) => Math.floor(set.year) === year).map(({ size }) => size);
  if (sizes.length === 0) return `${year} brings no set.`;
  const sets = sizes.length === 1 ? 'a set of' : `${sizes.length} sets of up to`;
  return `${year} brings ${sets} ${great(Math.max(...sizes))}.`;
}
