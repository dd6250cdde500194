/** Files that the page itself carries: compressed (zstd), then written as text in 85 letters (`scripts/offline/pack.ts`). */
import { pause } from './pause.ts';

// In pieces, so that no piece keeps the reader's thread for longer than a few milliseconds: of pages it becomes thirty times as much.
const PIECE = 5 * 800;
const LAST_DIGIT = '|';
/** Letters of the check sum. */
const HEAD = 5;

/** What stands between two texts that one element carries. */
export const BETWEEN = '\0';

/** The element that carries a file of the book, or null where the page carries none of that name. */
export function carrierOf(name: string): Element | null {
  return document.querySelector(`script[data-asset~="${CSS.escape(name)}"]`);
}

/** The bytes of a file from the element that carries it, maybe with others. Rejects where they are not whole. */
export async function takenFrom(carrier: Element, name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (namesIn(carrier).length < 2) return unpack(carrier.textContent);
  return new TextEncoder().encode((await textsIn(carrier)).get(name));
}

/** The texts that an element carries, by name. Rejects where they are not whole. */
export async function textsIn(carrier: Element): Promise<ReadonlyMap<string, string>> {
  const texts = new TextDecoder().decode(await unpack(carrier.textContent)).split(BETWEEN);
  return new Map(namesIn(carrier).map((name, i) => [name, texts[i] ?? '']));
}

function namesIn(carrier: Element): string[] {
  return carrier.getAttribute('data-asset')?.split(' ') ?? [];
}

/** The bytes of a carried text. Rejects where they are not those whose check sum stands before them. */
export async function unpack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const { CheckSum, Decompress } = await import('./inflate.ts');
  const letters = text.trim();
  const [parts, sum] = [[] as Uint8Array<ArrayBuffer>[], new CheckSum()];
  const stream = new Decompress((part) => {
    sum.add(part);
    parts.push(part.slice());
  });
  const wanted = new DataView(decoded(letters.slice(0, HEAD)).buffer).getUint32(0);
  for (let start = HEAD; start < letters.length; start += PIECE) {
    if (start > HEAD) await pause();
    stream.push(decoded(letters.slice(start, start + PIECE)), start + PIECE >= letters.length);
  }
  if (sum.value !== wanted) throw new RangeError('what is carried is damaged');
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Five letters are four bytes; at the end one letter more than bytes. The letters run from "(" to "|", with "}" for "<". */
function decoded(letters: string): Uint8Array<ArrayBuffer> {
  const groups = Math.ceil(letters.length / 5);
  const full = letters.padEnd(groups * 5, LAST_DIGIT);
  const view = new DataView(new ArrayBuffer(groups * 4));
  for (let group = 0; group < groups; group += 1) {
    let value = 0;
    for (let i = group * 5; i < group * 5 + 5; i += 1) {
      const code = full.charCodeAt(i);
      value = value * 85 + (code === 125 ? 20 : code - 40);
    }
    view.setUint32(group * 4, value);
  }
  return new Uint8Array(view.buffer, 0, Math.floor((letters.length * 4) / 5));
}
