/** A printed page shows the reader's runs, so its QR code opens these and not the start. */
import { setMarkup } from '../../widgets/run/page/trusted-types.ts';
import { OUTCOME } from '../../widgets/kit/contract/border.ts';

/** A code with more letters than this is too fine to be read off paper at its size. */
const LETTERS = 500;

/** The code is fetched with the first run: a browser that prints waits for nobody. */
export function followOnPaper(page: Document): void {
  const place = page.querySelector('.qr');
  // A local file has no address that a telephone could open, and many pages in one file have no one address.
  const isOneFile = 'edition' in page.documentElement.dataset;
  if (!place || isOneFile || !location.protocol.startsWith('http')) return;
  page.addEventListener(
    OUTCOME,
    () => {
      import('../components/qr-code.ts').then(
        ({ qrCode }) =>
          addEventListener('beforeprint', () => setMarkup(place, qrCode(printable(location)))),
        (error: unknown) => console.warn(error),
      );
    },
    { once: true },
  );
}

function printable({ href, origin, pathname }: Location): string {
  return href.length > LETTERS ? `${origin}${pathname}` : href;
}
