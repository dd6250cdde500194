/** A printed page shows the reader's runs, so its QR code opens these and not the start. */
import { OUTCOME } from '../../widgets/kit/contract/border.ts';

/** The code is fetched with the first run: a browser that prints waits for nobody. */
export function followOnPaper(page: Document): void {
  const place = page.querySelector('.qr');
  // A local file has no address that a telephone could open, and many pages in one file have no one address.
  const isOneFile = 'edition' in page.documentElement.dataset;
  if (!place || isOneFile || !location.protocol.startsWith('http')) return;
  page.addEventListener(
    OUTCOME,
    () => {
      const coming = import('./paper-code.ts');
      coming.then(
        (code) => addEventListener('beforeprint', () => code.showCode(place)),
        console.warn,
      );
    },
    { once: true },
  );
}
