/** The programs in Python as their linter wants them. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PositionEncoding, Workspace, type Diagnostic } from '@astral-sh/ruff-wasm-nodejs';

// What is left out: `zip` of lists that are as long as each other, `dict` with measures by name, `sum` of short lists.
const workspace = new Workspace(
  {
    'line-length': 120,
    'target-version': 'py311',
    lint: {
      select: 'A B C4 E F I N PIE PLE PLW RET RUF SIM UP W'.split(' '),
      ignore: ['B905', 'C408', 'RUF017'],
    },
  },
  PositionEncoding.Utf16,
);

test.each(globSync('widgets/{kit/python,experiments/*}/*.py'))('%s', (file) => {
  const said = workspace.check(readFileSync(file, 'utf8')) as readonly Diagnostic[];
  const lines = said.map(({ code, message, start_location: at }) =>
    [at.row, code, message].join(' '),
  );
  expect(lines).toEqual([]);
});
