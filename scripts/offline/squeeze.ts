/** Pictures that a page has stored uncompressed, with the same pixels in fewer bytes: the one file carries each of them. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const PNG = /data:image\/png;base64,([A-Za-z0-9+/=]+)/g;
/** What comes before a PNG's first chunk, and around each chunk's data: length, name, checksum. */
const [SIGNATURE, WORD] = [8, 4];

/** A text in which every PNG in a `data:` address is compressed. */
export function squeezed(text: string): string {
  return text.replaceAll(PNG, (_, base64: string) => {
    const file = Buffer.from(base64, 'base64');
    const parts: Uint8Array[] = [file.subarray(0, SIGNATURE)];
    for (let at = SIGNATURE; at < file.length;) {
      const end = at + 3 * WORD + file.readUInt32BE(at);
      const name = file.toString('latin1', at + WORD, at + 2 * WORD);
      const data = file.subarray(at + 2 * WORD, end - WORD);
      parts.push(name === 'IDAT' ? chunk(name, smaller(data)) : file.subarray(at, end));
      at = end;
    }
    return `data:image/png;base64,${Buffer.concat(parts).toString('base64')}`;
  });
}

function smaller(data: Uint8Array): Buffer {
  return deflateSync(inflateSync(data), { level: 9 });
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const word = (value: number): Buffer => {
    const bytes = Buffer.alloc(WORD);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  return Buffer.concat([word(data.length), named, word(crc32(named))]);
}
