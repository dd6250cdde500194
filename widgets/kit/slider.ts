/** Where a slider stands: whole positions, linear or logarithmic. */
import { clamp, type NumberParam } from './params.ts';

const LOG_POSITIONS = 120;

/** The last position of a parameter's slider; the first is 0. */
export function lastPosition(param: NumberParam): number {
  if (param.scale === 'log') return LOG_POSITIONS;
  return Math.round((param.max - param.min) / param.step);
}

/** The value at a position, on the control's step. */
export function valueAt(param: NumberParam, position: number): number {
  if (param.scale !== 'log') return tidy(param, param.min + position * param.step);
  const low = Math.max(param.min, param.step);
  if (position <= 0) return param.min;
  const raw = low * (param.max / low) ** (position / LOG_POSITIONS);
  // Two significant figures read better than 1,023.29; near the bottom the step decides.
  const figures = 10 ** (Math.floor(Math.log10(raw)) - 1);
  const grain = Math.max(param.step, figures);
  return tidy(param, Math.round(raw / grain) * grain);
}

/** The position nearest to a value. */
export function positionOf(param: NumberParam, value: number): number {
  if (param.scale !== 'log') return Math.round((value - param.min) / param.step);
  const low = Math.max(param.min, param.step);
  if (value <= low) return value <= param.min ? 0 : 1;
  return Math.round((LOG_POSITIONS * Math.log(value / low)) / Math.log(param.max / low));
}

function tidy(param: NumberParam, value: number): number {
  return clamp(param, Number(value.toPrecision(9)));
}
