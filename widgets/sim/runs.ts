/** Every simulation, by the name its widget gives. */
import { runBatchBench } from '../batch-bench/model.ts';
import { runDatasetSizes } from '../dataset-sizes/model.ts';
import type { AnyRun } from '../kit/widget.ts';
import { runTailJar } from '../tail-jar/model.ts';

export const RUNS: Readonly<Record<`sim/${string}`, AnyRun>> = {
  'sim/batch-bench': runBatchBench,
  'sim/dataset-sizes': runDatasetSizes,
  'sim/tail-jar': runTailJar,
};
