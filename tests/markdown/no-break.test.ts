import { expect, test } from 'vitest';
import { noBreak } from '../../src/markdown/no-break.ts';
import type { Branch } from '../../src/markdown/tree.ts';
import { blocks, inline } from '../../src/tasks/server/markdown.ts';

const word = (value: string): Branch => ({ type: 'text', value });
const term = (): Branch => ({
  type: 'mdxJsxTextElement',
  name: 'Term',
  children: [word('domain')],
});

function paragraph(...children: Branch[]): readonly Branch[] {
  const tree: Branch = { type: 'element', tagName: 'p', children };
  noBreak()(tree);
  return tree.children ?? [];
}

test('a number keeps its unit, and words keep their spaces', () => {
  const [first] = paragraph(word('It took 17 ms in 91 % of 2 runs.'));
  expect(first?.value).toBe('It took 17\u00a0ms in 91\u00a0% of 2 runs.');
});

test('in a question too: in all of its texts, but not in a program', async () => {
  const text = 'It took 17 ms, *or 2 s*, in 91 % of runs; `5 % 3` is 2.';
  const said =
    'It took 17\u00a0ms, <em>or 2\u00a0s</em>, in 91\u00a0% of runs; <code>5 % 3</code> is 2.';
  expect(await blocks(text)).toBe(`<p>${said}</p>`);
  expect(await inline(text)).toEqual({ markup: said });
});

test('a term keeps the sign that closes it, and the text goes on after it', () => {
  const [before, held, after] = paragraph(word('It is a '), term(), word('). It took 17 ms.'));
  expect(before?.value).toBe('It is a ');
  expect(held?.properties).toEqual({ className: ['closed'] });
  expect(held?.children?.map(({ name, value }) => name ?? value)).toEqual(['Term', ').']);
  expect(after?.value).toBe(' It took 17\u00a0ms.');
});

test('a term keeps the bracket that opens before it, with or without one that closes', () => {
  for (const [after, kept] of [
    [' 101 to 120)', ['(', 'Term']],
    [') was', ['(', 'Term', ')']],
  ] as const) {
    const [before, held] = paragraph(word('Twenty others ('), term(), word(after));
    expect(before?.value).toBe('Twenty others ');
    expect(held?.children?.map(({ name, value }) => name ?? value)).toEqual(kept);
  }
});

test('a term that is followed by a word, by an element or by nothing stays as it is', () => {
  for (const rest of [[word(' in use')], [term()], []]) {
    const row = paragraph(term(), ...rest);
    expect(row[0]?.name).toBe('Term');
    expect(row).toHaveLength(1 + rest.length);
  }
});
