import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextOf, type Found, markedIn } from '../../src/find/pure/found.ts';
import { sectionsOf } from '../../src/find/pure/sections.ts';
import { shortened } from '../../src/find/pure/shortened.ts';
import { searchIn } from '../../src/find/search.ts';
import { SITE_PLACES } from '../../src/find/site-places.ts';

const place = (kind: Found['kind'], title: string, text: string): Found => ({
  kind,
  title,
  where: 'A lesson',
  href: `lessons/a/#${title}`,
  text,
});
const PLACES = [
  place('section', 'Waiting', 'A queue grows without end when the machine is always busy.'),
  place('section', 'Percentiles, and which one', 'Half of all requests are faster than p50.'),
  place('term', 'percentile', 'The value that a given share does not exceed.'),
  place('section', 'A naïve rule', 'The percentile of a naïve rule, and a queue.'),
];
const search = await searchIn(PLACES);
const titles = (query: string): readonly string[] =>
  search(query).hits.map(({ found }) => found.title);

describe('a search', () => {
  it('finds whole words, beginnings, and words that are nearly right', () => {
    expect(titles('queue')).toEqual(expect.arrayContaining(['Waiting', 'A naïve rule']));
    expect(titles('perc')[0]).toBe('percentile');
    expect(titles('percentlie')[0]).toBe('percentile');
    expect(titles('WAITING')).toEqual(['Waiting']);
    expect(titles('zebra')).toEqual([]);
  });

  it('wants all words, or any where no place has all', () => {
    expect(titles('percentile queue')).toEqual(['A naïve rule']);
    expect(titles('busy share')).toEqual(expect.arrayContaining(['Waiting', 'percentile']));
  });

  it('says when what it found only comes near', () => {
    expect(search('queue').isNear).toBe(false);
    expect(search('percentlie').isNear).toBe(true);
    expect(search('busy share').isNear).toBe(true);
  });

  it('says which words of the book it found', () => {
    const [first] = search('percentlie').hits;
    expect(first?.words).toContain('percentile');
  });

  it('stops at thirty, and says so', async () => {
    const many = Array.from({ length: 45 }, (_, i) =>
      place('section', `Part ${i}`, 'the same word'),
    );
    const { hits, isCut } = (await searchIn(many))('same');
    expect([hits.length, isCut]).toEqual([30, true]);
    expect(search('queue').isCut).toBe(false);
  });
});

describe('the page for teachers', async () => {
  const sections = globSync('content/**/*.mdx').flatMap((file) =>
    sectionsOf(readFileSync(file, 'utf8')).map(({ text }) =>
      place('section', basename(file), text),
    ),
  );
  const whole = await searchIn([...sections, ...SITE_PLACES]);

  it.each([
    ...['assignment', 'assignments', 'homework', 'teacher', 'teachers', 'instructor', 'course'],
    ...['grade', 'grades', 'grading', 'hand in', 'class'],
  ])('is among the first that are found by “%s”, beside all lessons', (query) => {
    expect(sections.length).toBeGreaterThan(100);
    const { hits, isNear } = whole(query);
    expect(isNear).toBe(false);
    expect(hits.slice(0, 3).map(({ found }) => found.href)).toContain('teachers/');
  });
});

describe('what is shown of a place', () => {
  const long = `${'before '.repeat(40)}the needle stands here ${'after '.repeat(40)}end`;

  it('is the text round the word, cut between words, the word told apart', () => {
    const pieces = contextOf(long, ['needle']);
    expect(pieces).toHaveLength(3);
    expect(pieces[1]).toBe('needle');
    expect(pieces[0]).toMatch(/^… before .*the $/);
    expect(pieces[2]).toMatch(/^ stands here after .* after …$/);
    expect(pieces.join('').length).toBeLessThan(160);
  });

  it('is the beginning where the word is not in it, and the whole of a short text', () => {
    expect(contextOf(long, ['zebra']).join('')).toMatch(/^before .* before …$/);
    expect(contextOf('A short text.', ['text'])).toEqual(['A short ', 'text', '.']);
    expect(contextOf('', ['text'])).toEqual(['']);
    expect(contextOf('x'.repeat(400), [])).toHaveLength(1);
  });

  it('tells whole words apart, whatever signs they have', () => {
    expect(markedIn('C++ in a C+', ['c++'])).toEqual(['', 'C++', ' in a C+']);
    expect(markedIn('tail and tails', ['tail'])).toEqual(['', 'tail', ' and tails']);
  });
});

describe('words in other forms', async () => {
  const forms = await searchIn([
    place('section', 'Labels', 'Each label was written by two people, as batches came in.'),
    { ...place('section', 'Rounding', 'A quantised network.'), more: 'neighbour', also: 'int8' },
  ]);

  it.each([
    ['batching', 'Labels'],
    ['labelled', 'Labels'],
    ['labeling', 'Labels'],
    ['quantization', 'Rounding'],
    ['nearest neighbors', 'Rounding'],
    ['int8', 'Rounding'],
    ['the network', 'Rounding'],
    ['netwrok', 'Rounding'],
    ['lable', 'Labels'],
  ])('“%s” finds %s first', (query, title) => {
    expect(forms(query).hits[0]?.found.title).toBe(title);
  });

  it('are marked as they stand in the text', () => {
    expect(forms('batching').hits[0]?.words).toEqual(['batches']);
    expect(forms('labelled').hits[0]?.words).toEqual(['labels', 'label']);
  });
});

describe('a long text in the file', () => {
  const text = `${'Ann waits for the train. '.repeat(20)}Trains were waiting, and zebras, too: zebras!`;
  const others = Array.from({ length: 40 }, () => place('term', 'x', 'It were one, too.'));
  const [long, short] = shortened([place('section', 'Long', text), ...others]);

  it('is cut between words, and keeps once each rare word of the rest that was not in it', () => {
    expect(text.startsWith(long?.text.replace(/ …$/, '') ?? 'none')).toBe(true);
    expect(long?.text.length).toBeLessThan(text.length / 2);
    expect(long?.text).toMatch(/\w …$/);
    expect(long?.more).toBe('and zebras');
    expect(short).toEqual(others[0]);
  });
});
