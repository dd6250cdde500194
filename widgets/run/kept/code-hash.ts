/** What an outcome depends on besides its settings, as one name: code, data and packages. Build and Node only. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Files that draw and say: no outcome depends on them, and a new word must not train every model again. */
const WORDY = /(?:^|\/)(?:figure(?:-[\w-]+)?|say|words)\.ts$/;
/** Lists of what there is: that an experiment or a data set has come says nothing of the others. */
const LISTS = /(?:^|\/)(?:sim\/runs|lab\/learners|data\/data-hashes)\.ts$/;
/** The package that an import names. */
const PACKAGE = /(?:from |import |import\()'((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?'/g;
const RUNNERS = ['widgets/run/node.ts', 'widgets/run/{sim,lab}/node.ts'];

/**
 * A hash over a widget's own code and that of the widgets whose models it asks for, the runners, all that they import, the
 * data that this names and versions of the packages that they import. Paths are below `root`.
 */
export function codeHash(root: string, tag: string, models: readonly string[] = []): string {
  const tags = [tag, ...models];
  const own = tags.map((one) => `{widgets/experiments,src/workbench}/${one}/**/*.ts`);
  const patterns = [...own, ...RUNNERS];
  const hash = createHash('sha256');
  const add = (name: string, bytes: string | Uint8Array): void => {
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  };
  const code = codeOf(root, tags, patterns);
  for (const file of [...code.keys()].toSorted()) add(file, code.get(file) ?? '');
  // Altered data must not hide behind an outcome of the right ones: the files of every set that the code names.
  const text = [...code.values()].join('\n');
  for (const card of globSync('public/data/*.json', { cwd: root }).toSorted()) {
    if (!new RegExp(`['"\`]${basename(card, '.json')}`).test(text)) continue;
    const { files } = JSON.parse(readFileSync(join(root, card), 'utf8')) as {
      readonly files: readonly { readonly name: string }[];
    };
    for (const { name } of files) add(name, readFileSync(join(root, 'public/data', name)));
  }
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  // Of packages that it does not import no outcome depends on any.
  const imported = new Set([...text.matchAll(PACKAGE)].map(([, name]) => name));
  const used = Object.entries(dependencies).filter(([name]) => imported.has(name));
  add('packages', JSON.stringify(used));
  return hash.digest('hex').slice(0, 16);
}

/** The files that the patterns name and all that they import, with their text; of experiments only those named. */
export function codeOf(
  root: string,
  tags: readonly string[],
  patterns: readonly string[],
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const add = (file: string): void => {
    const [, experiment] = /^widgets\/experiments\/([^/]+)\//.exec(file) ?? [];
    if (files.has(file) || WORDY.test(file) || LISTS.test(file)) return;
    if (experiment !== undefined && !tags.includes(experiment)) return;
    const text = readFileSync(join(root, file), 'utf8');
    files.set(file, text);
    for (const [, path = ''] of text.matchAll(/(?:from|import) '(\.[^']+\.ts)'/g))
      add(join(dirname(file), path));
  };
  for (const pattern of patterns) {
    for (const file of globSync(pattern, { cwd: root })) add(file);
  }
  return files;
}
