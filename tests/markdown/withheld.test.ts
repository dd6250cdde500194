import { expect, test } from 'vitest';
import { element, text, type Branch } from '../../src/markdown/tree.ts';
import { withheld } from '../../src/markdown/withheld.ts';

const after = (of: string, line = 1): Branch => ({
  type: 'mdxJsxFlowElement',
  name: 'After',
  attributes: [{ type: 'mdxJsxAttribute', name: 'of', value: of }],
  position: { start: { line }, end: { line } },
  children: [text('Two turned 66.')],
});
const p = (...children: Branch[]): Branch => element('p', {}, children);

/** A page as letters: words, and for words that wait what they wait for, what those before wait for in brackets behind it. */
function page(...blocks: Branch[]): readonly string[] {
  const tree = { type: 'root', children: blocks.flatMap((block) => [block, text('\n')]) };
  withheld()(tree);
  const told = ({ name, attributes = [], value = '' }: Branch): string => {
    const of = Object.fromEntries(attributes.map((one) => [one.name, one.value]));
    return name === 'After' ? `${String(of['of'])}(${String(of['joined'] ?? '')})` : value;
  };
  const rest = tree.children.filter(({ type }) => type !== 'text');
  return rest.map(
    ({ tagName = '', children = [] }) => `${tagName}: ${children.map(told).join('')}`,
  );
}

test('words that wait and are a paragraph stand in one; two of one line stand in one together', () => {
  expect(page(p(text('w')), after('a', 3), after('b', 3), p(text('w')))).toEqual([
    'p: w',
    'p: a() b(a)',
    'p: w',
  ]);
});

test('what follows words that wait knows of them, in the next paragraph too, and only where nothing stands between', () => {
  const rows = [p(text('w '), after('a'), text(' '), after('a')), after('a', 3), after('b', 5)];
  expect(page(...rows)).toEqual(['p: w a() a(a)', 'p: a(a)', 'p: b(a)']);
  expect(page(p(after('a'), text('. '), after('a')))).toEqual(['p: a(). a()']);
  expect(page(p(after('a')), element('h2', {}, []), p(after('a')))[2]).toBe('p: a()');
});
