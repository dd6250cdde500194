/** The book's questions as Moodle's XML, read by another program, and held to what the book's own judges say. */
import { execFileSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { askingLessons, openQuestions, type OpenQuestions } from '../../src/lms/open-questions.ts';
import { moodleXml, shareOf, type Asks } from '../../src/lms/pure/moodle-xml.ts';
import { check as checkChoice } from '../../src/tasks/kinds/choice/check.ts';
import type { ChoiceQuestion } from '../../src/tasks/kinds/choice/schema.ts';
import { check as checkNumber } from '../../src/tasks/kinds/number/check.ts';
import type { NumberQuestion } from '../../src/tasks/kinds/number/schema.ts';
import { loadBook } from '../../src/tasks/practice/author/load.ts';
import { blocks } from '../../src/tasks/server/markdown.ts';

interface Node {
  readonly name: string;
  readonly has: Readonly<Record<string, string>>;
  readonly text: string;
  readonly inside: readonly Node[];
}
const READER = `
import json, sys, xml.etree.ElementTree as E
def tree(e): return {'name': e.tag, 'has': e.attrib, 'text': e.text or '', 'inside': [tree(i) for i in e]}
print(json.dumps(tree(E.fromstring(sys.stdin.buffer.read()))))`;
const read = (input: string): readonly Node[] => {
  const how = { input, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  return (JSON.parse(execFileSync('python3', ['-c', READER], how)) as Node).inside;
};
const all = (node: Node | undefined, name: string): readonly Node[] =>
  node?.inside.filter((one) => one.name === name) ?? [];
/** The text at the end of a way of names, each the first of its kind. */
const at = (node: Node | undefined, ...way: readonly string[]): string =>
  way.reduce((one, name) => all(one, name)[0], node)?.text ?? '';

const BOOK = 'ml-systems-in-production';
const SITE = 'https://example.org/book';
/** As `question/engine/bank.php` has them. */
const FRACTIONS = `100 90 83.33333 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5 11.11111 10 5 0`;
const byId = new Map(loadBook().questions.map((one) => [one.question.id, one.question] as const));

let open: OpenQuestions;
let categories: readonly Node[];
let asked: readonly Node[];
const idOf = (node: Node): string =>
  at(node, 'idnumber')
    .slice(BOOK.length + 1)
    .replace(/-v\d+$/, '');
const ofKind = (kind: string) => asked.filter((node) => byId.get(idOf(node))?.kind === kind);
const ofType = (...types: readonly string[]) =>
  asked.filter(({ has }) => types.includes(has['type'] ?? ''));

beforeAll(async () => {
  open = await openQuestions(askingLessons(), SITE);
  const found = read(moodleXml(open.questions, ['a--b -->']));
  categories = found.filter(({ has }) => has['type'] === 'category');
  asked = found.filter((one) => !categories.includes(one));
}, 600_000);

test('every open question is in the file, or left out with a reason', () => {
  const ids = [...asked.map(idOf), ...open.left.map(({ id }) => id)];
  expect(ids.toSorted()).toEqual([...byId.keys()].toSorted());
  for (const { why } of open.left) expect(why).toMatch(/^[A-Z].*\.$/);
  expect(open.left.length).toBeLessThan(byId.size * 0.4);
  // The ten are in a figure of the lesson; of what a run answers, Moodle has no run.
  for (const beside of ['latency-predict-slower', 'latency-thin-traffic'])
    expect(open.left.map(({ id }) => id)).toContain(beside);
  for (const node of asked) {
    expect(at(node, 'questiontext', 'text')).toContain('In the book: ');
    expect(at(node, 'questiontext', 'text')).not.toMatch(
      /\b(?:the figure|(?:experiment|button) above)\b/,
    );
  }
});

test('numbers of questions stay, and Moodle has room for them and for names', () => {
  for (const node of asked) {
    const { id, version } = byId.get(idOf(node)) ?? {};
    expect(at(node, 'idnumber')).toBe(`${BOOK}-${id}-v${version}`);
    expect(at(node, 'idnumber').length).toBeLessThanOrEqual(100);
    expect(at(node, 'name', 'text').length).toBeLessThanOrEqual(255);
  }
  // Courses have these.
  for (const kept of ['latency-fan-out', 'label-order', 'wrong-more-of-it'])
    expect(asked.map((node) => at(node, 'idnumber'))).toContain(`${BOOK}-${kept}-v1`);
});

test('each idea of a lesson is a category, and links lead to the book by whole addresses, or nowhere', async () => {
  expect(categories.length).toBeGreaterThan(askingLessons().length);
  for (const node of categories)
    expect(at(node, 'category', 'text').split(/(?<!\/)\/(?!\/)/)).toHaveLength(5);
  const links = JSON.stringify(asked).match(/href=\\"[^"]*/g) ?? [];
  expect(links.length).toBeGreaterThan(asked.length);
  expect(links.filter((one) => !one.startsWith(`href=\\"${SITE}/lessons/`))).toEqual([]);
  const [lesson = ''] = askingLessons();
  expect(moodleXml((await openQuestions([lesson])).questions)).not.toContain('href');
});

test('answers earn only what Moodle knows', () => {
  const earned = asked.flatMap((node) => all(node, 'answer').map(({ has }) => has['fraction']));
  const known = FRACTIONS.split(' ');
  expect(earned.filter((one) => one && !known.includes(one.replace('-', '')))).toEqual([]);
  for (const n of [1, 2, 3, 6, 7, 9, 10]) expect(known).toContain(String(shareOf(n)));
  expect(shareOf(13)).toBeUndefined();
});

/** As Moodle does: the first answer within its tolerance (`question/type/numerical/question.php`). */
const taken = (node: Node, value: number): Node | undefined =>
  all(node, 'answer').find((one) => {
    const [own, wide] = [Number(at(one, 'text')), Number(at(one, 'tolerance'))];
    const most = wide + 1e-14 * Math.max(wide, Math.abs(own));
    return at(one, 'text') === '*' || Math.abs(value - own) <= most;
  });

test('a number is taken to the edge of its tolerance and no further, and told what the book says', async () => {
  expect(ofKind('number').length).toBeGreaterThan(40);
  for (const node of ofKind('number')) {
    const question = byId.get(idOf(node)) as NumberQuestion;
    for (const one of all(node, 'answer').slice(0, -1)) {
      const [own, wide] = [Number(at(one, 'text')), Number(at(one, 'tolerance'))];
      const beyond = wide + Math.max(wide * 1e-3, Math.abs(own) * 1e-6, 1e-6);
      for (const off of [0, -wide, wide, -beyond, beyond]) {
        const typed = `${own + off} ${question.unit ?? ''}`;
        const { correct, about } = checkNumber(
          { ...question, answer: Number(question.answer) },
          typed,
        );
        const found = taken(node, own + off);
        expect([typed, found?.has['fraction']]).toEqual([typed, correct ? '100' : '0']);
        const said = question.wrong.find(({ id }) => id === about[0])?.feedback;
        if (said !== undefined) expect(at(found, 'feedback', 'text')).toBe(await blocks(said));
      }
    }
  }
});

test('numbers are written with points, and one that is predicted has its own first and any last', () => {
  for (const node of ofType('numerical')) {
    const answers = all(node, 'answer');
    for (const one of answers) {
      expect(at(one, 'text')).toMatch(/^(?:-?\d+(?:\.\d+)?|\*)$/);
      expect(at(one, 'tolerance')).toMatch(/^\d+(?:\.\d+)?$/);
    }
    expect(answers[0]?.has['fraction']).toBe('100');
    expect(at(answers.at(-1), 'text')).toBe('*');
  }
  for (const node of ofKind('prediction')) expect(at(node, 'defaultgrade')).toBe('0');
  for (const node of ofKind('prediction').filter((one) => at(one, 'single') === 'true'))
    expect(all(node, 'answer').filter(({ has }) => has['fraction'] === '100')).toHaveLength(1);
});

test('a choice earns what the book gives, whatever is picked', () => {
  for (const node of ofKind('choice')) {
    const question = byId.get(idOf(node)) as ChoiceQuestion;
    const { many, options } = question;
    expect(at(node, 'single')).toBe(String(!many));
    const earned = all(node, 'answer').map(({ has }) => Number(has['fraction']) / 100);
    for (let picks = 1; picks < 2 ** options.length; picks += 1) {
      const isPicked = (_: unknown, i: number): boolean => (picks >> i) % 2 === 1;
      const ids = options.filter(isPicked).map(({ id }) => id);
      if (!many && ids.length > 1) continue;
      const sum = earned.filter(isPicked).reduce((so, one) => so + one, 0);
      expect(Math.max(0, sum)).toBeCloseTo(checkChoice(question, ids).credit, 4);
    }
  }
});

test('orders and matchings say how many are right, and what is matched is plain text', () => {
  for (const node of ofType('ordering', 'matching')) expect(at(node, 'shownumcorrect')).toBe('1');
  expect([ofType('ordering').length, ofType('matching').length].every((n) => n > 1)).toBe(true);
  for (const one of ofType('matching').flatMap((node) => all(node, 'subquestion')))
    expect(at(one, 'answer', 'text')).toMatch(/^[^<*_`]+$/);
});

test('any text comes through as it is, and what belongs to nothing has no question', () => {
  const text = '<p>1 < 2 && "x" ]]> \'y\' &amp; π</p>';
  const [question] = open.questions;
  if (!question) throw new Error('there is none');
  const said = { right: '', wrong: text };
  const asks: Asks = { type: 'matching', pairs: [[text, 'b']], others: ['c'], ...said };
  const odd = { ...question, text, category: ['a/b', text], asks };
  const [category, one] = read(moodleXml([odd]));
  expect(at(one, 'questiontext', 'text')).toBe(text);
  expect(all(one, 'subquestion').map((of) => at(of, 'text'))).toEqual([text, '']);
  expect(at(category, 'category', 'text')).toBe(`$course$/top/a//b/${text.replaceAll('/', '//')}`);
});
