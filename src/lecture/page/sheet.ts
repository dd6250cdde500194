/** How a lecture looks: a sheet that is there only while somebody lectures. */
import css from '../lecture.css?inline';

/** Puts it on a document of this page or of a window that it has opened. */
export function dress(page: Document): void {
  const view = page.defaultView as (Window & typeof globalThis) | null;
  if (!view) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
