// Where the code of each experiment stands, written on its element: so the script that every page starts with names no
// experiment, and is as long for a book of forty of them as for one of six.
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasWorkbench } from '../workbench/integration.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const BOOK = 'widgets/experiments/*/widget.ts';
const WORKBENCH = 'src/workbench/*/widget.ts';

/** What `Frame.astro` writes, which a dev server understands as it is. */
const CODE = /(?<=\sdata-code=")\/[^"]*(?=")/g;

/**
 * The files of a chunk: its own first, then all that it imports, so that they are asked for at once and not one after the other.
 * @param {Readonly<Record<string, { type: string, imports?: readonly string[] }>>} bundle
 * @param {string} file
 * @param {Set<string>} [found]
 * @returns {ReadonlySet<string>}
 */
export function filesOf(bundle, file, found = new Set()) {
  if (!found.has(file)) {
    found.add(file);
    for (const one of bundle[file]?.imports ?? []) filesOf(bundle, one, found);
  }
  return found;
}

/**
 * A page in which each experiment has the files of its code, as seen from the script that asks for them: all lie in one folder.
 * @param {string} page
 * @param {ReadonlyMap<string, ReadonlySet<string>>} built by the address of a `widget.ts` from the project's root: its files
 */
export function withBuiltCode(page, built) {
  return page.replaceAll(CODE, (source) => {
    const files = built.get(source);
    if (!files)
      throw new Error(`An experiment's code should stand in ${source}: no such file was built.`);
    return [...files].map((file) => `./${basename(file)}`).join(' ');
  });
}

/**
 * The Astro integration: makes a file of each experiment's code, and writes its name into the pages when they are built.
 * @returns {import('astro').AstroIntegration}
 */
export function experimentCode() {
  /** @type {Map<string, ReadonlySet<string>>} */
  const built = new Map();
  const pattern = [BOOK];
  /** @type {import('vite').Plugin} */
  const plugin = {
    name: 'experiment-code',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      for (const file of globSync(pattern, { cwd: root })) {
        const id = join(root, file);
        const name = basename(dirname(file));
        this.emitFile({ type: 'chunk', id, name, preserveSignature: 'allow-extension' });
      }
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        const source = chunk.type === 'chunk' && chunk.facadeModuleId?.slice(root.length);
        if (source) built.set(source, filesOf(bundle, chunk.fileName));
      }
    },
  };
  return {
    name: 'experiment-code',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (hasWorkbench(command)) pattern.push(WORKBENCH);
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const place = join(folder, file);
          await writeFile(place, withBuiltCode(await readFile(place, 'utf8'), built));
        }
      },
    },
  };
}
