/** Where the experiment says a measure. */
import { said, type Shown } from '../../seen/shown/pattern.ts';

/** Words with # for the number, the measure that it is of, and how many of its units are one of the measure. */
export const SHOWN: readonly Shown[] = [
  [said('character [\\d,]+ takes # multiply-adds'), 'work'],
  [said('anew for character [\\d,]+: # multiply-adds'), 'workWithout'],
  [said('anew for character [\\d,]+: # million multiply-adds'), 'workWithout', 1e-6],
  [said('The cache then holds # KiB'), 'cacheBytes', 1 / 1024],
  [said('KiB, # % of the'), 'cacheShare', 100],
  [said('The cache takes # % of what'), 'cacheShare', 100],
  [said('without a cache, # times as much'), 'workTimes'],
  [said(' multiply-adds, # times as many'), 'workTimes'],
  [said('Over the whole answer it is # times'), 'answerTimes'],
];
