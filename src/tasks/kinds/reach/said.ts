/** How the conditions of a goal are said: what is asked for, and how a run stands to it. */
import type { Condition, Limit } from '../../judge/conditions.ts';
import { inShownAgainst } from '../../judge/shown-against.ts';
import { asSaid, type ShownMeasure } from '../../judge/shown-measure.ts';
import { GOAL_RUNS, GOAL_LABELS } from '#words/src/tasks/kinds/reach/words';

/** `at most 200 ms`, or `is lit`. A bound keeps its own figures: 0.0009 must not become 0.00. */
export function limitWords(limit: Limit, { scale, unit, says }: ShownMeasure): string {
  if (says && limit.atLeast === 1) return GOAL_LABELS.is(says[1]);
  const bounds = Object.entries(limit).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [
          GOAL_LABELS.limit[name as keyof Limit](
            asSaid(Number((value * scale).toPrecision(9)), unit),
          ),
        ],
  );
  return bounds.join(', ');
}

/** `180 ms, met`, or why there is no value. */
export function standWords(
  { value, met, why }: Condition,
  shown: ShownMeasure | undefined,
  limit: Limit = {},
): string {
  if (value === null || !shown) return GOAL_RUNS.noValue(why ?? '');
  const now = inShownAgainst(value, shown, limit);
  return met ? GOAL_RUNS.met(now) : GOAL_RUNS.unmet(now);
}

/** The row of a condition. */
export const rowOf = (element: HTMLElement, measure: string): HTMLElement | null =>
  element.querySelector(`[data-measure="${CSS.escape(measure)}"]`);

/** Writes into the row of a condition how it stands. */
export function showStand(
  element: HTMLElement,
  measure: string,
  words: string,
  met: boolean,
): void {
  const row = rowOf(element, measure);
  row?.toggleAttribute('data-met', met);
  const now = row?.querySelector('.goal-now');
  if (now) now.textContent = words;
}
