// What comes with every experiment lies in one file: it is smaller than several, and asked for once.

const EXPERIMENT = /\/widgets\/page\/experiment\.ts$/;
/** What most figures are made of, though no part of the page draws it. */
const FIGURES =
  /\/kit\/draw\/(part|panel|plot|apart|dots|bars|extent|legend|shares|text-width)\.ts$|d3-array\.mjs$/;
/** What a number in the text needs once a run has ended. */
const NUMBERS = /\/yours-value\.ts$/;
const PAGE = /\/src\/page\.ts$/;

/**
 * @typedef {{ getModuleInfo: (id: string) => { importers: readonly string[] } | null }} Graph
 */

/**
 * Whether a module comes at once with one of those meant, and not when it is needed.
 * @param {Graph} graph
 * @param {string} id
 * @param {RegExp} of
 * @param {Set<string>} [seen]
 * @returns {boolean}
 */
function comesWith(graph, id, of, seen = new Set()) {
  if (of.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const { importers = [] } = graph.getModuleInfo(id) ?? {};
  return importers.some((one) => comesWith(graph, one, of, seen));
}

/**
 * The Vite plug-in that lets the page's script lend to that file what it has.
 * @returns {import('vite').Plugin}
 */
export function pageLends() {
  return {
    name: 'page-lends',
    apply: 'build',
    configEnvironment: (name) =>
      name === 'client'
        ? { build: { rolldownOptions: { preserveEntrySignatures: 'allow-extension' } } }
        : undefined,
  };
}

/** The group of the bundler. What the page's own script has already is not in it. */
export const withExperiments = {
  /**
   * @param {string} id
   * @param {Graph} graph
   */
  name: (id, graph) => {
    const isPart = FIGURES.test(id) || NUMBERS.test(id) || comesWith(graph, id, EXPERIMENT);
    return isPart && !comesWith(graph, id, PAGE) ? 'experiment' : null;
  },
  // Else it would take from the page's script what that has.
  includeDependenciesRecursively: false,
};
