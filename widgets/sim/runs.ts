/** Every simulation, by the name its widget gives. */
import { runBatchBench } from '../batch-bench/model.ts';
import type { AnyRun } from '../kit/widget.ts';
import { runTailJar } from '../tail-jar/model.ts';

export const RUNS: Readonly<Record<`sim/${string}`, AnyRun>> = {
  'sim/batch-bench': runBatchBench,
  'sim/tail-jar': runTailJar,
};
