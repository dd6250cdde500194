import { describe, expect, it } from 'vitest';
import { answerWords } from '../../../src/tasks/judge/answer-words.ts';
import { fieldIn } from '../../../src/tasks/fields/field.ts';

/** An input as far as a field looks at it. */
const fakeInput = (value: string, type = 'radio') => ({
  value,
  type,
  checked: false,
  readOnly: false,
  isFocused: false,
  focus(): void {
    this.isFocused = true;
  },
});

/** A question as far as its field looks at it. */
const elementOf = (inputs: readonly object[]): HTMLElement =>
  ({ querySelector: () => null, querySelectorAll: () => inputs }) as unknown as HTMLElement;

describe('a field that is typed into', () => {
  const input = { ...fakeInput('  76 ms ', 'text'), closest: () => null };
  const field = fieldIn(elementOf([input]));

  it('reads its text without the space around it', () => {
    expect(field.read()).toBe('76 ms');
  });

  it('takes back an answer that was typed, and is emptied by any other', () => {
    field.write('80');
    expect(input.value).toBe('80');
    for (const other of [null, ['a'], [{ x: 1, y: 2 }], { knob: 1 }]) {
      field.write(other);
      expect(input.value).toBe('');
    }
  });

  it('can be locked: what it holds is read and not changed', () => {
    field.lock();
    expect(input.readOnly).toBe(true);
  });
});

describe('options', () => {
  /** Where the first input is the only one of its group, as a card's. */
  type Input = ReturnType<typeof fakeInput> & { closest: (part: string) => object | null };
  const inputs: Input[] = ['a', 'b', 'c'].map((value, i) => ({
    ...fakeInput(value),
    closest: (part) =>
      part === 'fieldset'
        ? {
            querySelector: () =>
              (i === 0 ? inputs.slice(0, 1) : inputs.slice(1)).find((one) => one.checked),
          }
        : null,
  }));
  const field = fieldIn(elementOf(inputs));

  it('are read as the ids that are picked, and taken back', () => {
    expect(field.read()).toEqual([]);
    field.write(['c', 'a', 'gone']);
    expect(field.read()).toEqual(['a', 'c']);
    field.write('a');
    expect(field.read()).toEqual([]);
  });

  it('are reached at the first group in which nothing is picked', () => {
    for (const [answer, focused] of [
      [[], 'a'],
      [['a'], 'b'],
      [['c'], 'a'],
    ] as const) {
      for (const input of inputs) input.isFocused = false;
      field.write(answer);
      field.focus();
      expect(inputs.filter((one) => one.isFocused).map(({ value }) => value)).toEqual([focused]);
    }
  });
});

describe('an earlier answer in words', () => {
  const texts: Readonly<Record<string, string>> = { mean: 'The mean', median: 'The median' };
  const words = (answer: Parameters<typeof answerWords>[0]) =>
    answerWords(answer, (id) => texts[id] ?? id);

  it('quotes what was typed and what was picked, and names the rest', () => {
    expect(words('76 ms')).toBe('“76 ms”');
    expect(words(['mean', 'median'])).toBe('“The mean”, “The median”');
    expect(words(['gone'])).toBe('“gone”');
    expect(words([{ x: 1, y: 2 }])).toBe('a drawn line');
    expect(words({ maxBatch: 8, maxWait: 0 })).toBe('maxBatch 8, maxWait 0');
    expect(words(null)).toBe('skipped');
  });
});
