// How a part that is fetched on first touch brings along the files that it imports: all at once, not one after the other.

/** The module that Vite puts before each `import()`. */
const HELPER = '\0vite/preload-helper.js';

/**
 * In its place, what this book needs of it: its own is six times as long, for style sheets and browsers that are not met here,
 * and would stand in the script that every page starts with.
 */
const OURS = `export function __vitePreload(load, files = []) {
  for (const file of files) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL('../' + file, import.meta.url);
    document.head.append(link);
  }
  return load();
}`;

/**
 * The Vite plug-in that puts it there.
 * @returns {import('vite').Plugin}
 */
export function fetchAhead() {
  return {
    name: 'fetch-ahead',
    enforce: 'pre',
    // Experiments have one of their own: shared with the page's script, it would be a file that every page fetches.
    resolveId: (id, importer) =>
      id === HELPER && importer?.includes('/widgets/experiments/') ? `${HELPER}?own` : undefined,
    load: (id) => (id.startsWith(HELPER) ? OURS : undefined),
  };
}
