import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fileText } from '../../../src/tasks/storage/pure/file-text.ts';
import { readWork } from '../../../src/tasks/storage/pure/read-work.ts';

it('the work file that docs/work-file.md shows is read whole, and written as it stands there', () => {
  const doc = readFileSync('docs/work-file.md', 'utf8');
  const shown = /```json\n([^]*?)```/.exec(doc)?.[1] ?? '';
  const { work, unread } = readWork(shown, 'ml-systems-in-production');
  expect(unread).toEqual([]);
  expect(JSON.parse(fileText(work))).toEqual(JSON.parse(shown));
});
