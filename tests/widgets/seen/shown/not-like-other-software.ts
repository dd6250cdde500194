/** Where the experiments of the part “not like other software” say a measure. */
import { said, type ShownBy } from './pattern.ts';

/** What is said, by experiment. */
export const NOT_LIKE_OTHER_SOFTWARE: ShownBy = {
  'data-poisoning': [
    [said('^# of 2,000 training images poisoned'), 'poisonedImages'],
    [said('^# of 100 read as'), 'attackSuccess', 100],
    [said('and still reads # of 100 clean'), 'cleanAccuracy', 100],
    [said('the model takes # of 100'), 'attackSuccess', 100],
    [said('Trained again, the attack works on # of 100'), 'attackSuccess', 100],
    [said('clean images read right:? +# %'), 'cleanAccuracy', 100],
    [said('attack works:? +# %'), 'attackSuccess', 100],
  ],
  'shrink-it': [
    [said('bits?: # %, [\\d,]+ bytes$'), 'accuracy', 100],
    [said('bits?: [\\d.]+ %, # bytes$'), 'bytes'],
    [said('the model takes # bytes'), 'bytes'],
    [said(' and reads # %'), 'accuracy', 100],
  ],
};
