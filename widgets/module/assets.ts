/** The files of an experiment that travels: its module carries them. Stands there in the place of what fetches. */
import { pause } from '../run/page/pause.ts';
import { DataFault } from '../kit/contract/faults.ts';
import { CARRIED } from '#words/widgets/run/page/carried-words';

/** Letters at a time, so that none of them keeps the reader's thread for long: whole groups of four. */
const PIECE = 2 ** 16;
const files = new Map<string, string>();

/** Takes what is carried: by name in the book, as gzip in base 64. */
export function carry(packed: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(packed)) files.set(name, text);
}

/** The bytes of a file. Rejects with a DataFault that tells the reader what to do. */
export async function readAsset(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = files.get(name);
  if (text === undefined) throw new DataFault(CARRIED.missing(name));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let start = 0; start < text.length; start += PIECE) {
    if (start > 0) await pause();
    const bytes = atob(text.slice(start, start + PIECE));
    parts.push(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
  }
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream('gzip'));
  const whole = await new Response(stream).arrayBuffer().catch(() => {
    throw new DataFault(CARRIED.damaged(name));
  });
  return new Uint8Array(whole);
}
