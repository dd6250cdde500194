/** Sheets that come with the code which needs them: a page that nobody touches goes without. */

/** Puts a sheet on a document of this page or of a window that it has opened. */
export function dress(css: string, page: Document = document): void {
  const view = page.defaultView as (Window & typeof globalThis) | null;
  if (!view) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
