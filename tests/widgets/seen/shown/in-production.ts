/** Where the experiments of the part “in production” say a measure. */
import { row, said, type ShownBy } from './pattern.ts';

/** What is said, by experiment. */
export const IN_PRODUCTION: ShownBy = {
  'stale-model': [
    [said('the model is off by # bikes an hour'), 'meanError'],
    [said('Where nothing changes, it is off by # bikes an hour'), 'errorWithoutDrift'],
    [said('the model is off by [^.]* at a cost of \\$# a year'), 'cost'],
    [said('changes, it is off by [^.]* at a cost of \\$#'), 'costWithoutDrift'],
    [said('On held-out days of 2011 it was off by #\\.'), 'errorOf2011'],
  ],
  'rolling-update': [
    [said('The update takes # minutes'), 'minutes'],
    [said('for # of them old and new'), 'mixedMinutes'],
    [said('Over all that time # % of requests are refused'), 'refusedShare', 100],
    [said('take at most # seconds'), 'p99'],
    [said('seconds \\(# just before'), 'p99Before'],
  ],
  'all-green': [
    [said('the model is off by # bikes an hour'), 'errorAfter'],
    [said('bikes an hour instead of #[ ,]'), 'errorBefore'],
    [said('; without any, by #\\.'), 'errorBefore'],
    [said('and by # % of a day’s total'), 'dailyErrorAfter', 100],
    [said('of a day’s total instead of # %'), 'dailyErrorBefore', 100],
    [said('noticed least is noticed in # % of'), 'worstCaught', 100],
    [said('The checks notice it in # % of'), 'caught', 100],
    [said('^before #, since'), 'errorBefore'],
    [said('^before [\\d.,]+, since #$'), 'errorAfter'],
    [said('^pale: # without a fault'), 'errorBefore'],
    [said('on # % of the days on which nothing is wrong'), 'textbookRings', 100],
  ],
  'black-friday': [
    [said('^Enough servers are ready # min after noon'), 'minutesToEnough'],
    [said('^Enough servers: # min after noon$'), 'minutesToEnough'],
    [said('were late \\(# %\\), and the bill'), 'lateInFirstHalfHour', 100],
    [said('customers of this day, # % were late'), 'lateShare', 100],
    [said('the bill(?: of the day)? is # server-hours'), 'serverHours'],
    [said('There were up to # servers'), 'peakServers'],
    [said('is the bill: # server-hours'), 'serverHours'],
    row('Servers at most', 'peakServers'),
    row('Server-hours', 'serverHours'),
  ],
  'ship-it': [
    [said('^Day \\d+\\. The new model gets # % right'), 'test', 100],
    [said('the model brings \\$# a day'), 'perDay'],
    [said('Left as it is, 60 days bring \\$#\\.'), 'revenue', 1, 3],
  ],
  'same-run': [
    [said('^# of 2,000 answers differ$'), 'predictionsChanged'],
    [said('^right, then wrong: #$'), 'lost'],
    [said('^wrong, then right: #$'), 'won'],
    [said('^The losses part at step #$'), 'partAtStep'],
    [said('The first training reads # % right'), 'accuracy', 100],
    [said('the second # %[,:]'), 'secondAccuracy', 100],
    [said(' %, and # of 2,000 answers differ\\.'), 'predictionsChanged'],
    [said('^the first: # %$'), 'accuracy', 100],
    [said('^# trainings? w(?:as|ere) repeated'), 'rerunsUsed'],
    row('right, then wrong', 'lost'),
    row('wrong, then right', 'won'),
    row('answers that differ', 'predictionsChanged'),
  ],
};
