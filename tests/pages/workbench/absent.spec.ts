/** The workbench is for authors: the book has neither its page nor its code. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

test('the book has no workbench', () => {
  const files = globSync('dist/{_astro,workers}/*.js');
  expect(files.length).toBeGreaterThan(10);
  expect(existsSync('dist/workbench')).toBe(false);
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('every-part'))).toEqual([]);
});
