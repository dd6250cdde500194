// docs/interface.md is a promise to tools that know nothing of the code: every headless key stands in it, and nothing else.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KINDS } from '../src/tasks/practice/kinds.ts';
import { loadWidgets } from '../widgets/index.ts';

const WIDGETS = await loadWidgets();
const page = readFileSync('docs/interface.md', 'utf8');
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => [/`([\w-]+)`/.exec(section)?.[1] ?? '', section] as const),
);

test('every kind of question is listed', () => {
  const [, listed = ''] = /`data-kind`\s*\|([^|]*)\|/.exec(page) ?? [];
  const kinds = [...listed.matchAll(/`([\w-]+)`/g)].map(([, kind]) => kind);
  expect(kinds).toEqual(Object.keys(KINDS));
});

test('every widget has a section, and every section a widget', () => {
  expect([...sections.keys()].toSorted()).toEqual(Object.keys(WIDGETS).toSorted());
});

test.each(Object.values(WIDGETS))('the settings and measures of $tag are all listed', (widget) => {
  const section = sections.get(widget.tag) ?? '';
  const settings = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(settings).toEqual(Object.keys(widget.params as object));
  const measures = section.slice(section.indexOf('\nMeasures:'));
  const named = [...measures.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(widget.measures));
  expect(section).toContain(`(version ${widget.version})`);
});
