/** Student's t: how far an estimate may lie from the truth when its scatter had to be estimated too. */
import { bisect } from './bisect.ts';

/** The chance that |t| stays below a value, for a whole number of degrees of freedom (a finite sum, Gosset's own). */
function within(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const even = df % 2 === 0;
  let term = even ? 1 : cosine;
  let sum = df === 1 ? 0 : term;
  for (let k = even ? 2 : 3; k < df; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return even ? sine * sum : (2 / Math.PI) * (angle + sine * sum);
}

/** The t that a share of all |t| stays below (0.95: the usual interval), for 1, 2, 3 … degrees of freedom. */
export function studentT(share: number, df: number): number {
  let high = 1;
  while (within(high, df) < share) high *= 2;
  return bisect((t) => within(t, df) < share, 0, high);
}
