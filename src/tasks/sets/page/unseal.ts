/** Opens what is sealed: with the code that the instructor has handed out, or by a run that meets its item’s goal. */
import { SOLUTIONS } from '#words/src/tasks/sets/page/words';
import { keyOf, type Sealed } from '../pure/format/seal.ts';

/** The solutions by item; a sentence where the code opens nothing. */
export async function unsealed(
  assignment: string,
  sealed: Sealed,
  code: string,
): Promise<Readonly<Record<string, string>> | string> {
  const text = await opened(keyOf(assignment, code), sealed);
  return text === undefined
    ? SOLUTIONS.wrong
    : (JSON.parse(text) as Readonly<Record<string, string>>);
}

/** The text, by a key of 32 bytes in hexadecimal; nothing where the key is another one. Rejects where code has not come. */
export async function opened(key: string, { iv, data }: Sealed): Promise<string | undefined> {
  const raw = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const decrypt = await opener(raw, fromBase64(iv));
  try {
    return new TextDecoder().decode(await decrypt(fromBase64(data)));
  } catch {
    return undefined;
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The browser’s own; over plain http in a local network there is none, and a library does the same. */
async function opener(
  raw: Bytes,
  iv: Bytes,
): Promise<(data: Bytes) => Promise<ArrayBuffer> | Uint8Array> {
  const { subtle } = globalThis.crypto as Partial<Crypto>;
  if (!subtle) {
    const { gcm } = await import('./gcm.ts');
    return (data) => gcm(raw, iv).decrypt(data);
  }
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
  return async (data) => subtle.decrypt({ name: 'AES-GCM', iv }, key, data);
}

const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
