/** Names that lessons and experiments have. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { tags } from '../../widgets/index.ts';

/** All of them: `npm test -- NAME` finds both by name. */
export function takenNames(): readonly string[] {
  const lessons = globSync('content/*/**/*.mdx').map((path) =>
    basename(path, '.mdx').replace(/^\d+-/, ''),
  );
  return [...lessons, ...tags];
}
