/** What a dashboard shows of errors while labels are late. Arithmetic with expected values, without chance. */
import { range } from 'd3-array';
import type { Run } from '#kit/contract';
import type { LateSettings, params } from './params.ts';

/** The days that are seen; the classes change at the beginning of day 1. */
export const DAYS = [-14, 60] as const;

/** The dashboard over the days that are seen, and when its alarm rings. */
export interface LateOutcome {
  /** What the dashboard shows at the end of each day, in per cent, from `DAYS[0]` on. */
  readonly shown: readonly number[];
  /** The first day at whose end the alarm rings; `null`: it never does, or has rung all along. */
  readonly noticed: number | null;
  readonly rings: 'once' | 'never' | 'always';
  /** Wrong answers from day 1 until the alarm, all of them, and those there would have been anyway. */
  readonly wrong: number | null;
  readonly anyway: number | null;
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
  const noticed = rings === 'once' ? (found ?? null) : null;
  const until = (share: number): number | null =>
    noticed === null ? null : (noticed * perDay * share) / 100;
  return { shown, noticed, rings, wrong: until(after), anyway: until(before) };
}

/** The run behind the widget. */
export const runLateLabels: Run<typeof params, LateOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
