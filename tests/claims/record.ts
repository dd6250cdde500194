/**
 * What was measured for the claims of a lesson, beside them in `record/`, so that a text is held against twenty draws of a
 * model that is slow to train in no time. A measure on record stands under the code and data that gave it, and is never
 * taken under others; of every list one run is made anew and has to give the same, and all of them before a release.
 */
import { createHash } from 'node:crypto';
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

const hashOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);

/**
 * The measures of all runs; those on record are not run again, but for the first. Numbers of a test's own have names, and
 * hang on the test as well.
 */
export async function onRecord(
  widget: AnyWidget,
  list: readonly AnySettings[],
  measure: (list: readonly AnySettings[]) => Promise<readonly Measured[]>,
  own?: readonly string[],
): Promise<readonly Measured[]> {
  const test = expect.getState().testPath ?? '';
  const file = test.replace(/([^/\\]+)\.test\.ts$/, 'record/$1.json');
  const record = recordIn(file);
  const code = own ? `${codeName(widget)}-${hashOf(test)}` : codeName(widget);
  const entry = own ? `${widget.tag}: ${own[0]} …` : widget.tag;
  const known = record[entry];
  // Hours, where somebody waits who can keep nothing of it.
  if (known && known.code !== code && process.env['CI'] !== undefined)
    throw new Error(
      `${file}: ${entry} was measured with other code. Run its test by hand, and commit what it writes.`,
    );
  const { runs } = known?.code === code ? known : (record[entry] = { code, runs: {} });
  const names = list.map((settings) => runName(widget, settings).slice(0, 12));
  const places = [...list.keys()].filter(
    (i) => ALL || i === 0 || !Object.hasOwn(runs, names[i] as string),
  );
  const measured = await measure(places.map((i) => list[i] as AnySettings));
  const measures = own ?? Object.keys(widget.measures);
  let isNew = false;
  for (const [i, one] of measured.entries()) {
    const name = names[places[i] as number] as string;
    const row = measures.map((each) => one[each] ?? null);
    if (Object.hasOwn(runs, name)) expect(row, `${file}: ${entry} ${name}`).toEqual(runs[name]);
    else isNew = true;
    runs[name] = row;
  }
  if (isNew) write(file, record);
  return names.map((name) =>
    Object.fromEntries(measures.map((each, i) => [each, runs[name]?.[i] ?? null])),
  );
}
