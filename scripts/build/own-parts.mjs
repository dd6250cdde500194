// A package of many small parts lies in one file, d3-array. What the kit uses of it comes with every experiment; what only some
// experiments use, each of them brings along itself.

const PARTS = 'd3-array';
const EXPERIMENT = /\/widgets\/experiments\/([^/]+)\//;

/** What it makes as it is loaded, by calls and reads that do nothing else: so the bundler may leave it out where it is unused. */
const treeshake = {
  manualPureFunctions: ['bisector', 'Blur2', 'shuffler'],
  propertyReadSideEffects: /** @type {const} */ (false),
};

/**
 * The Vite plug-in that gives each experiment a copy of its own, of which the bundler leaves what is used.
 * @returns {import('vite').Plugin}
 */
export function ownParts() {
  return {
    name: 'own-parts',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    configEnvironment: (name) =>
      name === 'client' ? { build: { rolldownOptions: { treeshake } } } : undefined,
    async resolveId(id, importer) {
      const [, experiment] = (id === PARTS && importer?.match(EXPERIMENT)) || [];
      const found = experiment && (await this.resolve(id, importer, { skipSelf: true }));
      return found ? { ...found, id: `${found.id}?of=${experiment}` } : undefined;
    },
  };
}
