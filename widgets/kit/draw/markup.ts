/** Markup as a value: text that goes in is escaped, markup that goes in is not. */
export interface Markup {
  readonly markup: string;
}
type Piece = Markup | string | number | null | undefined | false | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any text safe between tags and in quoted attributes. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

function written(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'number') return short(piece);
  if (typeof piece === 'string') return escape(piece);
  if (isList(piece)) return piece.map(written).join('');
  return piece.markup;
}

function isList(piece: Piece): piece is readonly Piece[] {
  return Array.isArray(piece);
}

/** A coordinate with two decimals at most: shorter pages, the same picture. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/**
 * Builds HTML or SVG from a template; interpolated text is escaped, numbers keep two decimals.
 * It is not called `html`, because formatters break such templates into lines, and spaces count in markup.
 */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const tail = pieces.map((piece, i) => written(piece) + (strings[i + 1] ?? ''));
  return { markup: (strings[0] ?? '') + tail.join('') };
}
/** The same, under the name that editors colour as SVG. */
export const svg = markup;
