/** One form for any outcome: names in order, numbers at the nine digits that are cited everywhere. */
import { createHash } from 'node:crypto';

function number(value: number): number | string {
  // JSON knows neither these nor a minus before a nought.
  if (!Number.isFinite(value) || Object.is(value, -0)) return Object.is(value, -0) ? 0 : `${value}`;
  return Number(value.toPrecision(9));
}

function inForm(value: unknown): unknown {
  if (typeof value === 'number') return number(value);
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)].map(number);
  if (Array.isArray(value)) return value.map(inForm);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, inForm(one)]));
}

/** SHA-256 over that form, in hexadecimal. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(inForm(value)))
    .digest('hex');
}
