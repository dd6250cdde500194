/** A template for HTML of several lines. */
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';

type Piece = Parameters<typeof markup>[1];

/** `markup` in which a line break, with the spaces after it, is nothing, as in JSX: pages carry no white space that nobody sees. */
export function block(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const tight = strings.map((text) => text.replace(/\n\s*/g, ''));
  return markup(Object.assign(tight, { raw: tight }), ...pieces);
}
