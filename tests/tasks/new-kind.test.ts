import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Kinds } from '../../src/tasks/practice/contract.ts';
import { readBook } from '../../src/tasks/practice/author/load.ts';
import { pageData } from '../../src/tasks/practice/author/page-data.ts';
import { proveBook } from '../../src/tasks/practice/author/proofs.ts';
import { registry } from '../../src/tasks/practice/author/registry.ts';
import { check } from '../../src/tasks/judge/check.ts';
import { KINDS } from '../../src/tasks/practice/kinds.ts';
import { JUDGES } from '../../src/tasks/practice/judges.ts';
import { questionMarkup } from '../../src/tasks/practice/server/question-markup.ts';
import { runFake } from './practice/fake-widget.ts';
import { TRUE_OR_FALSE } from './toy-kind/build.ts';
import { checkTrueOrFalse } from './toy-kind/judge.ts';

// All that a new kind adds outside its folder: a line in the table of the build and one in that of the judges (and one in
// wakers.ts, which needs a browser).
const kinds: Kinds = { ...KINDS, 'true-or-false': TRUE_OR_FALSE };
const judges = { ...JUDGES, 'true-or-false': checkTrueOrFalse };

const QUESTION = {
  ...{ id: 'mean-and-median', version: 1, kind: 'true-or-false', core: true },
  ...{
    objective: 'o',
    minutes: 1,
    prompt: 'Is it *so*?',
    hints: ['Think.'],
    solution: 'It is so.',
  },
  ...{ statement: 'The mean is the median.', isTrue: false },
  ...{ feedback: 'Think of a **long** tail.', misconception: 'All middles are one.' },
};
const yamlOf = (change: object): string => JSON.stringify([{ ...QUESTION, ...change }], null, 1);
const bookOf = (change: object) =>
  readBook(
    new Map([
      ['content/c/01-one.mdx', '<Question id="mean-and-median" />'],
      ['content/c/01-one.questions.yaml', yamlOf(change)],
    ]),
    kinds,
  );

describe('a kind of question that is one folder and one line in each table', () => {
  const book = bookOf({});
  const [loaded] = book.questions;
  if (!loaded) throw new Error('no question');

  it('is read by its schema, with the line of what is wrong', () => {
    expect(loaded).toMatchObject({ number: 1, line: 2, question: { isTrue: false } });
    for (const wrong of [{ isTrue: 'perhaps' }, { anwser: 1 }]) {
      const [field = ''] = Object.keys(wrong);
      const line = yamlOf(wrong)
        .split('\n')
        .findIndex((text) => text.includes(field));
      expect(() => bookOf(wrong)).toThrow(
        new RegExp(`01-one\\.questions\\.yaml:${line + 1}, question "mean-and-median": .*${field}`),
      );
    }
  });

  it('is proved', async () => {
    const prove = async (change: object): Promise<string> =>
      (await proveBook({ book: bookOf(change), widgets: {}, run: runFake })).join('\n');
    expect(await prove({})).not.toContain('mean-and-median');
    expect(await prove({ statement: 'The mean is not the median.' })).toContain(
      'content/c/01-one.questions.yaml:2, question "mean-and-median": the statement says “not”',
    );
  });

  it('is registered with its misconception', () => {
    expect(registry(book)[0]).toMatchObject({
      kind: 'true-or-false',
      misconceptions: { 'other-way-round': 'All middles are one.' },
    });
  });

  it('stands on the page with its field, its feedback as HTML, and no word of its solution', async () => {
    const data = pageData({ book, widgets: {} }, loaded);
    const { markup } = await questionMarkup(loaded, data);
    const [question] = parseFragment(markup).childNodes;
    expect(question && 'attrs' in question && question.attrs).toEqual(
      expect.arrayContaining([
        { name: 'data-question', value: 'mean-and-median' },
        { name: 'data-kind', value: 'true-or-false' },
      ]),
    );
    expect(markup).toContain('The mean is the median. <input');
    expect(markup).toContain(
      '<span data-of="other-way-round">Think of a <strong>long</strong> tail.',
    );
    expect(markup).not.toMatch(/It is so|All middles/);
  });

  it('is checked by what the page was sent', () => {
    const data = pageData({ book, widgets: {} }, loaded);
    expect(check(data, 'False', judges)).toMatchObject({ correct: true, credit: 1 });
    expect(check(data, 'true', judges)).toMatchObject({ credit: 0, about: ['other-way-round'] });
    expect(check(data, ['true'], judges)).toMatchObject({ readable: false });
  });
});
