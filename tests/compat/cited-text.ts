/** What an old citation says, read as the person reads it who repeats the run. */
import { execFileSync } from 'node:child_process';

/** The words that a shell makes of the command in a citation, after those that start the command line. */
export function commandIn(text: string): readonly string[] {
  const command = /npm run -s experiment -- (.*)/.exec(text)?.[1] ?? '';
  const print = `printf '%s\\n' ${command}`;
  return execFileSync('sh', ['-c', print], { encoding: 'utf8' }).trimEnd().split('\n');
}

/** The version of the experiment that is cited. */
export function versionIn(text: string): number {
  return Number(/\(experiment [\w-]+, version (\d+)\)/.exec(text)?.[1]);
}

/** The address in a citation: a line of its own. */
export function addressIn(text: string): URL {
  return new URL(/^(?:https?|file):.*$/m.exec(text)?.[0] ?? '');
}

/** A number as it is written, and how far from it a value may lie that is rounded to it; `null` for no value. */
export interface CitedNumber {
  readonly value: number;
  readonly within: number;
}

/** The measures in a citation, in their order. */
export function numbersIn(text: string): readonly (CitedNumber | null)[] {
  const line = /^Measures: (.*)\.$/m.exec(text)?.[1] ?? '';
  return line.split('; ').map(numberAtEnd);
}

function numberAtEnd(words: string): CitedNumber | null {
  if (words.endsWith(' no value')) return null;
  const [, sign = '', digits = '', decimals = '', unit = ''] =
    /([−-]?)\$?([\d,]+)(\.\d+)?\s*([^\d\s]*)[^\d]*$/.exec(words) ?? [];
  // Shares are cited in per cent; every other number is in the unit of its measure.
  const scale = unit === '%' ? 0.01 : 1;
  const value = Number(digits.replaceAll(',', '') + decimals) * scale * (sign === '' ? 1 : -1);
  const half = 0.5 * 10 ** -Math.max(0, decimals.length - 1) * scale;
  // Of a very large number nine digits are written.
  return { value, within: half * (1 + 1e-6) + Math.abs(value) * 1e-8 };
}
