import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { citation, quoted } from '../../../widgets/kit/record/citation.ts';
import { csv } from '../../../widgets/kit/record/csv.ts';
import { defaults } from '../../../widgets/kit/contract/params.ts';
import { resultOf } from '../../../widgets/kit/record/run-record.ts';
import { toy, toyParams } from '../kit/toy.ts';

describe('a file for a spreadsheet', () => {
  it('holds numbers in full, and nothing where there is no value', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          [1 / 3, null],
          [-2, Number.NaN],
        ],
      ),
    ).toBe('a,b\r\n0.3333333333333333,\r\n-2,\r\n');
  });

  it('quotes what must be quoted', () => {
    expect(csv(['a, b'], [['say "so"'], ['two\nlines']])).toBe(
      '"a, b"\r\n"say ""so"""\r\n"two\nlines"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('lets %j be no formula', (text) => {
    expect(csv(['a'], [[text]])).toBe(`a\r\n'${text}\r\n`);
  });
});

describe('a citation', () => {
  const ran = (changes: object) => {
    const settings = { ...defaults(toyParams), ...changes };
    return resultOf(toy, settings, { y: 30 });
  };
  const from = { title: 'A line for all', address: 'https://book.example/?one.x=7' };

  it('says what ran, with which settings and seed, what came out, and where', () => {
    expect(citation(toy, ran({ slope: 7, colour: 'blue' }), from).split('\n')).toEqual([
      '“A line for all” (experiment toy-line, version 2)',
      'Settings: Slope 7 ms; Colour Blue; Seed 1; all others are the defaults.',
      'Measures: Height 30.0 ms; Part 30 %.',
      'To run it again: npm run -s experiment -- toy-line v=2 slope=7 colour=blue seed=1',
      'https://book.example/?one.x=7',
    ]);
  });

  it('quotes in its command what a shell would take apart', () => {
    const { settings, ...rest } = ran({});
    const text = citation(toy, { ...rest, settings: { ...settings, colour: 'a&b' } }, from);
    expect(text).toContain('toy-line v=2 "colour=a&b" seed=1\n');
  });

  it
    .skipIf(process.platform === 'win32')
    .each([
      'source=queue:maxBatch=8&arrivals=100',
      'source=$(echo no)',
      'source=`echo no`',
      `source='"$HOME`,
      'source=\\!!; echo no',
    ])('gives %s to a shell as it stands', (word) => {
    expect(execFileSync('sh', ['-c', `printf %s ${quoted(word)}`], { encoding: 'utf8' })).toBe(
      word,
    );
  });

  it('names what trained a model', () => {
    expect(citation(toy, ran({}), { ...from, trainedOn: 'WebGL' })).toContain(
      '\nTrained on WebGL.\n',
    );
  });
});
