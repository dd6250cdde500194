/** Every simulation, by the name its widget gives. */
import { learnLanguage } from '../../experiments/language-model/learner/learner.ts';
import { runKvCache } from '../../experiments/kv-cache/model.ts';
import { runRollingUpdate } from '../../experiments/rolling-update/model.ts';
import { runShrinkIt } from '../../experiments/shrink-it/model.ts';
import { runStaleModel } from '../../experiments/stale-model/model.ts';
import { runAllGreen } from '../../experiments/all-green/model.ts';
import { runTokenServing } from '../../experiments/token-serving/model.ts';
import { runBlackFriday } from '../../experiments/black-friday/model.ts';
import { runShipIt } from '../../experiments/ship-it/model.ts';
import { runOverallScore } from '../../experiments/overall-score/model.ts';
import { runThreeOfficers } from '../../experiments/three-officers/model.ts';
import { runTrustOrOverride } from '../../experiments/trust-or-override/model.ts';
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
import { runSameRun } from '../../experiments/same-run/model.ts';
import { runTailJar } from '../../experiments/tail-jar/model.ts';
import { timeProcessor } from './device.ts';

export const RUNS: Readonly<Record<`sim/${string}`, AnyRun>> = {
  'sim/batch-bench': runBatchBench,
  'sim/dataset-sizes': runDatasetSizes,
  'sim/rules-or-ml': runRulesOrMl,
  'sim/tail-jar': runTailJar,
  'sim/gain-worth': runGainWorth,
  'sim/late-labels': runLateLabels,
  'sim/pattern-hunt': runPatternHunt,
  'sim/same-run': runSameRun,
  'sim/system-map': runSystemMap,
  'sim/restaurant-ranker': runRestaurantRanker,
  'sim/leaderboard': runLeaderboard,
  'sim/mind-vs-data': runMindVsData,
  'sim/three-officers': runThreeOfficers,
  'sim/overall-score': runOverallScore,
  'sim/two-districts': runTwoDistricts,
  'sim/token-serving': runTokenServing,
  'sim/trust-or-override': runTrustOrOverride,
  'sim/black-friday': runBlackFriday,
  'sim/ship-it': runShipIt,
  'sim/stale-model': runStaleModel,
  'sim/all-green': runAllGreen,
  'sim/rolling-update': runRollingUpdate,
  'sim/shrink-it': runShrinkIt,
  'sim/language-model': learnLanguage,
  'sim/device': timeProcessor,
  'sim/kv-cache': runKvCache,
};
