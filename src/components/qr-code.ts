/** An address as a QR code with its letters below, for paper. */
import { encode } from 'uqr';
import { markup, svg, type Markup } from '../../widgets/kit/draw/markup.ts';
import { qrOf } from '#words/src/words';

/** Two modules of quiet ground stand around the code: paper adds the rest. */
const BORDER = 2;

export function qrCode(address: string, below = address): Markup {
  const { size, data } = encode(address, { border: BORDER });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return markup`${svg`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${qrOf(address)}"><path d="${path}"/></svg>`}${below !== '' && svg`<figcaption>${below}</figcaption>`}`;
}
