/** A text as a file on the reader's disk. */

/** Long enough for a browser that asks where to put it. */
const KEPT = 60_000;

/** Offers a text as a download; works under the book's policy and from a local file, because a blob needs no server. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
