/** Programs that run in workers are used only as the book was built with them. */
import { readAsset } from './assets.ts';
import { DataFault } from '../../kit/contract/faults.ts';
import { FILES } from '#words/widgets/run/page/file-words';

/** The bytes of a file of `workers/`, by its name in the book. Rejects with a DataFault when they are not the book's. */
export async function workerFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const [bytes, hashes] = await Promise.all([readAsset(name), hashesFor(name)]);
  return hashes ? verifiedAs(hashes[name], name, bytes) : bytes;
}

/** The table grows with the book, so it comes with a worker and not with the first touch. */
async function hashesFor(name: string): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    return (await import('./worker-hashes.ts')).WORKER_HASHES;
  } catch {
    throw new DataFault(FILES.notLoaded(name));
  }
}

/** The bytes themselves when their hash begins with these digits; else a DataFault. */
export async function verifiedAs<B extends Uint8Array<ArrayBuffer>>(
  published: string | undefined,
  name: string,
  bytes: B,
): Promise<B> {
  if (published && (await hashOf(bytes)).startsWith(published)) return bytes;
  throw new DataFault(FILES.foreign(name));
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = crypto as Partial<Crypto>;
  if (subtle) return hexadecimal(new Uint8Array(await subtle.digest('SHA-256', bytes)));
  const code = await import('./hash-in-steps.ts');
  return code.hashInSteps(bytes);
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
