import { describe, expect, it } from 'vitest';
import { readPlacements } from '../../../src/tasks/practice/author/placements.ts';
import { readBook } from '../../../src/tasks/practice/author/load.ts';
import { placementFaults as placementFaultsWith } from '../../../src/tasks/practice/author/proofs.ts';
import { registry } from '../../../src/tasks/practice/author/registry.ts';

const TAGS = ['batch-bench', 'tail-jar'];
const placementFaults = (of: ReturnType<typeof book>): string[] => placementFaultsWith(of, TAGS);
const yaml = (more: string, id = 'what-is-p99', version = '1') => `
- id: ${id}
  version: ${version}
  objective: Know p99.
  prompt: What is it?
  minutes: 2
  core: true
  solution: It is so.
${more.replace(/^/gm, '  ')}
`;
const NUMBER = 'kind: number\nanswer: 76\ntolerance: { absolute: 1 }';
const CHOICE = `kind: choice
options:
  - { id: a, text: Yes, correct: true }
  - { id: b, text: No, feedback: Look again., misconception: All is well. }`;
const book = (questions: string, mdx = '', more: Record<string, string> = {}) =>
  readBook(
    new Map(
      Object.entries({
        'content/c/01-one.mdx': mdx,
        'content/c/01-one.questions.yaml': questions,
        ...more,
      }),
    ),
  );

describe('a file of questions', () => {
  it('gives its questions with lesson, number and content hash', () => {
    const { questions } = book(yaml(NUMBER) + yaml(CHOICE, 'is-it-so'));
    expect(questions.map((q) => [q.question.id, q.lesson, q.number])).toEqual([
      ['what-is-p99', '01-one', 1],
      ['is-it-so', '01-one', 2],
    ]);
    expect(questions[0]?.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('changes its hash with its content and not with its comments', () => {
    const hash = (text: string) => book(text).questions[0]?.hash;
    expect(hash(`# a note\n${yaml(NUMBER)}`)).toBe(hash(yaml(NUMBER)));
    expect(hash(yaml(NUMBER.replace('76', '77')))).not.toBe(hash(yaml(NUMBER)));
  });

  it.each([
    ['a field left out', NUMBER.replace('answer: 76\n', ''), 'answer: it is missing'],
    ['a list for a text', `${NUMBER}\nunit: []`, 'unit: wanted is a text, this is a list'],
    ['a misspelt field', `${NUMBER}\nanwser: 3`, 'there is no “anwser” here; check the spelling'],
    ['a table for a kind', 'kind: { a: 1 }', 'kind: there is no {"a":1}; there are'],
    [
      'a name for itself',
      `${NUMBER}\nunit: &a [*a]`,
      'a text that begins with * or & needs quotes',
    ],
    ['a name for nothing', `${NUMBER}\nunit: *ms`, 'a text that begins with * or & needs quotes'],
  ])('says of %s in plain words what is wrong, and where', (_, more, said) => {
    expect(() => book(yaml(more))).toThrow(said);
    expect(() => book(yaml(more))).toThrow('01-one.questions.yaml');
  });

  it('says in which line it is', () => {
    const text = yaml(`${NUMBER}\nanwser: 3`);
    const line = text.slice(0, text.indexOf('anwser')).split('\n').length;
    expect(() => book(text)).toThrow(`01-one.questions.yaml:${line}, question "what-is-p99": `);
  });

  it.each([
    ['a misspelt field', yaml(`${NUMBER}\nanwser: 3`), 'anwser'],
    ['a version of 0', yaml(NUMBER, 'what-is-p99', '0'), 'version'],
    ['a version that is no whole number', yaml(NUMBER, 'what-is-p99', '1.5'), 'version'],
    ['no tolerance', yaml('kind: number\nanswer: 76'), 'tolerance'],
    ['an empty tolerance', yaml('kind: number\nanswer: 76\ntolerance: {}'), 'absolute'],
    ['a share as unit', yaml(`${NUMBER}\nunit: share`), 'per cent'],
    ['an unknown kind', yaml('kind: essay'), 'kind'],
    [
      'a wrong option without its misconception',
      yaml(CHOICE.replace(', misconception: All is well.', '')),
      'misconception',
    ],
    [
      'a goal without bounds',
      yaml('kind: reach\ninstance: x\nvary: [a]\nanswerSettings: { a: 1 }\ngoal: { p99: {} }'),
      'atLeast',
    ],
    [
      'a drawn prediction without axes',
      yaml(
        'kind: prediction\ninstance: x\nform: curve\nmeasure: p99\nafter: So.\nspread: { param: a, values: [1, 2, 3] }',
      ),
      'vertical axis',
    ],
  ])('with %s stops the build and names lesson and question', (_what, text, said) => {
    expect(() => book(text)).toThrow(/01-one\.questions\.yaml:\d+, question "what-is-p99"/);
    expect(() => book(text)).toThrow(said);
  });

  it('with an id used twice in the book stops the build', () => {
    const other = { 'content/c/02-two.mdx': '', 'content/c/02-two.questions.yaml': yaml(NUMBER) };
    expect(() => book(yaml(NUMBER), '', other)).toThrow(/"what-is-p99": the id is used 2 times/);
  });

  it('with a retired id stops the build', () => {
    const retired = { 'content/retired-ids.yaml': '- what-is-p99' };
    expect(() => book(yaml(NUMBER), '', retired)).toThrow(/retired/);
  });

  it('that is no YAML stops the build and names the file', () => {
    expect(() => book('- id: [')).toThrow(/01-one\.questions\.yaml/);
  });
});

describe('the registry of questions', () => {
  it('names the misconception of each distractor, and has no solution in it', () => {
    const [entry] = registry(book(yaml(CHOICE)));
    expect(entry?.misconceptions).toEqual({ b: 'All is well.' });
    expect(JSON.stringify(entry)).not.toContain('It is so');
  });
});

describe('a lesson', () => {
  it('places experiments with their settings, and questions, in any order of props', () => {
    const { instances, questions } = readPlacements(`
Text with \`<BatchBench id="no" />\`.
<Question id="first" />
<BatchBench
  settings={{ maxBatch: 8, arrivalProcess: 'poisson', values: "1,2,}", arrivals: 2_000, }}
  veil="first" id="latency"
/>
{/* <Question id="commented-out" /> */}
`);
    expect(instances).toMatchObject([
      {
        id: 'latency',
        tag: 'batch-bench',
        veil: 'first',
        settings: { maxBatch: 8, arrivalProcess: 'poisson', values: '1,2,}', arrivals: 2000 },
      },
    ]);
    expect(questions.map((q) => q.id)).toEqual(['first']);
  });

  it('with settings that are computed stops the build', () => {
    expect(() => book('[]', '<BatchBench id="x" settings={{ maxBatch: [1] }} />')).toThrow(
      /plain numbers/,
    );
  });

  it('is at fault when a question is forgotten, placed twice or unknown', () => {
    const faults = (mdx: string) => placementFaults(book(yaml(NUMBER), mdx)).join('\n');
    expect(faults('')).toContain('placed 0 times');
    expect(faults('<Question id="what-is-p99"/><Question id="what-is-p99"/>')).toContain(
      'placed 2 times',
    );
    expect(faults('<Question id="what"/>')).toContain('"what"/> is not in 01-one');
  });

  it('is at fault when questions are written in another order than the page has them', () => {
    const order = (...ids: readonly string[]): string =>
      placementFaults(
        book(
          ['a', 'b'].map((id) => yaml(NUMBER, id)).join(''),
          ids.map((id) => `<Question id="${id}"/>`).join('\n'),
        ),
      ).join('\n');
    expect(order('b', 'a')).toContain('write them as the page has them: b, a');
    expect(order('a', 'b')).not.toContain('as the page has them');
  });

  it('asks a core question at least, and is at fault otherwise', () => {
    const lesson = (isCore: boolean) =>
      placementFaults(
        book(yaml(NUMBER, 'a').replace('core: true', `core: ${isCore}`), '<Question id="a"/>'),
      );
    expect(lesson(true)).toEqual([]);
    expect(lesson(false).join()).toContain('none of its questions is core');
  });

  it.each([
    [
      'names an experiment that it does not place',
      'experiments: [jar, bench]',
      '<Question id="guess"/><TailJar id="jar" veil="guess"/>',
      'names the experiment "bench", which the lesson does not place; it places jar',
    ],
    [
      'places an experiment that its front matter leaves out',
      'experiments: [jar]',
      '<TailJar id="jar"/><BatchBench id="bench"/><Question id="guess"/>',
      'add the experiment "bench" to experiments',
    ],
    [
      'veils an experiment for a prediction that is not there',
      'experiments: [jar]',
      '<Question id="guess"/><TailJar id="jar" veil="guest"/>',
      'experiment "jar": veil="guest" is no prediction of this lesson; it has guess',
    ],
    [
      'lets an experiment wait for a prediction that comes after it',
      'experiments: [jar]',
      '<TailJar id="jar" ladder="guess"/><Question id="guess"/>',
      'experiment "jar" waits for <Question id="guess"/>; place the question before it',
    ],
    [
      'gives an experiment both a veil and a ladder',
      'experiments: [jar]',
      '<Question id="guess"/><TailJar id="jar" veil="guess" ladder="guess"/>',
      'has both veil and ladder',
    ],
    [
      'lets a setting wait for a prediction that is not there',
      'experiments: [jar]',
      `<Question id="guess"/><TailJar id="jar" after={{ fanOut: 'guest' }}/>`,
      'experiment "jar": fanOut waits for "guest", which is no prediction of this lesson; it has guess',
    ],
  ])('is at fault when it %s', (_what, front, text, said) => {
    const guess = yaml(
      'kind: prediction\ninstance: jar\nform: number\nmeasure: p99\nafter: So.',
      'guess',
    );
    const placed = (mdx: string): string => placementFaults(book(guess, mdx)).join('\n');
    expect(placed(`---\n${front}\n---\n${text}`)).toContain(`content/c/01-one.mdx: `);
    expect(placed(`---\n${front}\n---\n${text}`)).toContain(said);
    const right = '<Question id="guess"/><TailJar id="jar" veil="guess"/>';
    expect(placed(`---\nexperiments: [jar]\n---\n${right}`)).not.toContain('experiment');
  });
});

it('a component that is misspelt is named with those that there are', () => {
  const placed = '<Questoin id="what-is-p99" />\n<BatchBench id="bench" />';
  const faults = placementFaults(book(yaml(NUMBER), placed)).join('\n');
  expect(faults).toContain('01-one.mdx: <Questoin id="what-is-p99"/>: there is no <Questoin>');
  expect(faults).toMatch(/there are <Question>, .*<BatchBench>/);
  expect(faults).not.toContain('add the experiment "what-is-p99"');
});
