/** What language models learn from: how it is packed, split and read. */
import { readFileSync } from 'node:fs';
import { zip } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { namesOf, playsOf } from '../../../../scripts/pack/texts.mjs';
import {
  corpusOf,
  decoded,
  FILES,
  lossOf,
} from '../../../../widgets/experiments/language-model/learner/corpus.ts';

const read = (file: string): Buffer => readFileSync(`public/data/${file}`);
const names = corpusOf('names', FILES.names.map(read));
const plays = corpusOf('plays', FILES.plays.map(read));

describe('what is packed', () => {
  it('has each name once, in order, and no other signs', () => {
    expect(namesOf('emma\nava\r\nemma\n')).toEqual(['ava', 'emma']);
    expect(() => namesOf('ava\nÅsa\n')).toThrow('“Åsa” is not 2 to 15 small letters.');
    const packed = read(FILES.names[0]).toString();
    expect(`${namesOf(packed).join('\n')}\n`).toBe(packed);
  });

  it('has each play in a file, in ASCII', () => {
    const train = 'A:\nb\n:\nc\nRODERIGO:\nd\nRODERIGO:\ne\n';
    const cut = ['A:\nb\n', ':\nc\n', 'RODERIGO:\nd\nRODERIGO:\ne\n', 'C:\n'];
    expect(Object.entries(playsOf(train, 'C:\n'))).toEqual(zip(FILES.plays, cut));
    expect(() => playsOf('é', '')).toThrow('The plays hold “é”, which is not ASCII.');
    expect(() => playsOf('A:\n', 'C:\n')).toThrow('do not begin as they should');
  });
});

describe.each([
  ['names', names, 21_341],
  ['plays', plays, 39_936],
] as const)('%s', (_, corpus, characters) => {
  const { heldOut, part, signs, losses, counting } = corpus;

  it('are held out in whole, and a part of it is as hard to the count', () => {
    const count = heldOut.reduce((sum, { next }) => sum + next.length, 0);
    expect(count).toBe(characters);
    const some = part.reduce((sum, { next }) => sum + next.length, 0);
    expect(some / count).toBeCloseTo(0.2, 2);
    const loss = lossOf(() => {
      const text = new Uint8Array(64);
      let length = 0;
      return (symbol) => {
        text[length] = symbol;
        length += 1;
        return counting.chances(text, length - 1);
      };
    }, part);
    expect(Math.abs(loss - losses.counting)).toBeLessThan(0.01);
  });

  it('cost who knows nothing the logarithm of the number of signs', () => {
    const even = () => () => new Float64Array(signs.length).fill(1 / signs.length);
    expect(lossOf(even, heldOut)).toBeCloseTo(Math.log(signs.length), 9);
  });
});

it('no name that is held out is learned from, and the plays are cut where one ends', () => {
  const where = [...(names.where ?? [])];
  expect(where.filter(([, is]) => is === 'held out')).toHaveLength(3_000);
  expect(where.filter(([, is]) => is === 'learned')).toHaveLength(26_494);
  const [first] = plays.heldOut;
  expect(decoded(first?.symbols ?? new Uint8Array(), plays.signs)).toMatch(
    /^THESEUS:\nNow, fair Hippolyta, our nuptial hour\n/,
  );
});
