/** The plan of the text: how long lessons are, what the core covers, who appears where, and which words are not used. */
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { minutesFor, wordsIn } from '../../src/book/minutes.ts';
import { slugOf } from '../../src/book/reading-order.ts';
import { loadBook } from '../../src/tasks/practice/author/load.ts';

interface Chapters {
  readonly chapters: readonly {
    readonly parts: readonly { readonly lessons: readonly string[] }[];
    readonly paths: readonly { readonly minutes: number; readonly lessons: readonly string[] }[];
  }[];
}
const { chapters } = parse(readFileSync('content/book.yaml', 'utf8')) as Chapters;
const book = loadBook();
const files = new Map(
  globSync('content/*/**/*.mdx').map((file) => {
    const id = file.split('/').at(-1)?.replace('.mdx', '') ?? '';
    return [slugOf({ id }), { id, file, text: readFileSync(file, 'utf8') }] as const;
  }),
);
const numbered = chapters.flatMap(({ parts }) => parts.flatMap(({ lessons }) => lessons));

/** A lesson with what its reader meets: front matter, text, and the questions as they are written. */
function lessonOf(slug: string) {
  const { id = '', text = '' } = files.get(slug) ?? {};
  const [, front = '', ...rest] = text.split(/^---$/m);
  const { core, objectives, experiments, summary } = parse(front) as {
    core: boolean;
    objectives?: readonly string[];
    experiments?: readonly string[];
    summary: string;
  };
  const own = book.questions.filter(({ lesson }) => lesson === id);
  const asked = own.filter(({ question, kind }) => question.core || kind.role === 'prediction');
  const instances = book.lessons.find((one) => one.id === id)?.instances ?? [];
  const body = rest.join('---');
  const minutes = minutesFor({
    words: wordsIn(text),
    questionMinutes: asked.reduce((sum, { question }) => sum + question.minutes, 0),
    experiments: instances.length,
  });
  const yaml = readFileSync(files.get(slug)?.file.replace('.mdx', '.questions.yaml') ?? '', 'utf8');
  return { core, objectives, experiments, summary, own, body, words: wordsIn(text), minutes, yaml };
}
const all = new Map(numbered.map((slug) => [slug, lessonOf(slug)]));
const core = numbered.filter((slug) => all.get(slug)?.core);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const read = [...all.values()];

/** Each person's name, and the lessons of their firm. */
const PARCELS =
  'more-than-a-model what-a-label-is-worth more-is-not-better the-winner-was-lucky a-model-goes-abroad fool-the-alarm the-labels-change part-code-part-data small-enough-to-ship the-same-run-twice';
const TAXIS = 'rules-or-learning data-in-production five-people-one-model';
const BANK = 'six-things-that-must-hold who-pays-for-the-errors equal-in-what trust-or-override';
const NEWSPAPER =
  'latency-and-throughput the-tail one-token-at-a-time what-a-minute-teaches what-an-answer-costs-here black-friday twelve-moves';
const BIKES = 'a-model-goes-stale all-lamps-green';
const PEOPLE = Object.entries({
  [PARCELS]: ['Kofi', 'Halima', 'Joe'],
  [NEWSPAPER]: ['Marta', 'Esther', 'Piotr'],
  [TAXIS]: ['Lars', 'Thandi', 'Gloria'],
  [BANK]: ['Ruth', 'Imran', 'Vera'],
  [BIKES]: ['Nadia', 'Wen', 'Otto'],
}).flatMap(([lessons, names]) => names.map((name) => [name, lessons.split(' ')] as const));
/** Names of the first edition; no one is called so any more. */
const RETIRED =
  /\b(?:Noor|Ines|Lina|Mara|Lena|Leila|Emil|Amara|Hanna|Greta|Farida|Imani|Amira|Mateo|Edda|Ravi|Mila|Yuki|Tomas|Sara)\b/g;

describe.each(numbered)('%s', (slug) => {
  const lesson = lessonOf(slug);

  it('is read in 25 minutes, in at most 1,450 words', () => {
    expect.soft(lesson.words).toBeLessThanOrEqual(1450);
    expect.soft(lesson.minutes).toBeLessThanOrEqual(25);
  });

  it('says what it is about, and nothing of what it finds', () => {
    expect.soft(lesson.objectives?.length).toBeGreaterThanOrEqual(2);
    expect.soft(lesson.experiments?.length).toBeGreaterThanOrEqual(1);
    expect.soft([lesson.summary, ...(lesson.objectives ?? [])].join(' ')).not.toMatch(/\d/);
  });

  it('asks for one sum at most', () => {
    const sums = lesson.own.filter(({ question }) => question.kind === 'number');
    expect(sums.length).toBeLessThanOrEqual(1);
  });

  it('names the people of its own firm, and no one else', () => {
    const text = `${lesson.body} ${lesson.yaml}`;
    const strangers = PEOPLE.filter(([, lessons]) => !lessons.includes(slug)).map(([name]) => name);
    expect(strangers.filter((name) => new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
    expect(text.match(RETIRED) ?? []).toEqual([]);
  });

  it('is written as the book is', () => {
    const { body, words } = lesson;
    const avoided =
      /\bof the say\b|\bin place of\b|\binvented\b|\bbelow the figure\b|\b101 to 120\b|lecture note behind/g;
    expect.soft(body.match(avoided) ?? []).toEqual([]);
    const prose = body.replace(/\{\{.*?\}\}|<[^>]*>|\[@[^\]]*\]|^\|.*$/gms, ' ');
    expect.soft((prose.match(/;/g) ?? []).length).toBeLessThanOrEqual((3 * words) / 1000);
  });
});

it('who teaches a lesson is told what to put on the board', () => {
  const silent = [...files.values()].filter(
    ({ text }) => /^objectives:/m.test(text) && !/^board: (?:>-\n\s+)?.{60,200}$/m.test(text),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

it('no one on the pages of practice is called as in the first edition', () => {
  const practice = [...files.keys()].filter((slug) => slug.startsWith('practise-'));
  expect(practice).toHaveLength(5);
  for (const slug of practice)
    expect.soft(lessonOf(slug).yaml.match(RETIRED) ?? [], slug).toEqual([]);
});

it('thirteen lessons are the core, in 300 minutes', () => {
  expect.soft(core).toHaveLength(13);
  expect.soft(sum(core.map((slug) => all.get(slug)?.minutes ?? 0))).toBeLessThanOrEqual(300);
});

it('a path takes the minutes that it is called by', () => {
  for (const { minutes, lessons } of chapters.flatMap(({ paths }) => paths)) {
    const takes = sum(lessons.map((slug) => all.get(slug)?.minutes ?? Infinity));
    expect.soft(takes, String(minutes)).toBeLessThanOrEqual(minutes);
  }
});

it('the book has at most 41,000 words, of which few are somebody’s and nobody’s', () => {
  expect.soft(sum(read.map(({ words }) => words))).toBeLessThanOrEqual(41_000);
  const text = read.map(({ body }) => body).join(' ');
  expect
    .soft((text.match(/\b(?:somebody|nobody|anybody|whom)\b/gi) ?? []).length)
    .toBeLessThanOrEqual(40);
});

it.each([
  ['prediction', 67],
  ['number', 8],
  ['choice', 33],
  ['reach', 28],
  ['match', 18],
  ['order', 0],
])('lessons ask as many of the kind %s as planned', (kind, planned) => {
  const there = [...read, lessonOf('self-check')]
    .flatMap(({ own }) => own)
    .filter(({ question }) => question.kind === kind);
  expect(Math.abs(there.length - planned)).toBeLessThanOrEqual(2);
});

it('no core lesson sets up an experiment of another lesson', () => {
  for (const slug of core) {
    const { body = '', experiments = [] } = all.get(slug) ?? {};
    const elsewhere = [...body.matchAll(/<SetUp\s+of="([^"]+)"/g)]
      .map(([, id = '']) => id)
      .filter((id) => !experiments.includes(id));
    expect.soft(elsewhere, slug).toEqual([]);
  }
});

it('a source is cited in one lesson, but for those that a whole book needs', () => {
  const EVERYWHERE =
    /note|^huyen|mnist|optdigits|semeion|sms|bike|hmda|sculley|kleppmann|kleinrock/;
  const cited = read.map(({ body }) => new Set(body.match(/@[a-z][a-z0-9-]*/g) ?? []));
  const twice = [...new Set(cited.flatMap((one) => [...one]))].filter(
    (key) => !EVERYWHERE.test(key.slice(1)) && cited.filter((one) => one.has(key)).length > 1,
  );
  expect(twice).toEqual([]);
});

interface Row {
  readonly row: string;
  readonly lesson: string;
  readonly heading: string;
}
const rows = parse(
  readFileSync('content/ml-systems-in-production/note-rows.yaml', 'utf8'),
) as readonly Row[];

it.each(rows)('the core covers: $row', ({ lesson, heading }) => {
  expect(core).toContain(lesson);
  const headings = (all.get(lesson)?.body.match(/^## .*$/gm) ?? []).map((line) =>
    line.slice(3).replace(/\s*\[\]\([^)]*\)/g, ''),
  );
  expect(headings).toContain(heading);
});
