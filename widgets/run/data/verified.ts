/** Data are used only as they were published. */
import { DATA_HASHES } from '../../kit/data/data-hashes.ts';
import { DataFault } from '../../kit/contract/faults.ts';
import { sha256 } from '../../kit/data/sha256.ts';
import { DATA } from '#words/widgets/run/data/words';

const seen = new Map<string, Promise<Uint8Array>>();

/** Reads a data set by file name, refuses bytes that differ from those published, and keeps what was good. */
export function verifiedData(
  name: string,
  bytesOf: (name: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  let bytes = seen.get(name);
  if (!bytes) {
    bytes = bytesOf(name).then((found) => verified(name, found));
    seen.set(name, bytes);
    bytes.catch(() => seen.delete(name));
  }
  return bytes;
}

/** The bytes themselves, or a DataFault: too short, too long, or not those that the book was written with. */
export function verified(name: string, bytes: Uint8Array): Uint8Array {
  const published = Object.hasOwn(DATA_HASHES, name) ? DATA_HASHES[name] : undefined;
  if (!published) throw new DataFault(DATA.unknown(name));
  const same = bytes.length === published.bytes && sha256(bytes) === published.sha256;
  if (same) return bytes;
  throw new DataFault(DATA.differs(name, bytes.length, published.bytes));
}
