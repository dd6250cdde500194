/** The programs in Python: each prints of the same settings the same measures as the book, to nine digits. */
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../widgets/controls/kinds.ts';
import { randomSettings } from '../../src/tasks/kinds/reach/random.ts';
import {
  defaults,
  type AnySettings,
  type Param,
  type Table,
} from '../../widgets/kit/contract/params.ts';
import { runsOnBackend } from '../../widgets/kit/contract/widget.ts';
import { aboutOf } from '../../widgets/kit/python/about.ts';
import { notebookOf, programOf } from '../../widgets/kit/python/program.ts';
import { resultOf } from '../../widgets/kit/record/run-record.ts';
import { backendOnNode, runOnNode } from '../../widgets/run/node.ts';
import { ALL } from '../all.ts';
import { EXPERIMENTS } from '../experiments.ts';
import { sourcesOf } from '../../scripts/programs.ts';
import { PYTHON, printed } from './printed.ts';

const written = EXPERIMENTS.flatMap((widget) => {
  const sources = sourcesOf(widget.tag);
  return sources ? [{ ...widget, widget, sources }] : [];
});
/** Lines of code: of the modules that programs share, of a program, and of those that need more. */
const SHARED: Readonly<Record<string, number>> = { book: 60, networks: 45, images: 45 };
const SHORT = 80;
const LONG: Readonly<Record<string, number>> = {
  'all-green': 180,
  'batch-bench': 130,
  'black-friday': 160,
  'data-poisoning': 120,
  'dataset-sizes': 90,
  'language-model': 160,
  leaderboard: 160,
  'mind-vs-data': 140,
  'own-digit': 130,
  'restaurant-ranker': 130,
  'rules-or-ml': 150,
  'same-run': 150,
  'ship-it': 160,
  'shrink-it': 140,
  'stale-model': 160,
  'synthetic-shifts': 120,
  'tail-jar': 150,
  'three-officers': 130,
  'token-serving': 160,
  'trust-or-override': 120,
  'wrong-labels': 150,
};
/** Whether there is something to draw a setting from; what can only be typed stays as the book begins. */
const canBeDrawn = (param?: Param): boolean =>
  param?.kind !== 'text' ||
  [kindOf(param), param.options, param.byChance].some((one) => one !== undefined);

test('modules and programs are short', () => {
  const [one] = written;
  const long = [
    ...Object.entries(one?.sources.modules ?? {}).map(
      ([name, text]) => [name, aboutOf(text).lines, SHARED[name]] as const,
    ),
    ...written.map(
      ({ tag, sources }) => [tag, aboutOf(sources.program).lines, LONG[tag] ?? SHORT] as const,
    ),
  ].filter(([, lines, most = 0]) => lines > most);
  expect(long).toEqual([]);
});

/** What is not drawn: a long training, whose last digits part, and levels so few that they enlarge it. */
const HELD: Readonly<Record<string, AnySettings>> = { 'language-model': { steps: 300, bits: '8' } };
/** Shares of a thousand texts that are drawn by chances in 32 bits: four standard errors of the difference of two such draws. */
const SAMPLED = ['knownShare', 'heldOutShare'];

describe.skipIf(!PYTHON).each(written)('$tag in Python', ({ widget, sources }) => {
  const params = widget.params as Table;
  const start = defaults(params) as AnySettings;
  const names = Object.keys(params).filter((name) => canBeDrawn(params[name]));
  const drawn = Array.from({ length: ALL ? 99 : 1 }, (_, i) => ({
    ...start,
    ...randomSettings(widget, names, i + 1),
    ...HELD[widget.tag],
  }));
  // A long text is not written out where no measure hangs on it.
  test('has the settings that the book begins with', () => {
    const own = programOf(sources, start).replaceAll(/'[^'\n]{40,}'/g, "''");
    const chosen = /^chosen = \{[\s\S]*?^\}/m;
    expect(chosen.exec(sources.program)?.[0]).toBe(chosen.exec(own)?.[0]);
  });

  test.each([start, ...drawn])('%j', { timeout: 120_000 }, async (settings) => {
    const run = resultOf(
      widget,
      settings,
      await runOnNode(widget, settings),
      backendOnNode(widget),
    );
    const found = printed(programOf(sources, settings));
    if (!runsOnBackend(widget) && !aboutOf(sources.program).trains)
      return void expect(found).toEqual(run.measures);
    // Networks part by the order of 32-bit sums, on the book's own back ends, too: half a point, or a hundredth of a count.
    expect(Object.keys(found)).toEqual(Object.keys(run.measures));
    const far = Object.entries(run.measures).filter(([name, value]) => {
      const own = found[name] ?? null;
      if (own === null || value === null) return own !== value;
      const least = SAMPLED.includes(name) ? 0.09 : 0.005;
      return Math.abs(own - value) > Math.max(least, Math.abs(value) / 100);
    });
    expect(far, JSON.stringify(found)).toEqual([]);
  });

  test('is a notebook, too, and words behind its name take the place of settings', () => {
    const { cells } = JSON.parse(notebookOf(sources, start)) as {
      cells: readonly { cell_type: string; source: readonly string[] }[];
    };
    const code = cells
      .filter((one) => one.cell_type === 'code')
      .map(({ source }) => source.join(''));
    // Settings stand first there, and need nothing.
    expect(printed(code.join('\n\n\n'))).toEqual(printed(programOf(sources, start)));
    expect(() => printed(code.join('\n\n\n'), ['nothing=1'])).toThrow(
      'There is no setting nothing',
    );
  });
});
