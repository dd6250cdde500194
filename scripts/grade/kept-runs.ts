/** Runs that were repeated before, in a file of lines: an evening’s work goes on where it was stopped. */
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { runKey, type Runnable } from '../../widgets/kit/record/run-key.ts';
import type { Rerun } from '../../src/tasks/grading/pure/grade/reruns.ts';

/** What a line says: `code` names the code that ran. */
interface Line {
  readonly run: string;
  readonly code: string;
  readonly rerun: Rerun;
}

export class KeptRuns {
  readonly #file: string;
  readonly #code: (tag: string) => string;

  /** `code` names the code of a widget: what other code has found does not count. */
  constructor(file: string, code: (tag: string) => string) {
    this.#file = file;
    this.#code = code;
  }

  /** Begins anew. */
  clear(): void {
    rmSync(this.#file, { force: true });
  }

  /** What is known of these runs; what failed is tried again. A line that was cut short is none. */
  known(runs: readonly Runnable[]): ReadonlyMap<string, Rerun> {
    const wanted = new Map(runs.map((run) => [runKey(run), this.#code(run.widget)]));
    const found = new Map<string, Rerun>();
    for (const text of this.#lines()) {
      try {
        const { run, code, rerun } = JSON.parse(text) as Line;
        if (wanted.get(run) === code && rerun.state === 'done') found.set(run, rerun);
      } catch {
        continue;
      }
    }
    return found;
  }

  keep(run: Runnable, rerun: Rerun): void {
    const line: Line = { run: runKey(run), code: this.#code(run.widget), rerun };
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  #lines(): readonly string[] {
    try {
      return readFileSync(this.#file, 'utf8').split('\n').filter(Boolean);
    } catch {
      return [];
    }
  }
}
