/**
 * What was measured for the claims of a lesson, beside them in `record/`, so that a text is held against twenty draws of a
 * model that is slow to train in no time. A measure on record stands under the code and data that gave it, and is never
 * taken under others; of every twenty draws one is made anew and has to give the same, and all of them before a release.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import type { AnyWidget, Measured } from '../../widgets/kit/contract/widget.ts';
import { codeName, runName } from '../../widgets/run/kept/kept-outcomes.ts';
import { ALL } from '../all.ts';

/** Of an experiment: its measures, run by run, in the order in which it has them. */
interface OnRecord {
  readonly code: string;
  readonly runs: Record<string, readonly (number | null)[]>;
}
type Records = Record<string, OnRecord>;

const records = new Map<string, Records>();

function recordIn(file: string): Records {
  let record = records.get(file);
  if (record) return record;
  try {
    record = JSON.parse(readFileSync(file, 'utf8')) as Records;
  } catch {
    record = {};
  }
  records.set(file, record);
  return record;
}

/** An experiment in a line. Not where a run is only looked at, which must leave what it checks as it is. */
function write(file: string, record: Records): void {
  if (process.env['CI'] !== undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  const lines = Object.entries(record).map(
    ([tag, one]) => `${JSON.stringify(tag)}:${JSON.stringify(one)}`,
  );
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}

/** Seeds 1 and 101. */
const isMadeAnew = ({ seed }: AnySettings): boolean => ALL || Number(seed) % 100 === 1;

/** The measures of all runs; those on record are not run again, but for one in twenty. */
export async function onRecord(
  widget: AnyWidget,
  list: readonly AnySettings[],
  measure: (list: readonly AnySettings[]) => Promise<readonly Measured[]>,
): Promise<readonly Measured[]> {
  const test = expect.getState().testPath ?? '';
  const file = test.replace(/([^/\\]+)\.test\.ts$/, 'record/$1.json');
  const record = recordIn(file);
  const code = codeName(widget);
  const known = record[widget.tag];
  const { runs } = known?.code === code ? known : (record[widget.tag] = { code, runs: {} });
  const names = list.map((settings) => runName(widget, settings).slice(0, 12));
  const places = [...list.keys()].filter(
    (i) => isMadeAnew(list[i] as AnySettings) || !Object.hasOwn(runs, names[i] as string),
  );
  const measured = await measure(places.map((i) => list[i] as AnySettings));
  const measures = Object.keys(widget.measures);
  let isNew = false;
  for (const [i, one] of measured.entries()) {
    const name = names[places[i] as number] as string;
    const row = measures.map((each) => one[each] ?? null);
    if (Object.hasOwn(runs, name))
      expect(row, `${file}: ${widget.tag} ${name}`).toEqual(runs[name]);
    else isNew = true;
    runs[name] = row;
  }
  if (isNew) write(file, record);
  return names.map((name) =>
    Object.fromEntries(measures.map((each, i) => [each, runs[name]?.[i] ?? null])),
  );
}
