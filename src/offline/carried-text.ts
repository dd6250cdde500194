/** Texts that the one file carries packed. */
import { carrierOf, textsIn } from '../../widgets/run/page/unpack.ts';

/** The texts of an element, unpacked once: the pages lie in one, and all of them are asked for. */
const unpacked = new WeakMap<Element, ReturnType<typeof textsIn>>();

/** A text by its name. Rejects where it is missing or damaged. */
export async function textOf(name: string): Promise<string> {
  const carrier = carrierOf(name);
  if (!carrier) throw new Error(`${name} is missing`);
  const texts = unpacked.get(carrier) ?? textsIn(carrier);
  unpacked.set(carrier, texts);
  return (await texts).get(name) ?? '';
}
