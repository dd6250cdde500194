/** What a curve says of itself, and of a text that is none. */
const values = (count: number): string => (count === 1 ? 'a value' : `${count} values`);
const are = (count: number): string => (count === 1 ? 'is' : 'are');

export const CURVES = {
  wanted: (count: number, places: string) =>
    `${count} numbers with commas between them, one for each of ${places}`,
  toTheEdge: (count: number, min: string, max: string) =>
    `${values(count)} outside ${min} to ${max} ${are(count)} brought to the edge`,
  rounded: (count: number, step: string) =>
    `${values(count)} ${are(count)} rounded to steps of ${step}`,
  always: (value: string) => `always ${value}`,
  at: (place: string, value: string) => `at ${place}: ${value}`,
  between: (low: string, lowAt: string, high: string, highAt: string) =>
    `from ${low} (at ${lowAt}) to ${high} (at ${highAt})`,
} as const;
