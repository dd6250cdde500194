/** Files in one ZIP, stored as they are: what every system unpacks, without a library. */

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The check sum that a ZIP holds of each file (CRC-32). */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** 1 January 1980, midnight: the first moment a ZIP knows. When a file was made is nobody’s business. */
const DATE = 0x0021;
const UTF8_NAMES = 0x0800;
/** What is put in front of each file, in bytes; what the register says of it; and what ends the register. */
const [LOCAL, ENTRY, END] = [30, 46, 22];

export interface ZipFile {
  readonly name: Uint8Array;
  readonly bytes: Uint8Array;
}

/** The bytes of a ZIP with these files; at most 65,535 of them, and 4 GB. */
export function zipOf(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> {
  const size = files.reduce(
    (sum, { name, bytes }) => sum + LOCAL + ENTRY + 2 * name.length + bytes.length,
    END,
  );
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const register: (() => void)[] = [];
  let at = 0;
  const put = (...fields: readonly (readonly [2 | 4, number])[]): void => {
    for (const [width, value] of fields) {
      if (width === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += width;
    }
  };
  const append = (bytes: Uint8Array): void => {
    out.set(bytes, at);
    at += bytes.length;
  };
  for (const { name, bytes } of files) {
    const from = at;
    const length = bytes.length;
    const shared = [
      [2, 20],
      [2, UTF8_NAMES],
      [2, 0],
      [2, 0],
      [2, DATE],
      [4, crc32(bytes)],
      [4, length],
      [4, length],
      [2, name.length],
      [2, 0],
    ] as const;
    put([4, 0x04034b50], ...shared);
    append(name);
    append(bytes);
    register.push(() => {
      put([4, 0x02014b50], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, from]);
      append(name);
    });
  }
  const begin = at;
  for (const write of register) write();
  const count = files.length;
  put([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, at - begin], [4, begin], [2, 0]);
  return out;
}
