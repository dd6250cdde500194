/** Fetching a file whole, or giving it up when nothing more comes. */
import { DataFault } from '../../kit/contract/faults.ts';
import { LIMITS, watched } from './watch.ts';
import { FILES } from '#words/widgets/run/page/file-words';

/**
 * The bytes of a file. Rejects with a DataFault when the server refuses it or cannot be reached, and as soon as nothing
 * has come for so long as a worker may be silent.
 */
export async function download(
  name: string,
  address: URL,
  cache: RequestCache,
): Promise<Uint8Array<ArrayBuffer>> {
  const control = new AbortController();
  let heard = (): void => undefined;
  const something = (): Promise<void> => new Promise((resolve) => (heard = resolve));
  const whole = received(address, { cache, signal: control.signal }, () => heard());
  try {
    return await watched(whole, something, LIMITS, control.signal);
  } catch (error) {
    control.abort();
    const isSilent = error instanceof Error && error.name === 'BackendFault';
    throw new DataFault(isSilent ? FILES.silent(name, LIMITS.quiet / 1000) : FILES.notLoaded(name));
  }
}

async function received(
  address: URL,
  options: RequestInit,
  onSomething: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address, options);
  onSomething();
  if (!response.ok || !response.body) throw new Error(`answered with ${response.status}`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    onSomething();
    if (done) break;
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
