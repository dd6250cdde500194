/**
 * When storage may be touched. Chromium drops the storage that a document opened from a file asks for before the browser
 * process has taken note of that document, and does not say so: what is kept then seems to be there, and is gone with the
 * page. On a busy machine this befell one visit in ten. An answer from the browser process, whatever it says, shows that it
 * knows the document.
 */

/** A browser that never answers must not keep the book from running, in milliseconds. */
const LONGEST = 5000;

/** Resolves when the browser process has answered this document, or has had time enough; the page's theme hears it, too. */
export async function storageReady(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, LONGEST));
  // Asks how things stand, and the reader for nothing.
  const answer = async (): Promise<unknown> => navigator.permissions.query({ name: 'geolocation' });
  await Promise.race([answer().catch(() => undefined), late]);
  document.dispatchEvent(new Event('storageready'));
}
