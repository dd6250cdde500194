/** The widget `wrong-labels`: facts only; it runs in the lab. */
import { measure, modelUse, preset, share, type Missing, type Widget } from '#kit/contract';
import { draw, edit } from './figure.ts';
import { bestOf, sharesOf, type WrongOutcome } from './outcome.ts';
import { params, type WrongSettings } from './params.ts';
import { say, tabulate } from './say.ts';

const LEARNING: Missing = { why: 'the network has not learned yet' };
const UNCHECKED: Missing = { why: 'nobody picks suspects' };
const NONE_WRONG: Missing = { why: 'no label is wrong' };
const NOTHING: Missing = { why: 'nothing is hidden among the hundred' };
const MORE = { better: 'more' } as const;
const LESS = { better: 'less' } as const;

/** What the reader marks changes nothing that is learned. */
function modelOf({ marks: _, ...settings }: WrongSettings): string {
  return JSON.stringify(Object.entries(settings).toSorted());
}

/** A part of so many wrong labels. */
function ofWrong(count: number, wrong: number): number | Missing {
  return wrong > 0 ? count / wrong : NONE_WRONG;
}

const memorised = ({ given, wrong }: WrongOutcome): number | Missing =>
  given.length > 0 ? ofWrong(given.at(-1) ?? 0, wrong) : LEARNING;
const found = ({ cleaned }: WrongOutcome): number | Missing =>
  cleaned ? ofWrong(cleaned.found, cleaned.wrong) : UNCHECKED;
const precision = ({ top, cleaned, wrong }: WrongOutcome): number | Missing => {
  const count = cleaned?.wrong ?? wrong;
  return top === null && count > 0 ? UNCHECKED : ofWrong(top ?? 0, count);
};
const realFound = ({ hidden }: WrongOutcome): number | Missing => hidden?.found ?? NOTHING;

/** The widget `wrong-labels`. */
export const wrongLabels: Widget<typeof params, WrongOutcome> = {
  tag: 'wrong-labels',
  version: 1,
  title: 'More labels, some of them wrong',
  params,
  presets: [
    preset('forty', '40 of 100 labels wrong', {}),
    preset('right', 'all labels right', { wrongShare: 0 }),
    preset('checked', '200 suspects checked', { wrongShare: 0.2, suspects: 'early' }),
    preset('outdated', 'half of the labels outdated', { wrongShare: 0, outdated: 0.5 }),
    preset('real', 'fifteen real errors among 100', { wrongShare: 0, hidden: 'real' }),
  ],
  runner: 'lab/wrong-labels',
  edit,
  ...modelUse(modelOf, (_, outcome) => outcome),
  measures: {
    accuracy: share('new digits read right', (outcome) => sharesOf(outcome)[1] ?? LEARNING, MORE),
    bestAccuracy: share('read right at the best pass', (o) => bestOf(o)?.share ?? LEARNING, MORE),
    bestEpoch: measure('best pass', (outcome) => bestOf(outcome)?.epoch ?? LEARNING),
    readAccuracy: share('as a test reads it whose labels are as wrong', ({ read, tested }) =>
      read === null ? LEARNING : read / tested,
    ),
    memorised: share('wrong labels given back', memorised, LESS),
    precisionAtK: share(
      'wrong ones among as many suspects as there are wrong labels',
      precision,
      MORE,
    ),
    foundShare: share('wrong labels found', found, MORE),
    checksUsed: measure('labels checked or dropped', (o) => o.cleaned?.dealt ?? 0, LESS),
    wrongLabels: measure('wrong labels', ({ wrong }) => wrong),
    realFound: measure('real errors among the first fifteen suspects', realFound, MORE),
  },
  spreadMeasure: 'accuracy',
  draw,
  timeline: { kind: 'stages', label: ({ epochs }) => epochs },
  say,
  tabulate,
};
