/** What checks and faults are called. */

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
export type Check = keyof typeof CALLED;
export const CHECKS = Object.keys(CALLED) as readonly Check[];

/** Every fault, in the order in which they are told, and its name in a row of the figure. */
export const WRONG = {
  hour: 'clock, one hour',
  fahrenheit: 'Fahrenheit',
  twice: 'scaled twice',
  swap: 'columns swapped',
  clip: 'clipped at 20 °C',
  stale: 'weather frozen',
  zeros: 'humidity zeros',
} as const;
export type Fault = keyof typeof WRONG;
export const FAULTS = Object.keys(WRONG) as readonly Fault[];
