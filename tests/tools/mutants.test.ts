import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { broken } from '../../scripts/mutants/mutant.ts';
import { MUTANTS } from '../mutants/list.ts';
import { PAGE_MUTANTS } from '../mutants/pages.ts';

test.each([...MUTANTS, ...PAGE_MUTANTS])('there is still something to break: $name', (mutant) => {
  const text = existsSync(mutant.file) ? readFileSync(mutant.file, 'utf8') : '';
  expect(broken(mutant, text)).not.toBe(text);
});
