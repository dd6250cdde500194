// What stands in `content/` is text that the book can read; what is not, is named before any bundler stumbles over it.
// A byte order mark and line ends of Windows are no faults: the pages come out the same.
import { isUtf8 } from 'node:buffer';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const TEXT = /\.(?:mdx|yaml|bib|md)$/;
/** Endings that look right and are not: such a file would be passed over in silence. */
const NEARLY = [
  [/\.(?:markdown|mdx\.txt|mdx\.md)$/i, '.mdx'],
  [/\.(?:yml|yaml\.txt)$/i, '.yaml'],
  [/\.mdx$/i, '.mdx'],
  [/\.yaml$/i, '.yaml'],
];

/** Where the first byte stands that is no UTF-8, or -1: a decoder puts a sign of its own in its place. */
export function firstBadByte(bytes) {
  if (isUtf8(bytes)) return -1;
  const [before = ''] = Buffer.from(bytes).toString('utf8').split('\ufffd');
  return Buffer.byteLength(before);
}

/** What is wrong with the bytes of a text, and what to do; nothing where they are fine. */
export function faultOfText(bytes) {
  const SAVE = 'Open it in an editor and save it as UTF-8';
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return `it is UTF-16, and the book reads UTF-8. ${SAVE}.`;
  }
  const at = firstBadByte(bytes);
  if (at >= 0) {
    const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
    const shown = bytes[at].toString(16).toUpperCase();
    const meant = new TextDecoder('windows-1252').decode(bytes.subarray(at, at + 1));
    return `line ${line}, byte ${at}: 0x${shown} is no UTF-8 (in Windows-1252 it would be “${meant}”). ${SAVE}.`;
  }
  const zero = bytes.indexOf(0);
  return zero < 0
    ? undefined
    : `byte ${zero} is zero: this is no text. Put another file in its place.`;
}

/**
 * The faults of the files below `content/`, each with its file and what to do.
 * @param {string} root the book's folder
 */
export function sourceFaults(root) {
  const faults = [];
  const look = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !TEXT.test(file)) look(file);
      else {
        const fault = faultOfFile(root, file);
        if (fault) faults.push(`${file}: ${fault}`);
      }
    }
  };
  look('content');
  return faults;
}

function faultOfFile(root, file) {
  const depth = file.split('/').length;
  if (/\.md$/i.test(file) && depth > 2) {
    return 'a lesson ends in .mdx; with .md it would not be in the book. Rename it.';
  }
  const nearly = NEARLY.find(([pattern]) => pattern.test(file));
  if (!TEXT.test(file)) {
    return nearly ? `the book reads ${nearly[1]} only. Rename it.` : undefined;
  }
  try {
    return faultOfText(readFileSync(join(root, file)));
  } catch (error) {
    const why = error.code === 'EISDIR' ? 'it is a folder' : error.message;
    return `it cannot be read: ${why}. Mend that or take the file away.`;
  }
}

/**
 * How many lessons are written below `content/`.
 * @param {string} root the book's folder
 */
export function lessonsWritten(root) {
  const files = readdirSync(join(root, 'content'), { recursive: true });
  return files.filter((name) => name.endsWith('.mdx')).length;
}
