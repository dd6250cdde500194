/** A file of its own: it hangs on all that is built, and those of the page on which a class is graded do not. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '../book.ts';
import { kindOf } from '../../../src/tasks/sets/kinds.ts';
import { loadBook } from '../../../src/tasks/practice/author/load.ts';
import { readStockOf } from '../../../src/tasks/sets/author/load.ts';
import { firstAssignment } from './class.ts';

test('the book that students read has no key in it, in no file', async () => {
  const { source, key } = await firstAssignment();
  const { source: stock, stocked } = readStockOf();
  const kept = stock.items.filter((_, at) => stocked[at]?.isOpen === false);
  // A mistake that a question of the book names, too, is no secret.
  const open = new Set(
    loadBook().questions.flatMap(({ question, kind }) =>
      (kind.known?.(question as never) ?? []).map(({ misconception }) => misconception),
    ),
  );
  const secrets = [...source.items, ...kept].flatMap((item) => [
    item.solution.slice(0, 40),
    ...(kindOf(item).known?.(item) ?? []).flatMap(({ misconception = [] }) =>
      open.has(String(misconception)) ? [] : misconception,
    ),
    // A sum that gives what is asked for; a shorter one may stand in a program by chance.
    ...('answer' in item && typeof item.answer === 'string' && item.answer.length > 12
      ? [item.answer.slice(1)]
      : []),
  ]);
  expect(secrets.length).toBeGreaterThan(5);
  expect(JSON.stringify(key).includes(secrets[1] ?? '')).toBe(true);
  const files = globSync('dist/**/*.{html,js,json,css,txt}');
  expect(files.length).toBeGreaterThan(50);
  const told = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return secrets.filter((secret) => text.includes(secret)).map((secret) => `${file}: ${secret}`);
  });
  expect(told).toEqual([]);
  expect(globSync('dist/teach/keys/**')).toEqual([]);
  // Nor the answers themselves, by the one shape in which a key writes them.
  expect(files.filter((file) => /"kind":\s*"key"/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
