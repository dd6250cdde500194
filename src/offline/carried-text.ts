/** Texts that the one file carries packed. */
import { carrierOf, unpack } from '../../widgets/run/page/unpack.ts';

/** A text by its name. Rejects where it is missing or damaged. */
export async function textOf(name: string): Promise<string> {
  const carrier = carrierOf(name);
  if (!carrier) throw new Error(`${name} is missing`);
  return new TextDecoder().decode(await unpack(carrier.textContent));
}
