import { MACHINES } from '../../widgets/kit/device/machines.ts';
import { globSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { loadWidget, loadWidgets, tags } from '../../widgets/index.ts';
import { factsIn } from '../../widgets/load.ts';
import type { Table } from '../../widgets/kit/contract/params.ts';
import { workerOf } from '../../widgets/kit/contract/widget.ts';
import { LEARNERS } from '../../widgets/run/lab/learners.ts';
import { RUNS } from '../../widgets/run/sim/runs.ts';

const folders = readdirSync('widgets/experiments');
const widgets = Object.values(await loadWidgets());

describe('a widget', () => {
  it('is found by its folder, and its facts have the folder’s name', () => {
    expect(tags.toSorted()).toEqual(folders.toSorted());
    expect(widgets.map(({ tag }) => tag).toSorted()).toEqual(folders.toSorted());
  });

  it.each(['nowhere', 'constructor', ''])(
    'called %j is refused, with all that there are',
    async (tag) => {
      await expect(loadWidget(tag)).rejects.toThrow('There is no experiment');
      await expect(loadWidget(tag)).rejects.toThrow(folders[0]);
    },
  );

  it('whose file calls it something else is named', () => {
    expect(factsIn({ other: 3, facts: { tag: 'one' } }, 'one')).toEqual({ tag: 'one' });
    expect(() => factsIn({ facts: { tag: 'other' } }, 'one')).toThrow(
      'one/widget.ts exports no widget with the tag one',
    );
  });

  // Links and the command line say these besides the settings.
  it.each(widgets)('$tag has no setting of a name that links need', ({ params }) => {
    const reserved = ['v', 'pin', 'moment', 'hide', 'lock'];
    expect(Object.keys(params as object).filter((name) => reserved.includes(name))).toEqual([]);
    // Words after `spread=` are what is spread, and a number is a setting's value.
    expect([undefined, 'number']).toContain((params as Table)['spread']?.kind);
  });
});

describe('a run', () => {
  const tables = {
    sim: { file: 'widgets/run/sim/runs.ts', runs: Object.keys(RUNS) },
    lab: { file: 'widgets/run/lab/learners.ts', runs: Object.keys(LEARNERS) },
  };

  it.each(widgets)('of $tag is entered where its worker looks for it', (widget) => {
    const { file, runs } = tables[workerOf(widget)];
    expect(runs, `add '${widget.runner}' to ${file}`).toContain(widget.runner);
  });

  it('that no widget asks for is in no table', () => {
    // What times the device is no experiment, and has a worker as one has.
    const asked = [...widgets.map(({ runner }) => runner), MACHINES.small.runner];
    expect([...tables.sim.runs, ...tables.lab.runs].toSorted()).toEqual(asked.toSorted());
  });
});

// src/page.ts defines every element; a component with a script of its own would cost its page a request, and a second copy.
test.each(globSync('widgets/{experiments,server}/**/*.astro'))('%s brings no script', (file) => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/<script(?! type="application\/json")/i);
});

test.each(folders)('%s says where its numbers come from', (folder) => {
  expect(readFileSync(`widgets/experiments/${folder}/from.md`, 'utf8').length).toBeGreaterThan(80);
});
