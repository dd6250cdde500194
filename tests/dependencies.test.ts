// Packages: each one that code imports is named in package.json, and each one that is named there is used.
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';

type Names = Readonly<Record<string, string>>;
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Names;
  readonly devDependencies: Names;
};

const d3 = JSON.parse(readFileSync('node_modules/d3/package.json', 'utf8')) as {
  readonly dependencies: Names;
};

const code = globSync(['{src,widgets,scripts,tests}/**/*.{ts,mjs,astro}', '*.{ts,mjs}']).map(
  (file) => readFileSync(file, 'utf8'),
);
const IMPORT =
  /^[ \t]*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"]((?:@[\w-]+\/)?[\w-]+)/gm;
const imported = new Set(
  code.flatMap((text) => [...text.matchAll(IMPORT)].map(([, one = '']) => one)),
);

test('every package that is imported is named: none comes by way of another', () => {
  const foreign = [...imported].filter((one) => one !== 'node' && !builtinModules.includes(one));
  expect(foreign.length).toBeGreaterThan(10);
  expect(foreign.filter((one) => !(one in dependencies || one in devDependencies))).toEqual([]);
});

test('every package that the book needs is imported; fonts are read from their folders', () => {
  // d3 is named for its parts: one of them, imported by its own name, is d3 in use.
  const served = Object.keys(d3.dependencies).some((part) => imported.has(part));
  const needless = Object.keys(dependencies).filter(
    (name) => !imported.has(name) && !(name === 'd3' && served),
  );
  expect(needless.filter((name) => !name.startsWith('@fontsource-variable/'))).toEqual([]);
});

test('every package that its making needs is used: imported, named in a setting, or run by name', () => {
  const settings = ['.prettierrc.json', 'scripts/audit.mjs'].map((file) =>
    readFileSync(file, 'utf8'),
  );
  // Types come with what they describe; `astro check` asks for its own package, and it and the linter for typescript.
  const silent = /^@types\/|^@astrojs\/check$|^typescript$/;
  const rest = Object.keys(devDependencies).filter(
    (name) => !imported.has(name) && !silent.test(name),
  );
  const uses = (name: string): boolean =>
    [...code, ...settings].some((text) => text.includes(`'${name}'`) || text.includes(`"${name}"`));
  expect(rest.filter((name) => !uses(name))).toEqual([]);
});
