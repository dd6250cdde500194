/** Where a slider stands: on one of its stops. Each press of an arrow key leads to the next, so no two stops are alike. */
import { clamp, type NumberParam } from '../contract/params.ts';

const LOG_STOPS = 120;

/** The values over several powers of ten that a slider can be moved to, rising; 0 has a place of its own before them. */
function logStops(param: NumberParam): readonly number[] {
  const { min, max, step } = param;
  const low = Math.max(min, step);
  const bent = Array.from({ length: LOG_STOPS + 1 }, (_, i) => {
    const raw = low * (max / low) ** (i / LOG_STOPS);
    // Two significant figures read better than 1,023.29; near the bottom the step decides.
    const grain = Math.max(step, 10 ** (Math.floor(Math.log10(raw)) - 1));
    return tidy(param, Math.round(raw / grain) * grain);
  });
  return [...new Set([min, ...bent, max])].sort((a, b) => a - b);
}

/** The last position of a parameter's slider; the first is 0. */
export function lastPosition(param: NumberParam): number {
  if (param.scale === 'log') return logStops(param).length - 1;
  return Math.round((param.max - param.min) / param.step);
}

/** The value at a position, on the control's step. */
export function valueAt(param: NumberParam, position: number): number {
  if (param.scale !== 'log') return tidy(param, param.min + position * param.step);
  return logStops(param)[position] ?? param.max;
}

/** The position nearest to a value. */
export function positionOf(param: NumberParam, value: number): number {
  if (param.scale !== 'log') return Math.round((value - param.min) / param.step);
  const distances = logStops(param).map((stop) => Math.abs(stop - value));
  return distances.indexOf(Math.min(...distances));
}

function tidy(param: NumberParam, value: number): number {
  return clamp(param, Number(value.toPrecision(9)));
}
