/** What every page starts with is as long for a book of forty experiments as for one of six. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { LESSONS } from '../book.ts';

/** Fetched later by every page that needs them; a new name here costs every lesson. */
const LATER = [
  'answers',
  'axes',
  'cards',
  'check',
  'dialog',
  'dress',
  'en',
  'experiment',
  'find-file',
  'hands',
  'in-foot',
  'kit',
  'lead-on',
  'lesson-page',
  'made',
  'now',
  'page-at',
  'page-store',
  'panels',
  'paper-code',
  'qr-code',
  'remembered',
  'rolldown-runtime',
  'start',
  'wake',
];

const scripts = LESSONS.flatMap((lesson) => {
  const page = readFileSync(`dist/lessons/${lesson}/index.html`, 'utf8');
  return [...page.matchAll(/<script type="module" src="([^"]*)"/g)].map(([, src = '']) =>
    join('dist/lessons', lesson, src),
  );
});

test('the first script is one for all lessons and names no experiment, and no kind of control or question', () => {
  expect(new Set(scripts).size).toBe(1);
  const text = readFileSync(scripts[0] ?? '', 'utf8');
  const named = [...text.matchAll(/([\w-]+)\.[\w-]+\.js\b/g)].map(([, name]) => name);
  expect([...new Set(named)].toSorted()).toEqual(LATER);
  const tags = readdirSync('widgets/experiments');
  expect(tags.filter((tag) => text.includes(tag))).toEqual([]);
});
