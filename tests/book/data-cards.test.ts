import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DATA_CARDS, readCard } from '../../src/book/data-cards.ts';
import { DATA_HASHES } from '../../widgets/kit/data/data-hashes.ts';
import { verified } from '../../widgets/run/data/verified.ts';

const FOLDER = 'public/data';
const mnist = JSON.parse(readFileSync(`${FOLDER}/mnist.json`, 'utf8')) as Record<string, unknown>;
const packed = readdirSync(FOLDER).filter((name) => !/\.json$|^LICENSES$/.test(name));
const listed = [...DATA_CARDS.values()].flatMap(({ files }) => files);

test('every packed file stands on exactly one card, and every card’s files are there', () => {
  expect(listed.map(({ name }) => name).toSorted()).toEqual(packed.toSorted());
});

test.each(listed)('$name has the length and the hash of its card', ({ name, bytes, sha256 }) => {
  expect(DATA_HASHES[name]).toEqual({ bytes, sha256 });
  expect(verified(name, readFileSync(`${FOLDER}/${name}`)).length).toBe(bytes);
});

test.each(listed)('$name is no more than 150 kB to fetch', ({ name }) => {
  expect(gzipSync(readFileSync(`${FOLDER}/${name}`)).length).toBeLessThan(150_000);
});

test.each([...DATA_CARDS.values()])(
  'the licence of $id comes along, and its card fits it',
  (card) => {
    const text = readFileSync(`${FOLDER}/${card.licenceText}`, 'utf8');
    expect(text.length).toBeGreaterThan(400);
    expect(existsSync(`${FOLDER}/${card.id}.json`)).toBe(true);
    expect(card.attribution).toContain(card.licence.split(';')[0]);
  },
);

test.each(Object.keys(mnist))('a card that lacks %s stops the build and is named', (key) => {
  const { [key]: _gone, ...rest } = mnist;
  expect(() => readCard('public/data/mnist.json', rest)).toThrow(
    new RegExp(`public/data/mnist\\.json[\\s\\S]*${key}`),
  );
});

test('a line left empty is no line', () => {
  expect(() => readCard('x.json', { ...mnist, faults: ' ' })).toThrow(/faults/);
});
