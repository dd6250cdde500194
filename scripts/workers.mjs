/**
 * Bundles the workers as classic scripts: the lab, and one for each simulation. Names carry no hash: the page asks for a worker by name and lets the server
 * say whether it has changed (`cache: 'no-cache'`), and the one-file edition finds its embedded copies under the same names.
 * The page knows the hash of each: a worker of another edition, or what a network sends in its place, is not opened.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { minifySync } from 'rolldown/experimental';
import { leaveOutHelp } from './build/leave-out-help.mjs';
import { hasWorkbench } from './workbench/integration.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
/** Of all simulations, for pages of earlier editions; the workbench has another. */
let allSimulations = 'widgets/run/sim/all-worker.ts';
const RUNS = 'widgets/run/sim/runs.ts';
/** The workbench's simulations, which are together in one worker. */
const OF_WORKBENCH = ['each-state', 'every-part'];
const WORKBENCH = 'src/workbench/sim-worker.ts';
/** Made when a worker is bundled: the entry of one simulation. */
const ONE = '\0simulation:';

/**
 * Every worker's entry by its name: a path below the project's root, or the made one of a simulation.
 * @returns {Record<string, string>}
 */
export function entries() {
  const simulations = [...simulationsIn(readFileSync(join(root, RUNS), 'utf8')).keys()];
  return {
    lab: 'widgets/run/lab/worker.ts',
    grade: 'src/tasks/grading/teach/worker.ts',
    code: 'src/tasks/kinds/code/page/worker.ts',
    sim: allSimulations,
    ...Object.fromEntries(simulations.map((name) => [`sim-${name}`, `${ONE}${name}`])),
  };
}

/**
 * The simulations of the table in `runs.ts`: by name, what each is called there and the file it comes from.
 * @param {string} table
 * @returns {Map<string, { run: string, file: string }>}
 */
export function simulationsIn(table) {
  const files = new Map(
    [...table.matchAll(/^import \{ (\w+) \} from '([^']+)';$/gm)].map(([, run, file]) => [
      run,
      file,
    ]),
  );
  return new Map(
    [...table.matchAll(/^ {2}'sim\/([\w-]+)': (\w+),$/gm)].map(([, name = '', run = '']) => {
      const file = files.get(run);
      if (!file) throw new Error(`${RUNS}: ${run} is imported in no line of its own`);
      return [name, { run, file }];
    }),
  );
}

/** Writes the entry of a simulation. */
function oneSimulation() {
  const folder = dirname(join(root, RUNS));
  return {
    name: 'one-simulation',
    resolveId: (/** @type {string} */ id) => (id.startsWith(ONE) ? id : null),
    load: (/** @type {string} */ id) => {
      if (!id.startsWith(ONE)) return null;
      const name = id.slice(ONE.length);
      const found = simulationsIn(readFileSync(join(root, RUNS), 'utf8')).get(name);
      if (!found) throw new Error(`${RUNS} has no simulation called ${name}`);
      const from = (/** @type {string} */ file) => JSON.stringify(join(folder, file));
      return `import { simulate } from ${from('worker.ts')};
import { ${found.run} } from ${from(found.file)};
simulate({ 'sim/${name}': ${found.run} });`;
    },
  };
}
// The threaded build of wasm needs cross-origin isolation, which a static host cannot promise. The one without SIMD is asked
// for by pages of earlier editions only.
const OF_TFJS = ['tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm.wasm'];
/** Where each wasm file lies, by its name in the book: TF.js’s, and the engine of students’ programs. */
const WASM = {
  ...Object.fromEntries(OF_TFJS.map((name) => [name, join(wasmFolder(), name)])),
  'quickjs.wasm': require.resolve('quickjs-wasi/quickjs.wasm'),
};
/** Files that only pages of earlier editions ask for. */
const OF_EARLIER = ['workers/sim.js', 'workers/tfjs-backend-wasm.wasm'];
/** Of each hash so many hexadecimal digits stand in the page's code: 64 bits, for nothing but accidents brings another file. */
const HASH_DIGITS = 16;
const NOTICE =
  '/*! With TensorFlow.js 4.22.0 and Comlink 4.4.2, copyright Google LLC, Apache License 2.0: https://www.apache.org/licenses/LICENSE-2.0; where programs are run, with quickjs-wasi 3.7.0, copyright Vercel, Inc., of QuickJS, copyright Fabrice Bellard, Charlie Gordon and others, and Sucrase 3.35.1, copyright its contributors, MIT License: https://opensource.org/license/mit */';

/** The folder of TF.js's wasm files. */
function wasmFolder() {
  return join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist');
}

/** What TF.js brings for Node, for hashing texts and for random numbers of its own, none of which a worker of this book asks for. */
const LEFT_OUT = /^(fs|path|os|util|crypto|worker_threads|perf_hooks|node-fetch|long|seedrandom)$/;
/** In its place: what is asked for while the code is loaded, and no more. */
const NOTHING =
  'export default { fromString() {} }; export const wasmWorkerContents = "", alea = undefined;';

/** What the stripper of types could do besides: other languages, other kinds of modules, and a look at what it is asked for. */
const OTHER_WORK =
  /sucrase.dist.esm.(HelperManager|CJSImportProcessor|computeSourceMap|Options|parser.plugins.(flow|jsx.\w+)|transformers.(CJSImport|Flow|JestHoist|JSX|ReactDisplayName|ReactHotLoader)Transformer)\.js$/;

/** A module whose functions, and what they make, do nothing. @param {string} id */
async function idle(id) {
  const names = (await readFile(id, 'utf8')).matchAll(/^export +(?:function|class|const) (\w+)/gm);
  const none = "function () { return { emitHelpers: () => '' }; }";
  const own = [...names].map(([, name]) => `export const ${name} = ${none};`);
  return `${own.join('')} export default ${none}`;
}

function forBrowsers() {
  return {
    name: 'for-browsers',
    resolveId: (/** @type {string} */ id) => {
      if (LEFT_OUT.test(id) || id.includes('threaded-simd')) return { id: `\0none:${id}` };
      return null;
    },
    load: (/** @type {string} */ id) =>
      id.startsWith('\0none:') ? NOTHING : OTHER_WORK.test(id) ? idle(id) : null,
  };
}

/**
 * One worker as the text of a classic script.
 * @param {string} entry as `entries` has it
 * @returns {Promise<string>}
 */
export async function bundleWorker(entry) {
  const bundle = await rolldown({
    input: entry.startsWith(ONE) ? entry : join(root, entry),
    cwd: root,
    platform: 'browser',
    resolve: {
      mainFields: ['browser', 'module', 'main'],
      alias: {
        '@tensorflow/tfjs$': '@tensorflow/tfjs-core/dist/register_all_gradients.js',
      },
    },
    plugins: [oneSimulation(), forBrowsers(), leaveOutHelp()],
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
 * All workers and the wasm files, by their names in the book.
 * @returns {Promise<Map<string, string | Buffer>>}
 */
async function workerFiles() {
  /** @type {Map<string, string | Buffer>} */
  const files = new Map();
  for (const [name, entry] of Object.entries(entries())) {
    files.set(`workers/${name}.js`, await bundleWorker(entry));
  }
  if (allSimulations === WORKBENCH) {
    const together = files.get('workers/sim.js') ?? '';
    for (const name of OF_WORKBENCH) files.set(`workers/sim-${name}.js`, together);
  }
  for (const [name, path] of Object.entries(WASM))
    files.set(`workers/${name}`, await readFile(path));
  return files;
}

/**
 * Tells the page what its workers must be: the table stands in the code that opens them, so it costs no request.
 * @param {() => Promise<Map<string, string | Buffer>>} filesOf
 */
export function hashesInPlace(filesOf) {
  const plugin = {
    name: 'worker-hashes',
    /** Whether the table is part of the page's code. */
    isUsed: false,
    load: async (/** @type {string} */ id) => {
      if (!id.endsWith('/widgets/run/page/worker-hashes.ts')) return null;
      plugin.isUsed = true;
      const hashes = [...(await filesOf())]
        .filter(([name]) => !OF_EARLIER.includes(name))
        .map(([name, bytes]) => [name, sha256(bytes).slice(0, HASH_DIGITS)]);
      return `export const WORKER_HASHES = ${JSON.stringify(Object.fromEntries(hashes))};`;
    },
  };
  return plugin;
}

/**
 * The entry of a worker by its file's name; the workbench's own simulations are together in one.
 * @param {string} file
 */
function entryOf(file) {
  const name = file.replace(/\.js$/, '');
  const isWorkbench = OF_WORKBENCH.some((one) => name === `sim-${one}`);
  return entries()[name] ?? (isWorkbench ? allSimulations : undefined);
}

/** @param {string | Buffer} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
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
    const entry = entryOf(file);
    return entry ? bundleWorker(entry) : readFile(WASM[file] ?? '');
  };
  server.middlewares.use(async (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = /\/workers\/([\w.-]+)$/.exec(path)?.[1] ?? '';
    if (!WASM[file] && !entryOf(file)) {
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
 * The Astro integration: workers and wasm files in `workers/` beside the pages, and their hashes in the pages' code.
 * @returns {import('astro').AstroIntegration}
 */
export function workers() {
  /** @type {ReturnType<typeof workerFiles> | undefined} */
  let made;
  const filesOf = () => (made ??= workerFiles());
  const hashes = hashesInPlace(filesOf);
  return {
    name: 'workers',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // Its experiments run in the worker that simulates.
        if (hasWorkbench(command)) allSimulations = WORKBENCH;
        if (command === 'build') updateConfig({ vite: { plugins: [hashes] } });
      },
      'astro:server:setup': ({ server }) => serveWorkers(server),
      'astro:build:done': async ({ dir }) => {
        if (!hashes.isUsed)
          throw new Error('scripts/workers.mjs: no page has the hashes of its workers');
        await mkdir(new URL('workers', dir), { recursive: true });
        for (const [name, bytes] of await filesOf()) await writeFile(new URL(name, dir), bytes);
        // The one script that is in no bundle; every page waits for it.
        const first = new URL('theme.js', dir);
        const { code, errors } = minifySync('theme.js', await readFile(first, 'utf8'));
        if (errors.length > 0) throw new Error(`public/theme.js: ${String(errors[0])}`);
        await writeFile(first, code);
      },
    },
  };
}
