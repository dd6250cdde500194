/**
 * The core alone cannot differentiate. Its gradients live in ES modules that Node cannot load (imports without file
 * endings, in a package that is not `type: module`), so on Node they come with the complete package, which shares the one
 * copy of the core. For the worker, `scripts/workers.mjs` puts the core's own gradients in place of this import.
 */
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- never bundled: see above
import '@tensorflow/tfjs';
