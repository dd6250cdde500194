/** Where the experiments of the part “data” say a measure. */
import { said, type ShownBy } from './pattern.ts';

/** What is said, by experiment. */
export const DATA: ShownBy = {
  'mind-vs-data': [
    [said('reads # of 100 new digits wrong'), 'error', 100],
    [said('on raw pixels needs about # labels for that'), 'labelsToMatch', 1, 2],
    [said('^→ as with # labels$'), 'labelsToMatch', 1, 2],
    [said('^# coins? paid'), 'coins'],
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
  'wrong-labels': [
    [said('the network reads # of 100 new digits right\\.'), 'accuracy', 100],
    [said('passes it read #; by now'), 'bestAccuracy', 100],
    [said('by now it has learned # of 100 wrong labels'), 'memorised', 100],
    [said('^Best after # pass'), 'bestEpoch'],
    [said('^Best after \\d+ pass(?:es)?: # %'), 'bestAccuracy', 100],
    [said('first 15 suspects hold # of the 15 errors'), 'realFound'],
  ],
};
