/** Repeats the runs of a class at the desk, on threads that stay, or knows them from an evening before. */
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import { citedWidgets } from '../../src/tasks/sets/pure/format/cited-widgets.ts';
import { refusalOf } from '../../src/tasks/grading/pure/grade/refusal.ts';
import type { Rerun } from '../../src/tasks/grading/pure/grade/reruns.ts';
import type { Widgets } from '../../src/tasks/practice/contract.ts';
import { loadWidget } from '../../widgets/index.ts';
import type { AnyWidget } from '../../widgets/kit/contract/widget.ts';
import { runKey, type Runnable } from '../../widgets/kit/record/run-key.ts';
import { codeHash } from '../../widgets/run/kept/code-hash.ts';
import { KeptRuns } from './kept-runs.ts';
import type { Asked } from './options.ts';
import { Progress } from './progress.ts';
import { Threads } from './rerun.ts';

export class Repeater {
  readonly widgets: Widgets;
  readonly #kept: KeptRuns;
  readonly #threads: Threads;

  private constructor(widgets: Widgets, { out, flags, jobs }: Asked) {
    this.widgets = widgets;
    this.#kept = new KeptRuns(`${out}.runs.jsonl`, codeIn(widgets));
    if (!flags.includes('resume')) this.#kept.clear();
    this.#threads = new Threads(jobs);
  }

  static async of({ assignment }: Key, what: Asked): Promise<Repeater> {
    const widgets = await Promise.all(citedWidgets(assignment).map(loadWidget));
    return new Repeater(Object.fromEntries(widgets.map((widget) => [widget.tag, widget])), what);
  }

  /** What came of each run, by its name; `isTold`: how far it has come is said. */
  async repeat(
    runs: readonly Runnable[],
    { isTold = false } = {},
  ): Promise<ReadonlyMap<string, Rerun>> {
    const reruns = new Map<string, Rerun>(this.#kept.known(runs));
    for (const one of runs) {
      const refusal = refusalOf(this.widgets[one.widget] as AnyWidget, one);
      if (refusal) reruns.set(runKey(one), refusal);
    }
    const left = runs.filter((one) => !reruns.has(runKey(one)));
    const progress = isTold ? new Progress(runs.length, reruns.size, 'runs repeated') : undefined;
    await this.#threads.repeat(left, (one, rerun) => {
      reruns.set(runKey(one), rerun);
      this.#kept.keep(one, rerun);
      progress?.step();
    });
    progress?.end();
    return reruns;
  }

  close(): Promise<void> {
    return this.#threads.close();
  }
}

/** The code of each widget by name: what other code has found does not count. */
function codeIn(widgets: Widgets): (tag: string) => string {
  const hashes = new Map(
    Object.values(widgets).map(({ tag, models }) => [tag, codeHash(process.cwd(), tag, models)]),
  );
  return (tag) => hashes.get(tag) ?? '';
}
