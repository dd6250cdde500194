/** Every widget by its tag: facts only, no runner and no TF.js. */
import { batchBench } from './batch-bench/widget.ts';
import { datasetSizes } from './dataset-sizes/widget.ts';
import { classImbalance } from './class-imbalance/widget.ts';
import { dataPoisoning } from './data-poisoning/widget.ts';
import { distributionShift } from './distribution-shift/widget.ts';
import { tailJar } from './tail-jar/widget.ts';
import type { AnyWidget } from './kit/widget.ts';

export const WIDGETS: Readonly<Record<string, AnyWidget>> = {
  [batchBench.tag]: batchBench,
  [tailJar.tag]: tailJar,
  [distributionShift.tag]: distributionShift,
  [datasetSizes.tag]: datasetSizes,
  [classImbalance.tag]: classImbalance,
  [dataPoisoning.tag]: dataPoisoning,
};
