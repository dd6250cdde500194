/** Written by scripts/build/tables.mjs. */
import { runAllGreen } from '../../experiments/all-green/model.ts';
import { runBatchBench } from '../../experiments/batch-bench/model.ts';
import { runBlackFriday } from '../../experiments/black-friday/model.ts';
import { runDatasetSizes } from '../../experiments/dataset-sizes/model.ts';
import { runGainWorth } from '../../experiments/gain-worth/model.ts';
import { runKvCache } from '../../experiments/kv-cache/model.ts';
import { learnLanguage } from '../../experiments/language-model/learner/learner.ts';
import { runLateLabels } from '../../experiments/late-labels/model.ts';
import { runLeaderboard } from '../../experiments/leaderboard/model.ts';
import { runMindVsData } from '../../experiments/mind-vs-data/model.ts';
import { runOverallScore } from '../../experiments/overall-score/model.ts';
import { runPatternHunt } from '../../experiments/pattern-hunt/model.ts';
import { runRestaurantRanker } from '../../experiments/restaurant-ranker/model.ts';
import { runRollingUpdate } from '../../experiments/rolling-update/model.ts';
import { runRulesOrMl } from '../../experiments/rules-or-ml/model.ts';
import { runSameRun } from '../../experiments/same-run/model.ts';
import { runShipIt } from '../../experiments/ship-it/model.ts';
import { runShrinkIt } from '../../experiments/shrink-it/model.ts';
import { runStaleModel } from '../../experiments/stale-model/model.ts';
import { runSystemMap } from '../../experiments/system-map/model.ts';
import { runTailJar } from '../../experiments/tail-jar/model.ts';
import { runThreeOfficers } from '../../experiments/three-officers/model.ts';
import { runTokenServing } from '../../experiments/token-serving/model.ts';
import { runTrustOrOverride } from '../../experiments/trust-or-override/model.ts';
import { runTwoDistricts } from '../../experiments/two-districts/model.ts';
import { timeProcessor } from './device.ts';
import type { AnyRun } from '../../kit/contract/widget.ts';

/** Every simulation, by the name its widget gives. */
export const RUNS: Readonly<Record<`sim/${string}`, AnyRun>> = {
  'sim/all-green': runAllGreen,
  'sim/batch-bench': runBatchBench,
  'sim/black-friday': runBlackFriday,
  'sim/dataset-sizes': runDatasetSizes,
  'sim/gain-worth': runGainWorth,
  'sim/kv-cache': runKvCache,
  'sim/language-model': learnLanguage,
  'sim/late-labels': runLateLabels,
  'sim/leaderboard': runLeaderboard,
  'sim/mind-vs-data': runMindVsData,
  'sim/overall-score': runOverallScore,
  'sim/pattern-hunt': runPatternHunt,
  'sim/restaurant-ranker': runRestaurantRanker,
  'sim/rolling-update': runRollingUpdate,
  'sim/rules-or-ml': runRulesOrMl,
  'sim/same-run': runSameRun,
  'sim/ship-it': runShipIt,
  'sim/shrink-it': runShrinkIt,
  'sim/stale-model': runStaleModel,
  'sim/system-map': runSystemMap,
  'sim/tail-jar': runTailJar,
  'sim/three-officers': runThreeOfficers,
  'sim/token-serving': runTokenServing,
  'sim/trust-or-override': runTrustOrOverride,
  'sim/two-districts': runTwoDistricts,
  'sim/device': timeProcessor,
};
