/** What a bench has opened, closed again however it ends: browsers, servers, folders. */

type Close = () => unknown;
const open = new Set<Close>();

/** Has `close` called at the end, or earlier by the function that this gives back; once in either case. */
export function closesAtTheEnd(close: Close): () => Promise<void> {
  open.add(close);
  return async () => {
    if (open.delete(close)) await close();
  };
}

/** Closes all that is still open, the latest first. One that cannot be closed does not keep the others open. */
export async function closeAll(): Promise<void> {
  for (const close of [...open].reverse()) {
    open.delete(close);
    try {
      await close();
    } catch (error) {
      console.error(error);
    }
  }
}
