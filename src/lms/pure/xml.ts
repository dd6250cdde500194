/** Files in XML. */
import type { Markup } from '../../../widgets/kit/draw/markup.ts';

/** What XML has no way to write. */
const NEVER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A file with its declaration first; what no file may hold is left out, and half a sign is replaced. */
export const xmlFile = ({ markup: text }: Markup): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${text.replaceAll(NEVER, '').replaceAll(/\p{Surrogate}/gu, '\uFFFD')}\n`;
