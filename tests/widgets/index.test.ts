import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WIDGETS } from '../../widgets/index.ts';

const folders = readdirSync('widgets/experiments');

test('every widget stands in the index, under the name of its folder', () => {
  expect(Object.keys(WIDGETS).toSorted()).toEqual(folders.toSorted());
});

// The page defines an element for each folder and looks in widget.ts for facts with that tag (src/page.ts).
test.each(folders)('what the page will look for in %s is there', async (folder) => {
  const module = (await import(`../../widgets/experiments/${folder}/widget.ts`)) as Record<
    string,
    { tag?: string }
  >;
  const tags = Object.values(module).flatMap(({ tag }) => tag ?? []);
  expect(tags).toEqual([folder]);
});

// src/page.ts defines every element; a component with a script of its own would cost its page a request, and a second copy.
test.each(folders)('the component of %s brings no script', (folder) => {
  const [component = ''] = readdirSync(`widgets/experiments/${folder}`).filter((name) =>
    /\.astro$/.test(name),
  );
  expect(readFileSync(`widgets/experiments/${folder}/${component}`, 'utf8')).not.toMatch(
    /<script/i,
  );
});
