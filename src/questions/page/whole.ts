/** Code that was fetched; throws where an empty file has come in its place. */
export function whole<T>(part: T | undefined): T {
  if (!part) throw new Error();
  return part;
}
