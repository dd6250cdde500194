/** What a dashboard shows of errors while labels are late. Arithmetic with expected values, without chance. */
import { range } from 'd3-array';
import type { Known, Run } from '#kit/contract';
import type { LateSettings, params } from './params.ts';

/** The days that are seen; the classes change at the beginning of day 1. */
export const DAYS = [-14, 60] as const;

const UNTIL = { better: 'less', why: 'the alarm never rings, or has rung all along' } as const;

/** What is known once the alarm has rung: at the end of which day, and how many answers were wrong from day 1 until then. */
export const QUANTITIES = {
  noticedOnDay: { label: 'noticed at the end of day', ...UNTIL },
  wrongUntilThen: { label: 'wrong answers until then', ...UNTIL },
  moreThanUsual: { label: 'more than usual', ...UNTIL },
} as const;

/** The dashboard over the days that are seen, and when its alarm rings. */
export interface LateOutcome extends Known<typeof QUANTITIES> {
  /** What the dashboard shows at the end of each day, in per cent, from `DAYS[0]` on. */
  readonly shown: readonly number[];
  readonly rings: 'once' | 'never' | 'always';
}

/** What the dashboard shows at the end of a day: the mean over the last days that have labels. */
export function shownOn(day: number, { delay, window, before, after }: LateSettings): number {
  const changed = Math.min(window, Math.max(0, day - delay));
  return before + ((after - before) * changed) / window;
}

function outcomeOf(settings: LateSettings): LateOutcome {
  const { alarm, before, after, perDay } = settings;
  const days = range(DAYS[0], DAYS[1] + 1);
  const shown = days.map((day) => shownOn(day, settings));
  const found = days.find((day) => day > 0 && shownOn(day, settings) >= alarm - 1e-9);
  const rings = before >= alarm ? 'always' : found === undefined ? 'never' : 'once';
  if (rings !== 'once' || found === undefined)
    return { shown, rings, noticedOnDay: null, wrongUntilThen: null, moreThanUsual: null };
  const until = (share: number): number => (found * perDay * share) / 100;
  const wrongUntilThen = until(after);
  const moreThanUsual = wrongUntilThen - until(before);
  return { shown, rings, noticedOnDay: found, wrongUntilThen, moreThanUsual };
}

/** The run behind the widget. */
export const runLateLabels: Run<typeof params, LateOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
