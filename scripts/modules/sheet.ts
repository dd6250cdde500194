/** The sheet of a page, for an element: what holds for the page holds for what stands in the element, and reaches nothing around it. */

const FACE = /@font-face\s*\{[^}]*\}/g;
/** A page by its names, where a selector begins or goes on with one. */
const PAGE = /(?<![\w.#:"'=[(-])(?:html|body)(?![\w-])(?=[^{}]*\{)|:root(?![\w-])/g;

/** `sheet` for the element; `faces` are those that come from no file, which only a document can have. */
export function forElement(css: string): { readonly sheet: string; readonly faces: string } {
  const faces = css.match(FACE) ?? [];
  const alone = css.replaceAll(FACE, '').replaceAll(PAGE, '.module');
  return {
    // Nothing is handed down to it from around: neither how words stand nor what size they are.
    sheet: `.module{all:initial}${alone}`,
    faces: faces.filter((face) => !/url\(/.test(face)).join(''),
  };
}
