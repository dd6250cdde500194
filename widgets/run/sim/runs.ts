/** Every simulation, by the name its widget gives. */
import { runOverallScore } from '../../experiments/overall-score/model.ts';
import { runThreeOfficers } from '../../experiments/three-officers/model.ts';
import { runRestaurantRanker } from '../../experiments/restaurant-ranker/model.ts';
import { runLeaderboard } from '../../experiments/leaderboard/model.ts';
import { runMindVsData } from '../../experiments/mind-vs-data/model.ts';
import { runLateLabels } from '../../experiments/late-labels/model.ts';
import { runGainWorth } from '../../experiments/gain-worth/model.ts';
import { runPatternHunt } from '../../experiments/pattern-hunt/model.ts';
import { runSystemMap } from '../../experiments/system-map/model.ts';
import { runBatchBench } from '../../experiments/batch-bench/model.ts';
import { runDatasetSizes } from '../../experiments/dataset-sizes/model.ts';
import { runRulesOrMl } from '../../experiments/rules-or-ml/model.ts';
import { runTwoDistricts } from '../../experiments/two-districts/model.ts';
import type { AnyRun } from '../../kit/contract/widget.ts';
import { runTailJar } from '../../experiments/tail-jar/model.ts';

export const RUNS: Readonly<Record<`sim/${string}`, AnyRun>> = {
  'sim/batch-bench': runBatchBench,
  'sim/dataset-sizes': runDatasetSizes,
  'sim/rules-or-ml': runRulesOrMl,
  'sim/tail-jar': runTailJar,
  'sim/gain-worth': runGainWorth,
  'sim/late-labels': runLateLabels,
  'sim/pattern-hunt': runPatternHunt,
  'sim/system-map': runSystemMap,
  'sim/restaurant-ranker': runRestaurantRanker,
  'sim/leaderboard': runLeaderboard,
  'sim/mind-vs-data': runMindVsData,
  'sim/three-officers': runThreeOfficers,
  'sim/overall-score': runOverallScore,
  'sim/two-districts': runTwoDistricts,
};
