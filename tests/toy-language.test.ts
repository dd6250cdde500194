/** A second language is files of words and one switch: then nothing that the book says by itself is English any more. */
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Table } from '../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../widgets/kit/contract/widget.ts';
import { BOARD_WORDS } from '#words/widgets/kit/words/board-words';
import type { InOtherWords } from '../widgets/kit/words/in-other-words.ts';
import { foreignIn, foreignInMarkup, speakToy, toy } from './toy-language.ts';

beforeAll(() => {
  vi.resetModules();
  speakToy();
});
afterAll(() => {
  vi.doUnmock('#words/widgets/kit/words/language');
  vi.resetModules();
});

const named = (id: string): { readonly id: string; readonly text: string } => ({
  id,
  text: toy(id),
});
const ITEMS = ['aa', 'bb', 'cc'].map(named);
const GRID = { columns: 6, rows: 6, most: 9 };

/** Every kind of control; what its author writes is in the toy language too. */
async function toyTable(): Promise<Table> {
  const { bitmap } = await import('../widgets/controls/bitmap/pure/bitmap.ts');
  const { cards } = await import('../widgets/controls/cards/pure/cards.ts');
  const { cells } = await import('../widgets/controls/cells/pure/cells.ts');
  const { curve } = await import('../widgets/controls/curve/pure/curve.ts');
  const { lines } = await import('../widgets/controls/lines/pure/lines.ts');
  const { order } = await import('../widgets/controls/order/pure/order.ts');
  const { amount, more, seed } = await import('../widgets/kit/contract/shorthand.ts');
  const of = (label: string) => ({ label: toy(label), help: toy('why'), place: 'more' }) as const;
  return {
    curve: curve({
      ...{ ...of('curve'), xs: [0, 0.5, 1], across: toy('hour'), unit: toy('ms') },
      ...{ min: 0, max: 10, step: 0.5, default: [1, 2.5, 3] },
    }),
    cells: cells({ ...of('cells'), grid: GRID, default: 'b2c3' }),
    bitmap: bitmap({ ...of('bitmap'), columns: 4, rows: 4, levels: 4, default: 'a3d2' }),
    cards: cards({
      ...of('cards'),
      cards: ITEMS,
      piles: ['pp', 'qq'].map(named),
      default: 'pp:aa',
    }),
    order: order({ ...of('order'), items: ITEMS, ends: [toy('first'), toy('last')] }),
    lines: lines({ ...of('lines'), samples: ['x'], default: 'x', check: () => toy('no rule') }),
    price: { ...more(toy('price')), ...amount({ min: 0, max: 10, step: 0.5, default: 2.5 }) },
    seed: seed(toy('draws')),
  } as Table;
}

/** An experiment with every kind of control. */
async function toyWidget(): Promise<AnyWidget> {
  const { plain } = await import('../widgets/kit/draw/format.ts');
  return {
    ...{ tag: 'toy-bench', version: 1, title: toy('bench'), params: await toyTable() },
    ...{ presets: [], runner: 'sim/toy-bench', spreadMeasure: 'total' },
    measures: {
      total: {
        ...{ label: toy('total'), unit: toy('ms'), digits: 1 },
        of: ({ total }: { readonly total: number }) => total,
      },
    },
    draw: () => ({ width: 1, height: 1, label: toy('figure'), body: { markup: '' } }),
    say: (_: unknown, { total }: { readonly total: number }) => toy(plain(total)),
    tabulate: () => ({
      caption: toy('table'),
      head: [toy('what'), toy('total')],
      rows: [[toy('a'), 0.5]],
    }),
  } as unknown as AnyWidget;
}

const about = {
  id: 'toy',
  version: 1,
  idea: 'an-idea',
  core: true,
  objective: toy('see'),
  minutes: 2,
  points: 1,
};
const asked = { ...about, prompt: toy('well?'), hints: [toy('think')], solution: toy('so') };
const misread = { misconception: toy('so'), feedback: toy('is it?') };
const options = [
  { ...named('aa'), correct: true, feedback: toy('yes') },
  { ...named('bb'), correct: false, ...misread },
];
const runs = ITEMS.map((item, i) => ({ ...item, when: { price: i + 1.5 } }));
const predicted = {
  ...about,
  core: undefined,
  kind: 'prediction',
  instance: 'bench',
  prompt: toy('well?'),
  after: toy('so'),
};
/** A question of each kind, and of predictions one of each form. */
const QUESTIONS: readonly object[] = [
  { ...asked, kind: 'number', answer: 2.5, unit: 'ms', tolerance: { absolute: 0.1 } },
  { ...asked, kind: 'choice', options },
  { ...asked, kind: 'order', ends: [toy('first'), toy('last')], items: ITEMS },
  {
    ...asked,
    kind: 'cards',
    piles: ITEMS,
    cards: ITEMS.map((item) => ({ ...item, pile: item.id, ...misread })),
  },
  {
    ...{ ...asked, kind: 'reach', instance: 'bench', start: {}, vary: ['price'] },
    ...{ goal: { total: { atMost: 812.5 } }, answerSettings: { price: 1 } },
  },
  { ...predicted, form: 'number', measure: 'total', when: { price: 3 }, min: 0.5, max: 9 },
  {
    ...predicted,
    form: 'numbers',
    numbers: [0.5, 1.5].map((price, i) => ({
      id: `n-${i}`,
      label: toy('n'),
      measure: 'total',
      when: { price },
    })),
  },
  {
    ...predicted,
    form: 'curve',
    measure: 'total',
    min: 0,
    max: 2.5,
    spread: { param: 'price', values: [0, 5, 10] },
  },
  { ...predicted, form: 'choice', which: 'largest', measure: 'total', options: runs },
  { ...predicted, form: 'order', measure: 'total', items: runs },
];

const kindOf = (question: object): string =>
  Object.entries(question)
    .flatMap(([name, value]) => (name === 'kind' || name === 'form' ? [String(value)] : []))
    .join(', ');

/** The HTML of a question, and what its page checks it by. */
async function asPage(question: object) {
  const { readBook } = await import('../src/questions/author/load.ts');
  const { pageData } = await import('../src/questions/author/page-data.ts');
  const { questionMarkup } = await import('../src/questions/server/question-markup.ts');
  const widget = await toyWidget();
  const book = readBook(
    new Map([
      ['content/c/01-one.mdx', '<ToyBench id="bench" />\n<Question id="toy" />'],
      ['content/c/01-one.questions.yaml', JSON.stringify([question])],
    ]),
  );
  const [loaded] = book.questions;
  if (!loaded) throw new Error('no question');
  const data = pageData({ book, widgets: { [widget.tag]: widget } }, loaded);
  return { data, markup: (await questionMarkup(loaded, data)).markup };
}

describe('in a book of another language', () => {
  it('controls of every kind, their values and what a link cannot have come in its words', async () => {
    const { controls } = await import('../widgets/controls/form.ts');
    const { defaults, readSettings } = await import('../widgets/kit/contract/params.ts');
    const { noticesOf } = await import('../widgets/page/link-notices.ts');
    const { cannotRead } = await import('../widgets/page/unread.ts');
    const { chosen } = await import('../widgets/kit/draw/run-markup.ts');
    const table = await toyTable();
    const markup = controls(table, defaults(table), 'toy', 'more')
      .map((one) => one.markup)
      .join('');
    expect(foreignInMarkup(markup)).toEqual([]);
    expect(markup).toContain('aria-valuetext="2,5"');
    const values = Object.entries(defaults(table)).map(([name, value]) =>
      chosen(table[name]!, value),
    );
    expect(values.flatMap(foreignIn)).toEqual([]);
    const link = {
      curve: '99,1.3,1',
      cells: 'b9',
      bitmap: 'd9p1',
      cards: 'pp:aa;qq:aa',
      order: 'bb,bb',
      price: '77.5',
      seed: 'x',
    };
    const notices = noticesOf(table, readSettings(table, link), cannotRead);
    expect(notices).toHaveLength(7);
    expect(notices.flatMap(foreignIn)).toEqual([]);
    expect(notices.join()).toContain('77,5');
  });

  it('a table, a measure and a missing value have its numbers and words', async () => {
    const { measured, table } = await import('../widgets/kit/draw/run-markup.ts');
    const widget = await toyWidget();
    const rows = table(widget.tabulate({}, { total: 2.5 })).markup;
    expect(foreignInMarkup(rows)).toEqual([]);
    expect(rows).toContain('<td>0,5</td>');
    expect(measured(widget, 'total', 1234.5)).toBe('1.234,5\u00a0⟦ms⟧');
    expect(foreignIn(measured(widget, 'total', null))).toEqual([]);
  });

  it('every simulation writes its numbers with the comma, in its figure, sentence and table', async () => {
    const { loadWidgets } = await import('../widgets/index.ts');
    const { defaults } = await import('../widgets/kit/contract/params.ts');
    const { drawingsOf, table } = await import('../widgets/kit/draw/run-markup.ts');
    const { bookRun } = await import('../widgets/server/book-run.ts');
    const all = Object.values(await loadWidgets()).filter(({ runner }) =>
      runner.startsWith('sim/'),
    );
    for (const widget of all) {
      const start = defaults(widget.params as Table);
      const { outcome } = await bookRun(widget, start);
      const { label, body } = drawingsOf(widget, start, outcome).narrow;
      const rows = table(widget.tabulate(start, outcome, 'zz')).markup;
      const words = [...body.markup.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = '']) => text);
      const said = [label, widget.say(start, outcome, undefined, 'zz'), ...words, rows].join(' ');
      expect(said.match(/\d\.\d{1,2}(?!\d)/g) ?? []).toEqual([]);
      expect(said).toMatch(/\d,\d|\d\.\d{3}/);
    }
  });

  it.each(QUESTIONS.map((question) => [kindOf(question), question] as const))(
    'a question of the kind %s says nothing in English',
    async (_, question) => {
      const { markup } = await asPage(question);
      expect(markup.match(/⟦/g)?.length).toBeGreaterThan(8);
      expect(foreignInMarkup(markup).filter((one) => one !== 'ms')).toEqual([]);
    },
  );

  it('a typed number is read with its comma, and what is said to others is in its words', async () => {
    const { check } = await import('../src/questions/judge/check.ts');
    const { JUDGES } = await import('../src/questions/kinds/judge.ts');
    const { data } = await asPage(QUESTIONS[0]!);
    const said = (typed: string) => check(data, typed, JUDGES);
    expect(said('2,5 ms').correct).toBe(true);
    expect(said('1.234,5')).toMatchObject({ readable: true, correct: false });
    for (const typed of ['', 'much', '0,0025', '3 kg', '2,5'])
      expect(
        foreignIn(said(typed).feedback.replace('as in 12.5', '')).filter(
          (one) => !typed.includes(one),
        ),
      ).toEqual([]);
  });
});

it('what the build writes around experiments and lessons is in files of words, not in components', () => {
  const files = globSync('{widgets/server,src/layouts,src/questions,src/components}/**/*.astro');
  const spoken = files.flatMap((file) => {
    const [, , body = ''] = readFileSync(file, 'utf8').split(/^---$/m);
    const labels = [...body.matchAll(/(?:aria-label|title|alt)="([^"]*)"/g)].map(
      ([, label]) => label,
    );
    let text = body.replace(/<(script|style)[\s\S]*?<\/\1>|\{\/\*[\s\S]*?\*\/\}/g, ' ');
    for (let before = ''; before !== text;)
      [before, text] = [text, text.replace(/\{[^{}]*\}/g, ' ')];
    const words = text.replace(/<[^>]*>/g, ' ').match(/\p{L}{2,}[^\n]*/gu) ?? [];
    return [...labels, ...words].map((one) => `${file}: ${one}`);
  });
  expect(spoken).toEqual([]);
});

it('a missing word is an error of types', () => {
  type Board = InOtherWords<typeof BOARD_WORDS>;
  const whole: Board = { ...BOARD_WORDS, final: 'Das bleibt so.' };
  // @ts-expect-error: the other words are missing
  const part: Board = { final: 'Das bleibt so.' };
  expect(Object.keys(whole).length).toBeGreaterThan(Object.keys(part).length);
});
