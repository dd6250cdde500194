/** Every widget by its tag: facts only, no runner and no TF.js. */
import { batchBench } from './experiments/batch-bench/widget.ts';
import { datasetSizes } from './experiments/dataset-sizes/widget.ts';
import { classImbalance } from './experiments/class-imbalance/widget.ts';
import { dataPoisoning } from './experiments/data-poisoning/widget.ts';
import { distributionShift } from './experiments/distribution-shift/widget.ts';
import { tailJar } from './experiments/tail-jar/widget.ts';
import type { AnyWidget } from './kit/contract/widget.ts';

export const WIDGETS: Readonly<Record<string, AnyWidget>> = {
  [batchBench.tag]: batchBench,
  [tailJar.tag]: tailJar,
  [distributionShift.tag]: distributionShift,
  [datasetSizes.tag]: datasetSizes,
  [classImbalance.tag]: classImbalance,
  [dataPoisoning.tag]: dataPoisoning,
};
