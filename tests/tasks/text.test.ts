/** A short text: how words are seen, how rules decide, what is left to be read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleFor, wordsOf } from '../../src/tasks/kinds/text/pure/rules.ts';
import { faultsOf, keyOf, valuesOf, verdictOn } from './given.ts';

const ITEM = `  - id: small-why
    version: 1
    kind: text
    points: 2
    minutes: 3
    objective: Say why a queue grows.
    draw: { load: [0.8, 1.2] }
    prompt: Messages come at {load} times what the machine can do. What becomes of the queue, and why?
    longest: 120
    rules:
      - id: grows
        when: =load > 1
        all: [grow*|increas*|longer, 'faster|more than|overload*']
        credit: 1
        feedback: More comes than is served.
        examples: ['It grows, because more than the machine can do arrives.', It gets longer - messages come faster.]
      - id: stays
        when: =load < 1
        any: [short, stays small, bounded, 'does not grow|doesnt grow']
        credit: 1
        feedback: Less comes than can be served.
        examples: [It stays short., It doesn’t grow]
      - id: half
        any: [grow*]
        none: [not, never]
        credit: 0.5
        feedback: 'At a load of {load}: say why, too.'
        examples: [It grows]
      - id: behaviour
        any: [behaviour|behavior, moody]
        credit: 0
        misconception: Machines have moods.
        feedback: Count messages.
        examples: [It is the Behavior of the machine., 'BEHAVIOUR!']
    open: [It depends.]
    hints: []
    solution: Compare the load with 1.
`;

describe('the words of a text', () => {
  it.each([
    ['The QUEUE grows – it doesn’t stop.', 'the queue grows it doesnt stop'],
    ['p99 re-run at 1.5 and 1,000.', 'p99 re run at 1.5 and 1,000'],
    ['Ünïcode ﬁne', 'ünïcode fine'],
    ['…!?', ''],
  ])('%s', (text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words);
  });
});

describe('a rule', () => {
  const rule = (some: Partial<Record<'all' | 'any' | 'none', readonly string[]>>) => ({
    ...{ id: 'r', credit: 1, feedback: 'f', all: [], any: [], none: [] },
    ...some,
  });
  const holds = (some: Parameters<typeof rule>[0], text: string): boolean =>
    ruleFor([rule(some)], { load: 1.5 }, text) !== undefined;

  it('finds words, phrases, stems and one of several, and nothing within a word', () => {
    expect(holds({ any: ['wait*'] }, 'They are waiting.')).toBe(true);
    expect(holds({ any: ['wait'] }, 'They are waiting.')).toBe(false);
    expect(holds({ any: ['ait*'] }, 'They wait')).toBe(false);
    expect(holds({ any: ['full batch*'] }, 'few full  batches, though')).toBe(true);
    expect(holds({ any: ['full batch'] }, 'a batch full')).toBe(false);
    expect(holds({ all: ['color|colour', 're-run'] }, 'the Colour of a re run')).toBe(true);
    expect(holds({ all: ['a', 'b'] }, 'a c')).toBe(false);
    expect(holds({ any: ['a'], none: ['not'] }, 'not a')).toBe(false);
    expect(holds({ any: ['{load}'] }, 'at 1.5 it breaks')).toBe(true);
    expect(holds({ any: ['{load}'] }, 'at 11.5 it breaks')).toBe(false);
  });

  it('takes no longer for a long text made to be slow', () => {
    const entries = Array.from({ length: 20 }, () => `${'a '.repeat(60)}b|aaa*`);
    expect(holds({ any: entries }, 'a '.repeat(4_000))).toBe(false);
    expect(holds({ any: entries }, 'a'.repeat(8_000))).toBe(true);
  });

  it('finds a word exactly where splitting at blanks finds it', () => {
    const word = fc.constantFrom('queue', 'grows', 'wait', 'waits', 'a');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), word, (text, one) => {
        expect(holds({ any: [one] }, text.join(' '))).toBe(text.includes(one));
        expect(holds({ any: [`${one}*`] }, text.join(', '))).toBe(
          text.some((own) => own.startsWith(one)),
        );
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});

describe('a short text', () => {
  it('is decided by the first rule that holds in the student’s own variant', async () => {
    const key = await keyOf(ITEM);
    const numbers = ['7', '8', '9', '10', '11', '12'];
    const [over] = numbers.filter((one) => valuesOf(key, one)['load'] === 1.2);
    const [under] = numbers.filter((one) => valuesOf(key, one)['load'] === 0.8);
    if (over === undefined || under === undefined) throw new Error('both loads');
    const say = 'It will grow, for messages come faster';
    expect(verdictOn(key, say, over)).toMatchObject({ state: 'right', points: 2 });
    expect(verdictOn(key, say, under)).toMatchObject({
      state: 'partly',
      points: 1,
      wrong: 'half',
      says: 'At a load of 0.8: say why, too.',
    });
    expect(verdictOn(key, 'it stays small', under).state).toBe('right');
    expect(verdictOn(key, 'it stays small', over).state).toBe('unverified');
    expect(verdictOn(key, 'its moody behavior', over)).toMatchObject({
      state: 'wrong',
      wrong: 'behaviour',
      says: 'Count messages.',
    });
  });

  it('goes to somebody who reads it where no rule decides, and is refused without a word', async () => {
    const key = await keyOf(ITEM);
    expect(verdictOn(key, 'Ask the operator.')).toMatchObject({ state: 'unverified', points: 0 });
    expect(verdictOn(key, `moody ${'very '.repeat(40)}`).says).toContain('longer than 120');
    expect(verdictOn(key, '…').state).toBe('unreadable');
    expect(verdictOn(key, ['moody']).state).toBe('unreadable');
    expect(verdictOn(key, '').state).toBe('missing');
  });

  it.each([
    [
      'an example of another rule',
      'examples: [It grows]',
      'examples: [It never grows]',
      /“It never grows” should be told what "half" says, and is told what nobody says/,
    ],
    ['a rule that decides nonsense', 'moody]', 'qqq]', /“qqq zzz” is decided by "behaviour"/],
    [
      'a rule that pays for the question',
      'any: [short,',
      'any: [queue, short,',
      /the question itself, copied, has credit/,
    ],
    [
      'a text that was to be read',
      'open: [It depends.]',
      'open: [so moody]',
      /“so moody” is decided by "behaviour"/,
    ],
    [
      'a pattern',
      'grow*|increas*|longer',
      '(grow|longer)+',
      /small\.yaml:\d+: items\.0\.rules\.0\.all\.0: an entry is plain words/,
    ],
    [
      'a star too early',
      'any: [grow*]',
      'any: [g*]',
      /a star stands at the end of a word, after three letters/,
    ],
    ['no words at all', 'any: [grow*]', 'any: []', /a rule names words in all or any/],
    ['no full credit', 'when: =load < 1', 'when: =load < 0', /there is no rule with full credit/],
    [
      'no misconception',
      'misconception: Machines have moods.',
      'none: []',
      /a rule without credit needs a misconception/,
    ],
  ])('with %s is refused', async (_, from, to, fault) => {
    expect(await faultsOf(ITEM, from, to)).toMatch(fault);
  });
});
