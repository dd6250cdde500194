// What one experiment alone looks like stands beside it; the kit's sheets hold what all of them share.
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const classesIn = (sheet: string): readonly string[] => {
  const rules = readFileSync(sheet, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const selectors = rules.replace(/\{[^{}]*\}/g, ' ');
  return [...new Set([...selectors.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name))];
};
/** Names in quoted markup, wherever code writes them. */
const usersOf = (name: string, files: readonly string[]): readonly string[] =>
  files.filter((file) =>
    new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(readFileSync(file, 'utf8')),
  );

const experiments = readdirSync('widgets/experiments');
const drawn = (folder: string): readonly string[] =>
  globSync(`${folder}/**/figure*.ts`).concat(globSync(`${folder}/**/*.astro`));
const shared = new Set(globSync('widgets/styles/*.css').flatMap(classesIn));

test.each(experiments.filter((name) => existsSync(`widgets/experiments/${name}/styles.css`)))(
  'every class in the sheet of %s is drawn by it, and by no other experiment',
  (name) => {
    const own = classesIn(`widgets/experiments/${name}/styles.css`).filter(
      (one) => !shared.has(one),
    );
    // A sheet without a class of its own says by its element whose it is.
    const sheet = readFileSync(`widgets/experiments/${name}/styles.css`, 'utf8');
    if (own.length === 0) expect(sheet).toMatch(new RegExp(`^\\s*${name} `, 'm'));
    const mine = drawn(`widgets/experiments/${name}`);
    const others = experiments.filter((other) => other !== name);
    for (const one of own) {
      expect(usersOf(one, mine), one).not.toEqual([]);
      const quoted = (file: string): boolean =>
        new RegExp(`class="([^"]* )?${one}[ "]`).test(readFileSync(file, 'utf8'));
      expect(
        others.flatMap((other) => drawn(`widgets/experiments/${other}`)).filter(quoted),
        one,
      ).toEqual([]);
    }
  },
);

test('no sheet of the kit speaks of an experiment', () => {
  const words = experiments.flatMap((name) => [
    name,
    ...name.split('-').filter((w) => w.length > 5),
  ]);
  for (const sheet of globSync('widgets/styles/*.css')) {
    const text = readFileSync(sheet, 'utf8');
    expect(
      words.filter((word) => text.includes(word)),
      sheet,
    ).toEqual([]);
  }
});

test('what only one experiment looks like is in no sheet of the kit, unless it is a word that authors are given', () => {
  const vocabulary = readFileSync('widgets/README.md', 'utf8');
  const code = globSync('{src,widgets/{controls,kit,page,run,server,shared}}/**/*.{ts,astro}');
  const quoted = (name: string): RegExp => new RegExp(`['"\`][^'"\`]*(?<![\\w-])${name}(?![\\w-])`);
  const draws = (name: string) => (file: string) => quoted(name).test(readFileSync(file, 'utf8'));
  const drawnBy = (name: string): readonly string[] =>
    experiments.filter((one) => drawn(`widgets/experiments/${one}`).some(draws(name)));
  const lonely = [...shared].filter(
    (name) =>
      !vocabulary.includes(`\`${name}\``) && !code.some(draws(name)) && drawnBy(name).length < 2,
  );
  expect(lonely).toEqual([]);
});
