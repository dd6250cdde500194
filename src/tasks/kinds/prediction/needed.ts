/** What a prediction needs of its experiment's controls. */
import { CHANCE } from '../../judge/differing.ts';
import type { PredictionData } from './form.ts';
import type { NeededControls } from '../../practice/page/link-limits.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';

/** The run that answers, with any seed; `vary` are settings that differ among several runs. */
export function neededFor(
  { instance, expected }: PredictionData,
  vary: readonly string[],
): NeededControls {
  const free = [...CHANCE, ...vary];
  const start = Object.entries(expected).filter(([name]) => !free.includes(name));
  return { instance, vary, start: Object.fromEntries(start) as AnySettings };
}

/** In six figures, more than any picture shows. */
export const asFound = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(6));
