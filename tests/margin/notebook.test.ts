import { expect, it } from 'vitest';
import {
  chaptersOf,
  markdownOf,
  pageOfQuestion,
  type NamesOf,
} from '../../src/margin/pure/notebook.ts';
import type { FindFile, Found } from '../../src/find/pure/found.ts';
import { emptyWork, type Work } from '../../src/tasks/storage/pure/work.ts';

const lesson = (name: string) => ({
  title: `On ${name}`,
  href: `lessons/${name}/`,
  path: `/lessons/${name}/`,
  number: 1,
  core: true,
});
const FILE: FindFile = {
  before: [],
  parts: [{ title: 'A part', href: 'parts/a/', lessons: [lesson('b'), lesson('a')] }],
  pages: [],
  found: [
    {
      kind: 'experiment',
      title: 'The queue',
      where: 'On\u00a0a',
      href: 'lessons/a/#queue',
      text: '',
    },
    {
      kind: 'question',
      title: 'How …',
      where: 'On a',
      href: 'lessons/a/#question-q',
      text: 'How many?',
    },
  ],
};
const time = '2026-10-02T17:50:11.402Z';
const mark = { before: '', after: '', time };
const run = {
  widget: 'w',
  version: 3,
  settings: { load: 2 },
  measures: { p99: 16.8 },
  backend: 'sim',
};
const NAMES: NamesOf = {
  experiments: {
    names: {
      w: {
        version: 3,
        settings: { load: { label: 'Load', start: 1, unit: 'req/s' } },
        measures: { p99: { label: 'p99', digits: 1, unit: 'ms' } },
      },
    },
    placed: { queue: { tag: 'w', start: {} } },
  },
  ofQuestion: (_question, id) => `The option ${id}`,
};
const WORK: Work = {
  ...emptyWork('book', '1'),
  answers: {
    'q@1': { question: 'q', version: 1, answer: '99', time },
    'q@2': { question: 'q', version: 2, answer: ['a', 'b'], time },
  },
  runs: {
    queue: { count: 1, recent: [] },
    'queue--pinned': { count: 1, recent: [{ run, state: 'done', time }] },
  },
  marks: {
    one: { ...mark, lesson: '/lessons/b/', quote: 'A *star*.', note: 'Why?' },
    two: { ...mark, lesson: '/lessons/gone/', quote: 'Of a lesson that is no more.' },
    three: { ...mark, lesson: '/lessons/b/', quote: '', isGone: true },
  },
};

it('a notebook has all that was kept, in the order of the book, and what belongs nowhere last', () => {
  const chapters = chaptersOf(WORK, FILE, NAMES);
  expect(chapters.map(({ title }) => title)).toEqual(['On b', 'On a', 'Elsewhere in the book']);
  expect(chapters[0]?.marks).toEqual([
    { of: 'A *star*.', own: 'Why?', href: 'lessons/b/?sentence=A%20*star*.' },
  ]);
  expect(chapters[1]?.runs).toEqual([
    {
      of: 'The queue',
      own: 'Load 2\u00a0req/s → p99: 16.8\u00a0ms',
      href: 'lessons/a/?queue.load=2&queue.v=3#queue',
      kind: 'runs',
      lesson: 'On a',
    },
  ]);
  expect(chapters[1]?.answers[0]).toMatchObject({ of: 'How …', own: '“99”' });
  expect(chapters[1]?.answers[1]?.own).toBe('“The option a”, “The option b”');
  expect(chapters[2]?.marks[0]?.href).toBe('');
});

it('a run of an earlier version of its experiment is told by the names of its settings', () => {
  const old = { ...run, version: 2 };
  const runs: Work['runs'] = {
    'queue--pinned': { count: 1, recent: [{ run: old, state: 'done', time }] },
  };
  const [chapter] = chaptersOf({ ...emptyWork('book', '1'), runs }, FILE, NAMES);
  expect(chapter?.runs[0]?.own).toBe('load 2 → p99 16.8');
});

it('a question is found by the lesson that it stands in', () => {
  expect(pageOfQuestion(FILE, 'q')).toBe('a');
  expect(pageOfQuestion(FILE, 'gone')).toBeUndefined();
  // A page of practice is no lesson.
  const practice = { ...FILE.found[1], where: 'Practice', href: 'lessons/practise/#question-p' };
  expect(pageOfQuestion({ ...FILE, found: [practice as Found] }, 'p')).toBe('practise');
  const hashed = { ...FILE.found[1], href: '#question-q' };
  expect(pageOfQuestion({ ...FILE, found: [hashed as Found] }, 'q')).toBe('a');
});

it('as Markdown no sign of a reader’s or the book’s is taken for a mark of the language', () => {
  const text = markdownOf(
    'Notebook',
    chaptersOf(WORK, FILE, NAMES),
    (href) => `https://book/${href}`,
  );
  expect(text).toContain(
    '> A \\*star\\*. [→](<https://book/lessons/b/?sentence=A%20*star*.>)\n\nWhy?',
  );
  expect(text).toContain('## On a\n\n### Pinned runs\n\nThe queue [→]');
});
