/** Brings files into a cache, whole or not at all. The page does it when it is asked to, the worker for the next release. */
import { addressOf, choiceKey, keyOf, type Entry, type Kept } from './pure/kept.ts';

/** So many files come at a time. */
const AT_ONCE = 6;

/**
 * Brings what is not there yet, each file checked by its hash. Rejects with what came between (no network, no room, a server
 * that has other files, a stop), and leaves then only what was there before.
 * @param onBytes told how many bytes are there, after each file
 */
export async function fill(
  cache: Cache,
  scope: string,
  files: readonly (readonly [string, Entry])[],
  {
    signal,
    onBytes,
  }: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: number) => void },
): Promise<void> {
  const held = new Set((await cache.keys()).map(({ url }) => url));
  const brought: string[] = [];
  const left = [...files];
  let [bytes, isFailed] = [0, false];
  const bring = async (): Promise<void> => {
    for (let next = left.pop(); next && !isFailed; next = left.pop()) {
      const [path, [hash, size]] = next;
      const key = keyOf(scope, hash);
      if (!held.has(key)) {
        held.add(key);
        const answer = await asked(addressOf(scope, path), hash, signal);
        brought.push(key);
        await cache.put(key, answer);
      }
      bytes += size;
      onBytes?.(bytes);
    }
  };
  const ends = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () =>
      bring().catch((error: unknown) => {
        isFailed = true;
        throw error;
      }),
    ),
  );
  const failure = ends.find((one) => one.status === 'rejected');
  if (!failure) return;
  await Promise.all(brought.map((key) => cache.delete(key)));
  throw failure.reason;
}

/** A file as the server has it, if it is the one that is meant; as a plain answer, since one that was led cannot be a page. */
export async function asked(
  address: string,
  hash: string,
  signal?: AbortSignal,
): Promise<Response> {
  const answer = await fetch(address, {
    integrity: `sha256-${hash}`,
    cache: 'no-cache',
    ...(signal && { signal }),
  });
  if (!answer.ok) throw new TypeError(`${address} was answered with ${answer.status}`);
  return new Response(await answer.blob());
}

/** What was asked for; undefined in a cache that is only being filled. */
export async function keptIn(cache: Cache, scope: string): Promise<Kept | undefined> {
  const written = await cache.match(choiceKey(scope));
  return written && ((await written.json()) as Kept);
}

/** Takes away all that is not among these files. */
export async function leaveOnly(
  cache: Cache,
  scope: string,
  files: readonly (readonly [string, Entry])[],
): Promise<void> {
  const own = new Set([choiceKey(scope), ...files.map(([, [hash]]) => keyOf(scope, hash))]);
  const others = (await cache.keys()).filter(({ url }) => !own.has(url));
  await Promise.all(others.map((one) => cache.delete(one)));
}
