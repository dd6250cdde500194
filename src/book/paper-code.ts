/** The QR code of a printed page; fetched with the first run. */
import { setMarkup } from '../../widgets/run/page/trusted-types.ts';
import { qrCode } from '../components/qr-code.ts';

/** A code with more letters than this is too fine to be read off paper at its size. */
const LETTERS = 500;

/** Shows the code of the page's present address, and the page's own where something cannot be done on paper. */
export function showCode(place: Element): void {
  setMarkup(place, qrCode(printable(location)));
  for (const at of document.querySelectorAll('.on-paper > [data-part="address"]')) {
    at.textContent = location.origin + location.pathname;
  }
}

function printable({ href, origin, pathname }: Location): string {
  return href.length > LETTERS ? `${origin}${pathname}` : href;
}
