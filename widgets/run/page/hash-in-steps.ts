/** The hash of a file where the browser offers none: it is missing where a page comes over plain http in a local network. */
import { sha256InSteps } from '../../kit/data/sha256.ts';
import { pause } from './pause.ts';

/** SHA-256 in hexadecimal, with room for the page between the steps. */
export async function hashInSteps(bytes: Uint8Array): Promise<string> {
  const steps = sha256InSteps(bytes);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await pause();
  }
}
