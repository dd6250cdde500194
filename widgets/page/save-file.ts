/** A file on the reader's disk. */

/** Long enough for a browser that asks where to put it. */
const KEPT = 60_000;

/** Offers a text, or bytes, as a download; works under the book's policy and from a local file, because a blob needs no server. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const charset = typeof content === 'string' ? ';charset=utf-8' : '';
  const url = URL.createObjectURL(new Blob([content], { type: `${type}${charset}` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
