/** The licences of what the book carries of others’ work: its packages, with all that these bring along. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What builds the book and stays out of it. */
const TOOLS = /^(?:astro|@astrojs\/.*|yaml)$/;

interface Package {
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const read = (folder: string): Package =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

/** The notices of the project in a folder. Throws where a package tells no licence. */
export function noticesOf(root: string): string {
  const seen = new Map<string, string>();
  const visit = (name: string): void => {
    const folder = join(root, 'node_modules', name);
    if (seen.has(name) || !existsSync(folder)) return;
    const { version, license, homepage = '', dependencies = {} } = read(folder);
    if (license === undefined) throw new Error(`${name} tells no licence.`);
    const files = readdirSync(folder).filter((file) =>
      /^(?:licen[cs]e|notice|copying)/i.test(file),
    );
    const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
    seen.set(name, [`${name} ${version}, ${license} ${homepage}`.trim(), ...texts].join('\n\n'));
    for (const one of Object.keys(dependencies)) visit(one);
  };
  for (const name of Object.keys(read(root).dependencies ?? {})) if (!TOOLS.test(name)) visit(name);
  const rule = `\n\n${'-'.repeat(72)}\n\n`;
  return `${[...seen]
    .toSorted()
    .map(([, text]) => text)
    .join(rule)}\n`;
}
