import { describe, expect, it } from 'vitest';
import { pageData } from '../../src/questions/author/page-data.ts';
import { registry } from '../../src/questions/author/registry.ts';
import { check } from '../../src/questions/judge/check.ts';
import { checkCards, type CardsKey } from '../../src/questions/kinds/cards/judge/check.ts';
import { questionMarkup } from '../../src/questions/server/question-markup.ts';
import { faultsOf, oneQuestion } from './one-question.ts';

const PILES = ['x', 'y', 'z'].map((id) => ({ id, text: `The *pile* ${id}` }));
const card = (id: string, pile: string | readonly string[], why?: string) => ({
  ...{ id, pile, text: `The card ${id}`, misconception: `m of ${id}`, feedback: `f of ${id}` },
  ...(why !== undefined && { why }),
});
const CARDS = [card('a', 'x'), card('b', 'y'), card('c', ['y', 'z'], 'both can be defended')];
const key: CardsKey = {
  kind: 'cards',
  piles: PILES,
  cards: CARDS.map((one) => ({ ...one, pile: [one.pile].flat() })),
};

describe('cards', () => {
  it('earn what chance would not have given, over every way to put three on three piles', () => {
    // Each card on its own pile with chance 1/3: binomial counts 8, 12, 6, 1, and one right of three is chance.
    const single: CardsKey = {
      ...key,
      cards: key.cards.map((one) => ({ ...one, pile: one.pile.slice(0, 1) })),
    };
    const counts = new Map<number, number>();
    for (const a of 'xyz')
      for (const b of 'xyz')
        for (const c of 'xyz') {
          const { credit, correct } = checkCards(single, [`a:${a}`, `b:${b}`, `c:${c}`]);
          expect(correct).toBe(a + b + c === 'xyy');
          counts.set(credit, (counts.get(credit) ?? 0) + 1);
        }
    expect([...counts].toSorted(([a], [b]) => b - a)).toEqual([
      [1, 1],
      [0.5, 6],
      [0, 12 + 8],
    ]);
  });

  it('lie right on either of two piles, and then it is said why', () => {
    for (const c of ['y', 'z']) {
      expect(checkCards(key, [`c:${c}`, 'a:x', 'b:y'])).toMatchObject({
        ...{ correct: true, about: ['c-why'], feedback: 'both can be defended' },
      });
    }
  });

  it('that lie wrong are spoken of, and no other is', () => {
    const verdict = checkCards(key, ['a:y', 'b:y', 'c:x']);
    expect(verdict).toMatchObject({ about: ['a', 'c'], credit: 0 });
    expect(verdict.feedback).toBe('1 of the 3 cards lies right. f of a f of c');
  });

  it.each([
    [[], '3 cards have no pile yet.'],
    [['a:x', 'c:z'], 'One card has no pile yet.'],
    [['a:x', 'b:q', 'c:z'], 'One card has no pile yet.'],
    ['a:x', '3 cards have no pile yet.'],
  ])('that have no pile (%j) are not judged', (answer, feedback) => {
    expect(check(key, answer)).toMatchObject({ readable: false, credit: 0, feedback });
  });
});

const fields = (change: object): object => ({
  kind: 'cards',
  piles: PILES,
  cards: CARDS,
  ...change,
});
const load = (change: object) => oneQuestion(fields(change));
const faults = (change: object) => faultsOf(fields(change));

describe('the proof of cards', () => {
  it('finds no fault in good ones', async () => {
    expect(await faults({})).toBe('');
  });

  it.each([
    [[card('a', 'x'), card('a', 'y'), card('c', 'z')], 'two cards have the same id'],
    [[card('a', 'w'), card('b', 'y'), card('c', 'z')], '"a" lies on w; the piles are x, y, z'],
    [[card('a', 'x'), card('b', 'y'), card('c', ['x', 'z'])], '"c" may lie on x or z; say why'],
    [
      [card('a', 'x'), card('b', 'y'), card('c', ['x', 'y', 'z'], 'w')],
      '"c" is right on every pile',
    ],
    [[card('a', 'x'), card('b', 'x'), card('c', 'x')], 'all cards lie on one pile'],
  ])('says what is wrong with %#', async (cards, fault) => {
    expect(await faults({ cards })).toContain(fault);
  });

  it('says when two piles have one id', async () => {
    expect(await faults({ piles: [...PILES, ...PILES.slice(0, 1)] })).toContain(
      'two piles have the same id',
    );
  });
});

describe('the page of cards', () => {
  it('has a group for each card with a circle for each pile, and no answer in it', async () => {
    const { book, first } = load({});
    const data = pageData({ book, widgets: {} }, first);
    const { markup } = await questionMarkup(first, data);
    expect(markup.match(/<input type="radio" name="question-q-\w"/g)).toHaveLength(9);
    expect(markup).toContain('>The card a</legend>');
    expect(markup).toContain('>The <em>pile</em> y</label>');
    expect(markup).not.toMatch(/m of a/);
    expect(check(data, ['a:x', 'b:y', 'c:z'])).toMatchObject({ correct: true });
  });

  it('registers what a misplaced card betrays', () => {
    expect(registry(load({}).book)[0]?.misconceptions).toMatchObject({ a: 'm of a', c: 'm of c' });
  });

  it('gives the piles to an answer key', () => {
    const { book, first } = load({});
    expect(first.kind.key?.(first, { book, widgets: {} }, Number.NaN)).toEqual([
      'The card a → The *pile* x',
      'The card b → The *pile* y',
      'The card c → The *pile* y / The *pile* z',
    ]);
  });
});
