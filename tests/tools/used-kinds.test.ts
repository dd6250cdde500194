/** The sheet of every page has the look of each kind of control that some experiment has, and of no other. */
import { expect, test } from 'vitest';
import { usedKinds } from '../../scripts/build/used-kinds.mjs';
import { loadWidgets } from '../../widgets/index.ts';
import type { Table } from '../../widgets/kit/contract/params.ts';

test('the kinds of control that imports tell are those that experiments have', async () => {
  const widgets = Object.values(await loadWidgets());
  const kinds = widgets
    .flatMap(({ params }) => Object.values(params as Table))
    .flatMap((param) => (param.kind === 'text' ? (param.surface?.kind ?? []) : []));
  expect(kinds).toContain('cells');
  expect([...usedKinds()].toSorted()).toEqual([...new Set(kinds)].toSorted());
});
