/** The runs that an answer cites, in words, for whoever reads it: by what the grader has found itself, not by what the file says. */
import { plain } from '../../../../../widgets/kit/draw/format.ts';
import { runKey } from '../../../../../widgets/kit/record/run-key.ts';
import { READINGS } from '#words/src/tasks/grading/pure/grade/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import { drawn, settingsIn, variantOf } from '../../../sets/pure/variants/variant.ts';
import { besideOf } from './beside.ts';
import type { ToRead } from './reading.ts';
import type { Reruns } from './reruns.ts';

/** A line for each run. */
export function citedLines(key: Key, one: ToRead, reruns: Reruns): readonly string[] {
  const beside = besideOf(key, one, reruns);
  if (beside) {
    return beside.runs.map(({ name, settings, measures, why }) =>
      READINGS.cited(
        name,
        settings,
        why ?? measures.map(({ label, value }) => `${label} ${value}`).join(', '),
      ),
    );
  }
  const item = key.assignment.items.find(({ id }) => id === one.item);
  const start =
    item && 'vary' in item
      ? settingsIn(item.start, drawn(item, variantOf(key.assignment, item, one.student.number)))
      : {};
  const asked = item && 'goal' in item ? item.goal : undefined;
  return one.runs.map((run) => {
    const moved = Object.entries(run.settings).filter(([name, value]) => start[name] !== value);
    const rerun = reruns.get(runKey(run));
    const found =
      rerun?.state === 'done'
        ? pairs(Object.entries(rerun.measures).filter(([name]) => !asked || name in asked))
        : READINGS.notRepeated;
    return READINGS.cited(run.widget, pairs(moved), found);
  });
}

const pairs = (all: readonly (readonly [string, unknown])[]): string =>
  all
    .map(([name, value]) => `${name} ${typeof value === 'number' ? plain(value) : String(value)}`)
    .join(', ');
