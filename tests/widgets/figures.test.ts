/** What holds of every figure: each experiment is run once, over seeded settings, and all checks look at those runs. */
import { beforeAll, describe, expect, test } from 'vitest';
import { tags } from '../../widgets/index.ts';
import type { SeenRun } from '../../widgets/kit/contract/widget.ts';
import { ALL } from '../all.ts';
import { EXPERIMENTS } from '../experiments.ts';
import { haveGhosts } from './seen/ghosts.ts';
import { haveNamedMarks } from './seen/handles.ts';
import { coverNoOthers } from './seen/overlap.ts';
import { areRounded } from './seen/roundings.ts';
import { runsOf } from './seen/runs.ts';
import { areSound } from './seen/sound.ts';

/** So many runs have every word and every mark, and so many words that could meet; two runs that could are rarer. */
const [SAID, MET, MARKED, BESIDE] = ALL ? [120, 400, 66, 30] : [120, 60, 30, 15];
const marked = new Set<string>();

describe.each(EXPERIMENTS.map((widget) => [widget.tag, widget] as const))(
  '%s: its figure',
  (_, widget) => {
    let runs: readonly SeenRun[] = [];
    const first = (count: number) => (): readonly SeenRun[] => runs.slice(0, count);
    beforeAll(async () => {
      runs = await runsOf(widget);
      return () => {
        runs = [];
      };
    });

    coverNoOthers(widget, first(MET));
    areSound(widget, first(MARKED));
    areRounded(widget, first(SAID));
    haveGhosts(widget, first(BESIDE));
    if (widget.edit) haveNamedMarks(widget, first(MARKED), marked);
  },
);

test.runIf(EXPERIMENTS.length === tags.length)(
  'there are figures with marks that can be changed',
  () => {
    expect(marked.size).toBeGreaterThan(1);
  },
);
