/** Solutions that stand sealed in a student’s page: AES-GCM under a code that the instructor hands out when they may be read. */
import { digest } from '../submission/digest.ts';

/** As it stands in the page, in base64. The tag follows the text. */
export interface Sealed {
  readonly iv: string;
  readonly data: string;
}

/** Crockford’s letters: none that is taken for another. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 26 signs are 130 bits: nobody finds them by trying. */
const LENGTH = 26;

/** The code of an assignment, made of what its author has written under `seal` and nowhere else. */
export function codeOf(assignment: string, seal: string): string {
  let left = BigInt(`0x${digest(`${assignment}\n${seal}`)}`);
  let code = '';
  for (let i = 0; i < LENGTH; i += 1) {
    code += SIGNS[Number(left % 32n)] ?? '';
    left /= 32n;
  }
  return code.replace(/(.{5})(?=.)/g, '$1-');
}

/** The key behind a code, as 32 bytes in hexadecimal; however the code was typed. */
export function keyOf(assignment: string, code: string): string {
  const typed = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return digest(`solutions of ${assignment}\n${typed}`);
}

/** The key of a solution that a run opens. The page knows it: it hides the text from the eye and from a search, and from nobody else. */
export function keyByRun(
  assignment: string,
  { id, version }: { readonly id: string; readonly version: number },
): string {
  return digest(`a run of ${assignment}/${id}/${version}`);
}
