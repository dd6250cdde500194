/** An address as a QR code: for paper with its letters below, or alone. */
import { encode } from 'uqr';
import { markup, svg, type Markup } from '../../widgets/kit/draw/markup.ts';
import { qrOf } from '#words/src/words';

/** Two modules of quiet ground stand around the code: paper adds the rest. */
const BORDER = 2;

export const qrCode = (address: string, below = address): Markup =>
  markup`${qrAlone(address, qrOf(address))}${below !== '' && svg`<figcaption>${below}</figcaption>`}`;

/** The code alone. Of a version above `most` there is none: its modules would be too small to scan. */
export function qrAlone(address: string, label: string, most = 40): Markup | undefined {
  const { size, data, version } = encode(address, { border: BORDER });
  if (version > most) return undefined;
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return svg`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}"><path d="${path}"/></svg>`;
}
