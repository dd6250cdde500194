/** What checks and faults are called. */
import type { Fault } from './faults.ts';

/** Every check that can be placed: its name in a link, and what it is called. */
export const CALLED = {
  'range.temp': 'temperature: range',
  'range.hum': 'humidity: range',
  'zeros.hum': 'humidity: zeros',
  'stuck.temp': 'temperature: stands still',
  'ks.temp': 'temperature: distribution',
  'ks.hum': 'humidity: distribution',
  'ks.wind': 'wind: distribution',
  'ks.predictions': 'forecasts: distribution',
  profile: 'temperature by the hour',
  label: 'error, five days late',
} as const;
/** One of them. */
export type Check = keyof typeof CALLED;
/** All of them. */
export const CHECKS = Object.keys(CALLED) as readonly Check[];

/** Faults in a row of the figure. */
export const WRONG: Readonly<Record<Fault, string>> = {
  hour: 'clock, one hour',
  fahrenheit: 'Fahrenheit',
  twice: 'scaled twice',
  swap: 'columns swapped',
  clip: 'clipped at 20 °C',
  stale: 'weather frozen',
  zeros: 'humidity zeros',
};
