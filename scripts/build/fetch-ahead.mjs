// How a part that is fetched on first touch brings along the files that it imports: all at once, not one after the other.

import { fileURLToPath } from 'node:url';

/** The module that Vite puts before each `import()`. */
const HELPER = '\0vite/preload-helper.js';
/** What comes with an experiment; not what brings it, and what is drawn by hand in it. */
const WITH_EXPERIMENTS = /\/widgets\/(?!page\/(define-widget|controls\/wake-surface)\.ts)/;

/** Whatever is fetched later comes by way of the one file that knows what to do when it does not come. */
const LATE = fileURLToPath(new URL('../../widgets/page/late.ts', import.meta.url));
const BRING = `import { bring } from ${JSON.stringify(LATE)};`;

/**
 * In its place, what this book needs of it: its own is six times as long, for style sheets and browsers that are not met here,
 * and would stand in the script that every page starts with. Each file once: every run imports its parts anew.
 */
const OURS = `${BRING} export function __vitePreload(load, files = []) {
  for (const file of files) {
    if (asked.has(file)) continue;
    asked.add(file);
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL('../' + file, import.meta.url);
    document.head.append(link);
  }
  return bring(load);
}
const asked = new Set();`;

/**
 * The code of an experiment names no files to fetch ahead: names are long, no two are alike, and most of what its parts import
 * is there already; the rest comes after them.
 */
const NONE_AHEAD = `${BRING} export const __vitePreload = (load) => bring(load);`;
/** What may not import from the page's script, or every page would fetch one file more; whoever asks these brings them by `late.ts`. */
const APART = /\/widgets\/(run\/page\/(assets|worker-file)\.ts$|experiments\/)/;
const PLAIN = 'export const __vitePreload = (load) => load();';
/** The files that all experiments share. */
const SHARED = new Set(['experiment', 'parts']);
const NAMES = /^const __vite__mapDeps=.*?;\n|,__vite__mapDeps\(\[[\d,]*\]\)/gm;

/**
 * The Vite plug-in that puts it there.
 * @returns {import('vite').Plugin}
 */
export function fetchAhead() {
  return {
    name: 'fetch-ahead',
    enforce: 'pre',
    // What comes with experiments has one of its own: shared with the page's script, it would be a file that every page fetches.
    resolveId: (id, importer = '') => {
      if (id !== HELPER) return undefined;
      if (APART.test(importer)) return `${HELPER}?plain`;
      return WITH_EXPERIMENTS.test(importer) ? `${HELPER}?own` : undefined;
    },
    load: (id) =>
      ({ [HELPER]: OURS, [`${HELPER}?own`]: NONE_AHEAD, [`${HELPER}?plain`]: PLAIN })[id],
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          const isOne = WITH_EXPERIMENTS.test(file.facadeModuleId ?? '');
          if (isOne || SHARED.has(file.name)) file.code = file.code.replaceAll(NAMES, '');
        }
      },
    },
  };
}
