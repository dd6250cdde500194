/** The reader's clipboard. */

/** Puts a text there; false where the browser keeps it closed. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
