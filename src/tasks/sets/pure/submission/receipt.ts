/** Twelve signs that stand for a hand-in: whoever reads them out has this file and no other. */
import { canonical, digest } from './digest.ts';
import type { Submission } from './submission.ts';

/** Crockford’s letters: none that is taken for another. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The receipt of all that a hand-in says: `7Q2M-0ZKD-XY4T`. */
export function receiptOf({
  receipt: _own,
  ...rest
}: Omit<Submission, 'receipt'> & { receipt?: string }): string {
  let left = BigInt(`0x${digest(canonical(rest)).slice(0, 15)}`);
  let signs = '';
  for (let i = 0; i < 12; i += 1) {
    signs += SIGNS[Number(left % 32n)] ?? '';
    left /= 32n;
  }
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}
