/** A page of the one-file edition in two parts: the plain text that can be read without script, and the rest. */

/**
 * How the rest fits into the plain text: in turn the number of letters of the plain text that come next, and the markup that
 * follows them.
 */
export type Rest = readonly (number | string)[];

/** The whole page. Throws where the plain text is not the one that the rest was cut from. */
export function joined(plain: string, rest: Rest): string {
  let at = 0;
  const parts = rest.map((part) => {
    if (typeof part === 'string') return part;
    at += part;
    return plain.slice(at - part, at);
  });
  if (at !== plain.length) throw new Error(`${at} letters were cut from, not ${plain.length}`);
  return parts.join('');
}
