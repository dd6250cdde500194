/** What is said to a line before it is committed. */

export const LINES = {
  point: (x: string, y: string, choose: string) => `At ${x} your line says ${y}. ${choose}`,
  draw: 'Draw a value at every point first.',
  missing: (n: number) => `Your line has no value yet at ${n} point${n === 1 ? '' : 's'}.`,
} as const;
