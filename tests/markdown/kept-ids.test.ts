import { expect, test } from 'vitest';
import { keptIds } from '../../src/markdown/kept-ids.ts';
import { element, text, type Branch } from '../../src/markdown/tree.ts';

function heading(...children: Branch[]): Branch {
  const made = element('h2', {}, children);
  keptIds()(element('div', {}, [made]));
  return made;
}
const link = (href: string, ...words: Branch[]): Branch => element('a', { href }, words);

test('an empty link at the end of a heading is its id, and is gone', () => {
  const made = heading(text('New words '), link('#old-words'));
  expect(made.properties).toEqual({ id: 'old-words' });
  expect(made.children).toEqual([text('New words')]);
});

test.each([
  ['a link with words', [text('See '), link('#here', text('here'))]],
  ['an empty link elsewhere', [link('#old-words'), text('New words')]],
  ['an empty link to another page', [text('New words'), link('https://example.org/')]],
  ['no link', [text('New words')]],
  ['no words', []],
])('%s leaves a heading as it is', (_, children) => {
  const made = heading(...children);
  expect(made.properties).toEqual({});
  expect(made.children).toEqual(children);
});
