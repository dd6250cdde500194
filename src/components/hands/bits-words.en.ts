/** What is said round a weight whose bits can be flipped. */

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A power of ten as it is printed. */
function power(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => RAISED[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/** A number of single precision, to seven figures where it is neither huge nor tiny. */
function shown(value: number): string {
  if (Number.isNaN(value)) return 'not a number';
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}infinity`;
  if (size === 0 || (size >= 1e-4 && size < 1e6)) return sign + String(Number(size.toPrecision(7)));
  const [digits = '', exponent = ''] = size.toExponential(2).split('e');
  return `${sign}${digits} × ${power(Number(exponent))}`;
}

export const BITS = {
  title: 'One weight and its 32 bits',
  weight: 'The weight:',
  parts: { sign: 'sign', exponent: 'exponent', fraction: 'fraction' },
  /** A bit as it is named to ears, with what it is. */
  bit: {
    sign: (_: number, bit: number) => `sign: ${bit}`,
    exponent: (place: number, bit: number) =>
      `exponent, times two to the power of ${2 ** (7 - place)}: ${bit}`,
    fraction: (place: number, bit: number) => `fraction, bit ${place + 1} of 23: ${bit}`,
  },
  shown,
  begin: 'Press a bit to flip it.',
  again: 'As it was trained',
  now: (value: number) => `The weight is now ${shown(value)}.`,
  same: 'It is what training has made it.',
  broken: 'No sum that it goes into is a number of any use.',
  /** The weight has moved by so many steps of 8 bits. */
  moved: (by: number, steps: number) =>
    steps < 0.5
      ? `It has moved by ${shown(by)}: less than half a step of the 255 levels that 8 bits have.`
      : `It has moved by ${shown(by)}, as far as ${steps < 1e6 ? String(Number(steps.toPrecision(2))) : shown(steps)} steps of the 255 levels that 8 bits have.`,
} as const;
