/** What the report says: the page's script and the build. */
import { number } from '../../widgets/kit/draw/format.ts';

const many = (n: number, one: string, others = `${one}s`): string =>
  `${number(n)} ${n === 1 ? one : others}`;

/** What stands there before a script has looked, and what the tables are called. */
export const REPORT = {
  paper: 'No work of yours was read for this page, so what stands here are the book’s own runs.',
  none: 'No prediction of yours is kept in this browser, so what stands here are the book’s own runs. If your work is in a file, load it at the foot of the page.',
  book: 'What the book’s own runs gave: the answers to all its predictions',
  bookCaption: 'Every prediction of the book, and what the book’s own run gave',
  asked: 'What was asked',
  gave: 'The book’s run',
  untried: 'Never tried',
  experiments: 'The experiments',
  print: 'Print it as a report of two pages',
  name: 'Name, date:',
  surprised: 'What surprised me most, and what I would try next:',
  title: 'Laboratory report',
} as const;

/** What it says of a reader's own work. */
export const OWN = {
  counted: (compared: number, all: number, runs: number, experiments: number) =>
    `Of the book’s ${many(all, 'prediction')} you have made ${number(compared)} and seen what the run gave. ${runs > 0 ? `In ${many(experiments, 'experiment')} you have made ${many(runs, 'run')}. ` : ''}All this is read from this browser and has not left it.`,
  guesses: 'Your guesses beside the runs',
  numbers: (all: number, low: number, high: number, near: number) =>
    `You guessed ${many(all, 'number')}: ${number(low)} too low and ${number(high)} too high, by more than 5 % of the scale, and ${number(near)} nearer than that.`,
  median: (share: string) => `Half of them were off by ${share} of the scale or less.`,
  options: (right: number, all: number, byChance: string) =>
    `Of your ${many(all, 'choice')}, ${number(right)} ${right === 1 ? 'was' : 'were'} right; by picking at random, ${byChance} would be right on average.`,
  figure: (all: number) =>
    `Your ${many(all, 'guess', 'guesses')} as dots: to the right what you guessed, upwards what the run gave, both in per cent of the question’s scale. On the diagonal both are the same. The numbers are those of the table below.`,
  guessed: 'you guessed, % of the scale',
  ran: 'the run gave, % of the scale',
  tooLow: 'too low',
  tooHigh: 'too high',
  surprises: 'Surprises, the largest first',
  head: ['', 'What was asked', 'You', 'The run', 'Surprise'],
  more: (n: number) =>
    `${number(n)} more ${n === 1 ? 'stands' : 'stand'} on the screen and not on this paper.`,
  yourLine: 'your line',
  off: (mean: string) => `${mean} away on average`,
  yourOrder: 'your order',
  pairs: (wrong: number, all: number) => `${number(wrong)} of ${number(all)} pairs the other way`,
  picked: 'What you picked',
  pickedHead: ['', 'What was asked', 'What the run said'],
  right: 'right',
  wrong: 'wrong',
  pinned: 'The runs that you pinned',
  pinnedHead: ['Experiment', 'What you set', 'What came of it'],
  apart: 'Not counted',
  otherVersion: (version: number) =>
    `answered in version ${number(version)} of the question, which has since changed`,
  waiting: 'made, but no run has answered it yet',
  skipped: 'skipped',
  ran2: 'Where you ran most',
  times: (n: number) => `${many(n, 'run')}`,
  open: (experiments: number, predictions: number) =>
    [
      ...(experiments > 0 ? [many(experiments, 'experiment')] : []),
      ...(predictions > 0 ? [many(predictions, 'prediction')] : []),
    ].join(' and '),
  allTried: 'You have made every prediction and run every experiment of the book.',
} as const;
