/** Every part of a figure has its specimen in the workbench: a file of the same name, which uses it and draws in both layouts. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path/posix';
import { expect, test } from 'vitest';
import { drawing, WIDTH, type Part } from '../../widgets/kit/draw/part.ts';
import type { Layout } from '../../widgets/kit/contract/widget.ts';

const namesIn = (folder: string): readonly string[] =>
  globSync(`${folder}/*.ts`)
    .map((file) => basename(file.replaceAll('\\', '/'), '.ts'))
    .toSorted();

/** Modules of the folder that draw no part of a figure. */
const NO_PARTS = [
  ...['drawing', 'markup', 'run-markup', 'comparison'], // what a figure and a frame are written as
  ...['format', 'shares', 'text-width'], // numbers, and how wide words are
  'pixels', // the picture behind a pile
  'index', // what experiments are handed
];
const names = namesIn('src/workbench/specimens');

test('every module that draws a part has its specimen, and every specimen its module', () => {
  const modules = namesIn('widgets/kit/draw');
  expect(modules.filter((name) => !NO_PARTS.includes(name))).toEqual(names);
  expect(NO_PARTS.filter((name) => !modules.includes(name))).toEqual([]);
});

test.each(names)('%s says what it is, uses its part, and fits in both layouts', async (name) => {
  const file = `src/workbench/specimens/${name}.ts`;
  const source = readFileSync(file, 'utf8');
  expect(source).toMatch(/^\/\*\* \S.*\. \*\/\n/);
  expect(source).toContain(`/kit/draw/${name}.ts'`);
  const { specimen } = (await import(`../../src/workbench/specimens/${name}.ts`)) as {
    specimen: (of: Layout) => Part;
  };
  for (const layout of ['wide', 'narrow'] as const) {
    const drawn = drawing(specimen(layout), name);
    expect(drawn.body.markup).toMatch(/<(path|text|image|circle)\b/);
    expect(drawn.body.markup).not.toMatch(/NaN|undefined/);
    expect(drawn.width).toBeLessThanOrEqual(WIDTH[layout]);
  }
});
