/** Links that nobody means well with: every name and value that a reader of addresses may stumble over. */
import { pick } from '../attack.ts';
import type { Random } from '../../../widgets/kit/numbers/random.ts';
import type { Found } from './book.ts';

/** A query without its question mark, and how it was made. */
export interface Hostile {
  readonly says: string;
  readonly query: string;
}

const STRANGE = ['__proto__', 'constructor', 'valueOf', 'toString', 'hasOwnProperty', 'x', ''];
const VIEW = ['v', 'pin', 'spread', 'hide', 'lock'];
const VALUES = [
  '',
  '0',
  '-1',
  '1e309',
  'NaN',
  '%',
  '%E0%A4%A',
  '%00',
  '<b>',
  '"`${1}',
  '🙂',
  'a,b',
];
const BITS = ['a', ',', ';', '%2C', '%25', '=', '%26', '%3D', '1', '.', '%20', 'é', '%F0%9F%99%82'];
/** Whole parameters, and `&` among them: what is one long value there is thousands of parameters here. */
const JOINTS = ['&', '&ID.', '&ID.p', '&ID.hide=', ','];

/** A link to one experiment, of at most `most` characters. */
export function hostileQuery(random: Random, { id, widget }: Found, most: number): Hostile {
  const names = [...Object.keys(widget.params), ...STRANGE, ...VIEW];
  const parts = Array.from({ length: 1 + random.whole(4) }, () => {
    const name = pick(random, names);
    return `${id}.${name}=${random.uniform() < 0.5 ? pick(random, VALUES) : soup(random)}`;
  });
  if (random.uniform() < 0.2) parts.push(`backend=${soup(random)}`);
  const short = parts.join('&');
  if (random.uniform() < 0.5) return { says: short, query: short };
  const piece = `${soup(random)}${pick(random, JOINTS).replaceAll('ID', id)}`;
  const length = Math.floor(most * random.uniform());
  const long = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  return { says: `${short} and ${length} characters of ${piece}`, query: `${short}${long}` };
}

function soup(random: Random): string {
  return Array.from({ length: 1 + random.whole(12) }, () => pick(random, BITS)).join('');
}
