/**
 * Bundles the two workers as classic scripts. Names carry no hash: the page asks for a worker by name and lets the server
 * say whether it has changed (`cache: 'no-cache'`), so a page and its worker are always of one edition, and the one-file
 * edition finds its embedded copies under the same names.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const ENTRIES = { sim: 'widgets/run/sim/worker.ts', lab: 'widgets/run/lab/worker.ts' };
// The threaded build of wasm needs cross-origin isolation, which a static host cannot promise.
const WASM = ['tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm.wasm'];
const NOTICE =
  '/*! With TensorFlow.js 4.22.0 and Comlink 4.4.2, copyright Google LLC, Apache License 2.0: https://www.apache.org/licenses/LICENSE-2.0 */';

/** The folder of TF.js's wasm files. */
function wasmFolder() {
  return join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist');
}

/** What TF.js drags in for Node, and what Node alone needs: neither belongs into a browser's worker. */
function forBrowsers() {
  const nodeOnly = /^(fs|path|os|util|crypto|worker_threads|perf_hooks|node-fetch)$/;
  return {
    name: 'for-browsers',
    resolveId: (/** @type {string} */ id) => {
      if (nodeOnly.test(id) || id.includes('threaded-simd')) return { id: `\0none:${id}` };
      return null;
    },
    load: (/** @type {string} */ id) =>
      id.startsWith('\0none:') ? 'export default {}; export const wasmWorkerContents = "";' : null,
  };
}

/**
 * One worker as the text of a classic script.
 * @param {string} entry a path below the project's root
 * @returns {Promise<string>}
 */
export async function bundleWorker(entry) {
  const bundle = await rolldown({
    input: join(root, entry),
    cwd: root,
    platform: 'browser',
    resolve: {
      mainFields: ['browser', 'module', 'main'],
      alias: {
        '@tensorflow/tfjs$': '@tensorflow/tfjs-core/dist/register_all_gradients.js',
      },
    },
    plugins: [forBrowsers()],
    logLevel: 'warn',
  });
  const { output } = await bundle.generate({
    format: 'iife',
    minify: true,
    codeSplitting: false,
    // The same notice stands above each of a thousand files; once is enough.
    comments: false,
    postBanner: NOTICE,
  });
  await bundle.close();
  return output[0].code;
}

/**
 * Writes both workers and the wasm files into a folder.
 * @param {string} folder
 */
async function writeWorkers(folder) {
  await mkdir(folder, { recursive: true });
  for (const [name, entry] of Object.entries(ENTRIES)) {
    await writeFile(join(folder, `${name}.js`), await bundleWorker(entry));
  }
  for (const file of WASM) await copyFile(join(wasmFolder(), file), join(folder, file));
}

/**
 * Answers `/workers/NAME` in `astro dev`: each worker is bundled when first asked for, and again after a change.
 * @param {import('vite').ViteDevServer} server
 */
function serveWorkers(server) {
  /** @type {Map<string, Promise<string | Buffer>>} */
  const made = new Map();
  server.watcher.on('all', (_event, path) => path.includes('widgets') && made.clear());
  /** @param {string} file */
  const make = (file) => {
    const entry = Object.entries(ENTRIES).find(([name]) => file === `${name}.js`)?.[1];
    return entry ? bundleWorker(entry) : readFile(join(wasmFolder(), file));
  };
  server.middlewares.use(async (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = /\/workers\/([\w.-]+)$/.exec(path)?.[1] ?? '';
    if (!WASM.includes(file) && !Object.keys(ENTRIES).includes(file.replace(/\.js$/, ''))) {
      next();
      return;
    }
    try {
      const bytes = made.get(file) ?? make(file);
      made.set(file, bytes);
      response.setHeader(
        'Content-Type',
        file.endsWith('.js') ? 'text/javascript' : 'application/wasm',
      );
      response.end(await bytes);
    } catch (error) {
      made.delete(file);
      next(error);
    }
  });
}

/**
 * The Astro integration: workers and wasm files in `workers/` beside the pages.
 * @returns {import('astro').AstroIntegration}
 */
export function workers() {
  return {
    name: 'workers',
    hooks: {
      'astro:server:setup': ({ server }) => serveWorkers(server),
      'astro:build:done': ({ dir }) => writeWorkers(join(fileURLToPath(dir), 'workers')),
    },
  };
}
