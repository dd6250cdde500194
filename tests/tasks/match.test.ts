/** A matching, in lessons and in sets: how it is written, what is proved of it, and how pairs are judged. */
import { describe, expect, it } from 'vitest';
import { pageData } from '../../src/tasks/practice/author/page-data.ts';
import { registry } from '../../src/tasks/practice/author/registry.ts';
import { check } from '../../src/tasks/judge/check.ts';
import { questionMarkup } from '../../src/tasks/practice/server/question-markup.ts';
import {
  check as checkAll,
  checkMatching,
  type MatchingKey,
} from '../../src/tasks/kinds/match/check.ts';
import { madeOf } from './sets/fixture.ts';
import { asYaml, faultsOf as faultsInSet, keyOf, valuesOf, verdictOn } from './given.ts';
import { faultsOf, contextOf, firstOf } from './practice/one-question.ts';

const RIGHTS = ['x', 'y', 'z'].map((id) => ({ id, text: `The *entry* ${id}` }));
const entry = (id: string, right: string | readonly string[], why?: string) => ({
  ...{ id, right, text: `The text ${id}`, misconception: `m of ${id}`, feedback: `f of ${id}` },
  ...(why !== undefined && { why }),
});
const LEFT = [entry('a', 'x'), entry('b', 'y'), entry('c', ['y', 'z'], 'both can be defended')];
const key: MatchingKey = {
  kind: 'match',
  left: LEFT.map((one) => ({ ...one, right: [one.right].flat() })),
  right: ['x', 'y', 'z'],
  wrong: [],
};

describe('pairs', () => {
  it('earn their share, over every way to give three entries one of three', () => {
    // Each is right with chance 1/3: binomial counts 8, 12, 6, 1.
    const single: MatchingKey = {
      ...key,
      left: key.left.map((one) => ({ ...one, right: one.right.slice(0, 1) })),
    };
    const counts = new Map<number, number>();
    for (const a of 'xyz')
      for (const b of 'xyz')
        for (const c of 'xyz') {
          const { credit, correct } = checkMatching(single, [`a:${a}`, `b:${b}`, `c:${c}`]);
          expect(correct).toBe(a + b + c === 'xyy');
          counts.set(credit, (counts.get(credit) ?? 0) + 1);
        }
    expect([...counts].toSorted(([a], [b]) => b - a)).toEqual([
      [1, 1],
      [2 / 3, 6],
      [1 / 3, 12],
      [0, 8],
    ]);
  });

  it('are right either way where two can be defended, and then it is said why', () => {
    for (const c of ['y', 'z']) {
      expect(checkAll(key, [`c:${c}`, 'a:x', 'b:y'])).toMatchObject({
        ...{ correct: true, about: ['c-why'], feedback: 'both can be defended' },
      });
    }
  });

  it('that are wrong are spoken of, and no other is', () => {
    const verdict = checkAll(key, ['a:y', 'b:y', 'c:x']);
    expect(verdict).toMatchObject({ about: ['a', 'c'], credit: 1 / 3 });
    expect(verdict.feedback).toBe('1 of 3 pairs is right. f of a f of c');
  });

  it.each([
    [[], '3 pairs are missing.'],
    [['a:x', 'c:z'], '1 pair is missing.'],
    [['a:x', 'b:q', 'c:z'], '1 pair is missing.'],
    ['a:x', '3 pairs are missing.'],
  ])('of which some are missing (%j) are not judged in a lesson', (answer, feedback) => {
    expect(check(key, answer)).toMatchObject({ readable: false, credit: 0, feedback });
  });
});

const fields = (change: object): object => ({
  ...{ kind: 'match', core: true, solution: 's' },
  left: LEFT,
  right: RIGHTS,
  ...change,
});
const load = (change: object) => contextOf(fields(change));
const faults = (change: object) => faultsOf(fields(change));

describe('the proof of a matching in a lesson', () => {
  it('finds no fault in a good one', async () => {
    expect(await faults({})).toBe('');
  });

  it.each([
    [[entry('a', 'x'), entry('a', 'y'), entry('c', 'z')], 'left: "a" stands there twice'],
    [[entry('a', 'w'), entry('b', 'y'), entry('c', 'z')], '"a" should get "w"'],
    [[entry('a', 'x'), entry('b', 'y'), entry('c', ['x', 'z'])], '"c" may get x or z; say why'],
    [
      [entry('a', 'x'), entry('b', 'y'), entry('c', ['x', 'y', 'z'], 'w')],
      '"c" is right with every entry',
    ],
    [[entry('a', 'x'), entry('b', 'x'), entry('c', 'x')], 'everything belongs to "x"'],
    [[entry('a', 'x'), entry('b', 'y'), entry('c', 'z')], 'same order'],
  ])('says what is wrong with %#', async (left, fault) => {
    expect(await faults({ left })).toContain(fault);
  });

  it('says when two entries have one id', async () => {
    const right = [...RIGHTS, ...RIGHTS.slice(0, 1)];
    expect(await faults({ right })).toContain('right: "x" stands there twice');
  });
});

describe('the page of a matching', () => {
  it('has a group for each entry with a circle for each that may belong to it, and no answer in it', async () => {
    const on = load({});
    const data = pageData(on, firstOf(on));
    const { markup } = await questionMarkup(firstOf(on), data);
    expect(markup.match(/<input type="radio" name="question-q-\w"/g)).toHaveLength(9);
    expect(markup).toContain('>The text a</legend>');
    expect(markup).toContain('<span>The <em>entry</em> y</span>');
    expect(markup).not.toMatch(/m of a/);
    expect(check(data, ['a:x', 'b:y', 'c:z'])).toMatchObject({ correct: true });
  });

  it('registers what a wrong pair betrays', () => {
    expect(registry(load({}).book)[0]?.misconceptions).toMatchObject({ a: 'm of a', c: 'm of c' });
  });

  it('gives the pairs to an answer key', () => {
    const on = load({});
    expect(firstOf(on).kind.key?.(firstOf(on), on, Number.NaN)).toEqual([
      'The text a → The *entry* x',
      'The text b → The *entry* y',
      'The text c → The *entry* y / The *entry* z',
    ]);
  });
});

const ITEM = `  - id: small-shifts
    version: 1
    kind: match
    points: 4
    minutes: 4
    objective: Tell kinds of drift apart.
    draw: { load: [0.5, 0.9, 1.1, 1.5] }
    prompt: Messages come at {load} times what the machine can do.
    left:
      - { id: words, text: People use other words, right: covariate, feedback: Ask what has changed - the messages. }
      - { id: rules, text: Refunds are now complaints, right: concept, feedback: Ask what has changed - the meaning. }
      - { id: share, text: More complaints than before, right: label, feedback: Ask what has changed - how many. }
      - { id: queue, text: The queue, right: { grows: =load > 1, stays: =load <= 1 }, feedback: Compare the load with 1. }
    right:
      - { id: label, text: The mix of labels moves }
      - { id: grows, text: It grows without end }
      - { id: covariate, text: The inputs move }
      - { id: stays, text: 'It stays, at {load}' }
      - { id: concept, text: The right answer moves }
    wrong:
      - { id: inputs-only, left: rules, right: covariate, misconception: Everything is a shift of inputs., feedback: The same message has another label now. }
      - { id: load-is-length, left: queue, right: grows, misconception: Any load makes a queue grow., feedback: Below 1 it empties again. }
    solution: By what moves.
`;
const RIGHT = ['words:covariate', 'rules:concept', 'share:label'];

describe('a matching in a set', () => {
  it('counts each right pair of the student’s own variant', async () => {
    const key = await keyOf(ITEM);
    for (const number of ['7', '8', '9', '10', '11']) {
      const queue = Number(valuesOf(key, number)['load']) > 1 ? 'queue:grows' : 'queue:stays';
      expect(verdictOn(key, [...RIGHT, queue], number)).toMatchObject({
        state: 'right',
        points: 4,
      });
      expect(verdictOn(key, RIGHT, number)).toMatchObject({ state: 'partly', points: 3 });
      expect(verdictOn(key, RIGHT, number).says).toContain('1 pair is missing');
    }
  });

  it('tells each known wrong pair its own words, and any other what stands with its entry', async () => {
    const key = await keyOf(ITEM);
    const known = verdictOn(key, ['words:covariate', 'rules:covariate']);
    expect(known).toMatchObject({ state: 'partly', points: 1, wrong: 'inputs-only' });
    expect(known.says).toContain('The same message has another label now.');
    const other = verdictOn(key, ['words:stays']);
    expect(other).toMatchObject({ state: 'wrong', points: 0 });
    expect(other.says).toContain('the messages');
    expect(other).not.toHaveProperty('wrong');
  });

  it('takes the first of two entries for one, and refuses what is no pair', async () => {
    const key = await keyOf(ITEM);
    expect(verdictOn(key, ['words:stays', 'words:covariate']).points).toBe(0);
    for (const answer of [['x'], ['words:'], [':'], ['words:covariate:x'], 'words:covariate'])
      expect(verdictOn(key, answer).state).toBe('unreadable');
    expect(verdictOn(key, []).state).toBe('missing');
  });

  it.each([
    [
      'an entry that there is not',
      'right: concept,',
      'right: conzept,',
      /"rules" should get "conzept", and no entry/,
    ],
    ['two right entries', 'stays: =load <= 1', 'stays: =load > 0', /"queue" has 2 right entries/],
    [
      'a wrong pair that is right',
      'left: rules, right: covariate',
      'left: rules, right: concept',
      /"inputs-only" is right in every variant/,
    ],
    [
      'a wrong pair of nobody',
      'left: rules, right: covariate',
      'left: ruless, right: covariate',
      /nothing on the left is called "ruless"/,
    ],
    ['an id twice', '{ id: grows,', '{ id: label,', /right: "label" stands there twice/],
    [
      'no word for other entries',
      ', feedback: Compare the load with 1.',
      '',
      /small\.yaml:\d+: items\.0\.left\.3\.feedback: it is missing/,
    ],
  ])('with %s is refused', async (_, from, to, fault) => {
    expect(await faultsInSet(ITEM, from, to)).toMatch(fault);
  });

  const two = (rights: string): string => `  - id: small-two
    version: 1
    kind: match
    points: 1
    minutes: 1
    objective: Match.
    prompt: Match.
    left:
      - { id: a, text: A, right: x, feedback: Not A. }
      - { id: b, text: B, right: y, feedback: Not B. }
      - { id: c, text: C, right: z, feedback: Not C. }
    right: [${rights}]
    solution: So.
`;
  const written = (id: string): string => `{ id: ${id}, text: ${id} }`;

  it('that is guessed too often is refused: what each entry once leaves to chance is counted', async () => {
    const faults = await faultsInSet(
      two([...'zxy'].map(written).join(', ')),
      'small-two',
      'small-two',
    );
    expect(faults).toContain('16.7 % of guesses are right');
    // One in 5 x 4 x 3.
    const { luck } =
      (await madeOf(asYaml(two([...'zxyvw'].map(written).join(', '))))).made?.report[0] ?? {};
    expect(luck?.value).toBeCloseTo(1 / 60, 9);
  });

  it('that tells itself by its order is refused', async () => {
    const faults = await faultsInSet(
      two([...'xyzvw'].map(written).join(', ')),
      'small-two',
      'small-two',
    );
    expect(faults).toContain('same order');
  });
});
