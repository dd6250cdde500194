/** When it is noticed, in words and as a table. */
import type { Rows } from '#kit/contract';
import { number } from '#kit/draw';
import { shownOn, type LateOutcome } from './model.ts';
import type { LateSettings } from './params.ts';

/** The takeaway. */
export function say(_: LateSettings, outcome: LateOutcome): string {
  const { noticed, rings, wrong, anyway } = outcome;
  if (rings === 'always') return 'The alarm has rung all along, so it tells nobody anything new.';
  if (noticed === null || wrong === null || anyway === null)
    return 'The alarm never rings: what goes wrong stays below it.';
  const extra = Math.round(wrong - anyway);
  return `The alarm rings at the end of day ${number(noticed)}. By then ${number(Math.round(wrong))} answers have been wrong, ${number(Math.max(0, extra))} more than usual.`;
}

/** The dashboard week by week. */
export function tabulate(settings: LateSettings, _: LateOutcome): Rows {
  return {
    caption: 'What the dashboard shows at the end of a day, in per cent',
    head: ['Day', 'What happens', 'What is shown'],
    rows: [-7, 0, 1, 7, 14, 21, 28, 42, 56].map((day) => [
      day,
      day > 0 ? settings.after : settings.before,
      Number(shownOn(day, settings).toFixed(1)),
    ]),
  };
}
