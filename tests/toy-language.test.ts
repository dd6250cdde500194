/** Words are separate from code: what the book says by itself stands in its files of words, so that a second language is files and one switch. */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import type { InOtherWords } from '../widgets/kit/words/in-other-words.ts';
import { BOARD_WORDS } from '#words/widgets/kit/words/board-words';
import { WORDS_END } from './words.ts';

/** Translated as texts: subject matter, and the front page's own sum. Said to authors, not to readers: what stops a build. */
const AS_TEXTS = /^(?:widgets\/(?:experiments|shared)|src\/(?:workbench|front))\//;
const TO_AUTHORS =
  /\/author\/|(?:prove|sample|schema|fields|build|config|take-along)\.ts$|^src\/(?:book|markdown)\//;
/** Widths of letters, names of keys, words of a programming language or a file format: nobody reads them. */
const UNREAD = /(?:text-width|seal|lms\/cartridge|parse-expression|contract\/widget)\.ts$/;
/** Words that no English sentence is long without. */
const SMALL =
  /(?:^|[ “(])(?:an?|the|of|is|are|and|to|for|no|not|none|it|this|that|with|by|at|on|or|from|has|be|as|there|your?|against|than|all)(?= |$|[,.:;])/i;
const READ_OUT = /(?:aria-label|aria-valuetext|title|alt|placeholder)="([^"{]*)"/g;

/** What a text in code says in words, with `{}` for each value in it. */
function saidBy(text: string): readonly string[] {
  const isMarkup = /<\/?\w/.test(text);
  const read = [...text.matchAll(READ_OUT)].map(([, said = '']) => said);
  const shown = isMarkup ? text.replaceAll(/<[^<>]*>?/g, '|').split('|') : [];
  if (isMarkup || read.length > 0)
    return [...read, ...shown].filter((one) => /\p{L}{2}/u.test(one));
  return SMALL.test(text) && / /.test(text) && !/[=[\]]/.test(text) ? [text] : [];
}

/** What a file of code says in words: not what it throws, which whoever has written wrong code reads. */
function wordsIn(file: string, code: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isThrown =
      ts.isThrowStatement(node) ||
      (ts.isNewExpression(node) && /(?:Error|Fault)$/.test(node.expression.getText(source)));
    if (isThrown || ts.isTypeNode(node)) return;
    const parts = ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
      : ts.isStringLiteralLike(node)
        ? [node.text]
        : [];
    found.push(...saidBy(parts.join('{}')).map((words) => `${file}: ${words.trim()}`));
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  visit(source);
  return found;
}

test('no code says anything to readers in words of its own', () => {
  const files = globSync('{src,widgets}/**/*.ts').map((file) => file.replaceAll('\\', '/'));
  const code = files.filter(
    (file) => ![AS_TEXTS, TO_AUTHORS, UNREAD].some((rule) => rule.test(file)),
  );
  const said = code
    .filter((file) => !file.endsWith(WORDS_END))
    .flatMap((file) => wordsIn(file, readFileSync(file, 'utf8')));
  expect(said).toEqual([]);
  // Those of the files of words themselves would be seen.
  const spoken = code.filter((file) => file.endsWith(WORDS_END));
  const silent = spoken.filter((file) => wordsIn(file, readFileSync(file, 'utf8')).length === 0);
  expect(silent.length).toBeLessThan(spoken.length / 10);
});

test.each([
  ['say(`Of 100 ${all}`);'],
  ["const note = 'there is none';"],
  ["names.join(' and ');"],
  ['markup`<p>Wait</p>`;'],
  ['markup`<button aria-label="Run again">${icon}</button>`;'],
])('%s would be seen', (code) => {
  expect(wordsIn('widgets/page/some.ts', code)).toHaveLength(1);
});

test('what the build writes around experiments and lessons is in files of words, not in components', () => {
  const files = globSync(
    '{widgets/server,src/layouts,src/tasks/{practice,storage},src/components}/**/*.astro',
  );
  const spoken = files.flatMap((file) => {
    const [, , body = ''] = readFileSync(file, 'utf8').split(/^---$/m);
    const labels = [...body.matchAll(READ_OUT)].map(([, label]) => label);
    let text = body.replace(/<(script|style)[\s\S]*?<\/\1>|\{\/\*[\s\S]*?\*\/\}/g, ' ');
    for (let before = ''; before !== text;)
      [before, text] = [text, text.replace(/\{[^{}]*\}/g, ' ')];
    const words = text.replace(/<[^>]*>/g, ' ').match(/\p{L}{2,}[^\n]*/gu) ?? [];
    return [...labels, ...words].map((one) => `${file}: ${one}`);
  });
  expect(spoken).toEqual([]);
});

test('a missing word is an error of types', () => {
  type Board = InOtherWords<typeof BOARD_WORDS>;
  const whole: Board = { ...BOARD_WORDS, final: 'Das bleibt so.' };
  // @ts-expect-error: the other words are missing
  const part: Board = { final: 'Das bleibt so.' };
  expect(Object.keys(whole).length).toBeGreaterThan(Object.keys(part).length);
});
