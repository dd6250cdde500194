/** Where each experiment says a measure: in the words of its figure, its sentence, its table. */

/** Words with the number in them, the measure that it is of, how many of its units make one of the measure, and to how many figures it is. */
type Shown = readonly [words: RegExp, measure: string, scale?: number, figures?: number];

const N = '([\\d,]+(?:\\.\\d+)?)';
const said = (words: string): RegExp => new RegExp(words.replaceAll('#', N));
/** A row of the table by its first cell. */
const row = (name: string, measure: string, scale?: number): Shown => [
  said(`^ *${name} +(?:[a-z/]+ +|% +|\\$ +)?# `),
  measure,
  ...((scale === undefined ? [] : [scale]) as [number?]),
];

/** What is said, by experiment. */
export const SHOWN: Readonly<Record<string, readonly Shown[]>> = {
  'batch-bench': [
    [said('^half within # ms \\(p50\\)'), 'p50'],
    [said('^99 of 100 within # ms \\(p99\\)'), 'p99'],
    [said('^service level .* ms: # % keep it'), 'withinLevel', 100],
    [said('^Half of the requests are done within # ms'), 'p50'],
    [said('99 of 100 within # ms\\.'), 'p99'],
    [said('On average a request waits # ms'), 'meanWait'],
    row('Throughput', 'throughput'),
    row('Utilisation', 'utilisation', 100),
    row('Mean wait', 'meanWait'),
    row('Mean latency', 'meanLatency'),
    row('p50', 'p50'),
    row('p90', 'p90'),
    row('p95', 'p95'),
    row('p99', 'p99'),
    row('Within [\\d,]+ ms', 'withinLevel', 100),
  ],
  'tail-jar': [
    [said('^(?:p50(?:, p\\d+)*) # ms'), 'p50'],
    [said('^(?:p\\d+, )*p99 # ms'), 'p99'],
    [said('^(?:p50, )?p90(?:, p\\d+)* # ms'), 'p90'],
    [said('^mean # ms'), 'mean'],
    [said('^median page # ms'), 'fanOutMedian'],
    [said('The mean is # ms'), 'mean'],
    [said('half of the pages of .* calls take # ms'), 'fanOutMedian'],
    [said('half of the single calls are done within # ms'), 'p50'],
    [said('placed # % of all orders'), 'ordersAboveP90', 100],
    row('Mean', 'mean'),
    row('p50', 'p50'),
    row('p90', 'p90'),
    row('p95', 'p95'),
    row('p99', 'p99'),
    row('Slower than the mean', 'slowerThanMean'),
    row('Median page of [\\d,]+ calls?', 'fanOutMedian'),
  ],
  'dataset-sizes': [
    [said('^×# a year'), 'growthPerYear'],
    [said('(?:rises|falls) ×# a year'), 'growthPerYear'],
    [said('doubles in # months'), 'doublingMonths'],
    [said('doubles in # years'), 'doublingMonths', 1 / 12],
    [said('the line through # sets'), 'points'],
    [said('^\\d{4}: # trillion$'), 'forecast', 1, 3],
    [said('^\\d{4}: # billion$'), 'forecast', 1000, 3],
    [said('it stands at # trillion(?! trillion)[ .(]'), 'forecast', 1, 3],
  ],
  'distribution-shift': [
    [said('^# % right'), 'abroadAccuracy', 100],
    [said('^# % sure'), 'abroadConfidence', 100],
    [said('At home the model reads # of 100'), 'homeAccuracy', 100],
    [said('digits # of 100, and it is'), 'abroadAccuracy', 100],
    [said('still # % sure'), 'abroadConfidence', 100],
    [said(' abroad +# %'), 'abroadAccuracy', 100],
    [said(' home +# %'), 'homeAccuracy', 100],
    [said(' abroad +[\\d.]+ % +# %'), 'abroadConfidence', 100],
  ],
  'own-digit': [
    [said(' for an? #(?: and|, which)'), 'answer'],
    [said(' is # % sure'), 'confidence', 100],
  ],
  'class-imbalance': [
    [said('^Of 1,000 messages # are judged right'), 'accuracy', 1000],
    [said('^# % over time'), 'accuracy', 100],
    [said('^recall # %'), 'recall', 100],
    [said('^# caught$'), 'recall', 100],
    [said('^precision # %'), 'precision', 100],
    [said('^\\$#; never'), 'costPerThousand'],
    [said('^\\$#k; never'), 'costPerThousand', 1 / 1000],
    [said('^\\$[\\d.,]+; never \\$#$'), 'baselineCostPerThousand'],
    [said('from # % on'), 'thresholdUsed', 100],
    [said('the filter catches #'), 'recall', 100],
    [said('of 100 alarms # (?:is|are) real'), 'precision', 100],
    [said('of 1,000 alarms # (?:is|are) real'), 'precision', 1000],
    [said('it judges # % right'), 'accuracy', 100],
    [said('never raises an alarm # %\\.'), 'baselineAccuracy', 100],
    [said('1,000 of them cost \\$#,'), 'costPerThousand'],
    [said('and \\$# without a filter'), 'baselineCostPerThousand'],
  ],
  'data-poisoning': [
    [said('^# of 2,000 training images poisoned'), 'poisonedImages'],
    [said('^# of 100 read as'), 'attackSuccess', 100],
    [said('and still reads # of 100 clean'), 'cleanAccuracy', 100],
    [said('the model takes # of 100'), 'attackSuccess', 100],
    [said('Trained again, the attack works on # of 100'), 'attackSuccess', 100],
    [said('clean images read right:? +# %'), 'cleanAccuracy', 100],
    [said('attack works:? +# %'), 'attackSuccess', 100],
  ],
};
