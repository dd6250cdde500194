/** The project in words: what the last move has shown, and the same move by move. */
import type { Cell, Rows } from '#kit/contract';
import { number, perCent, withUnit } from '#kit/draw';
import { READ, type Causes, type ShipOutcome, type Step } from './model.ts';
import { DAYS, type Flaw } from './moves.ts';
import type { ShipSettings } from './params.ts';

/** Whole dollars: -$301. */
export function money(dollars: number): string {
  return withUnit(number(dollars), '$');
}

/** What sixty days bring, in three figures. */
const sum = (dollars: number): string => money(Number(dollars.toPrecision(3)));

/** What a day brings; of one that is not any more, what the last has brought. */
export function perDayOn(perDay: ShipOutcome['perDay'], day: number): number {
  return perDay[Math.min(day, DAYS - 1)] ?? 0;
}

const FLAW: Readonly<Record<Flaw, string>> = {
  labels: 'wrong labels',
  rare: 'hardly any ads worth showing in the data',
  old: 'data two months old',
  goal: 'an objective that brings no clicks',
};

/** What a step has shown, in a sentence or two. */
function shownBy(step: Step, { rule }: ShipOutcome): string {
  const { letter, test, isForClicks, causes, tests, served } = step;
  if (test !== undefined)
    return `The new model gets ${perCent(test, 0)} right in the test on yesterday’s queries, by ${isForClicks ? 'clicks' : 'impressions'}.`;
  if (causes && tests)
    return `${causesIn(causes)} On a test as old as its data, the model gets ${perCent(tests[0], 0)} right; on yesterday’s queries ${perCent(tests[1], 0)}.`;
  if (served)
    return `Of 100 ads that the model shows, ${number(100 * served.clicked)} are clicked; of the old rule’s, ${number(100 * rule.clicked)}. A day brings ${money(served.perDay)}, under the old rule ${money(rule.perDay)}.`;
  return DONE[letter] ?? '';
}

const DONE: Readonly<Record<string, string>> = {
  R: 'The labels have been checked one by one; the next training uses them.',
  S: 'Ads worth showing have been added to the data; the next training uses them.',
  N: 'The data are from last week now; the next training uses them.',
  O: 'From now on models are trained, and tested, for clicks.',
  P: 'You have prayed.',
  C: 'You have cried.',
};

function causesIn({ labels, rare, old, none }: Causes): string {
  return `Of ${READ} errors that were read, ${number(labels)} come from wrong labels, ${number(rare)} from too few ads worth showing, ${number(old)} from old data and ${number(none)} from none of these alone.`;
}

/** The takeaway and, given the run before, what changed. */
export function say(_: ShipSettings, outcome: ShipOutcome, before?: ShipOutcome): string {
  const { steps, day, revenue, rule, last, isStopped, best, flaws } = outcome;
  if (isStopped) {
    const names = flaws.map((flaw) => FLAW[flaw]);
    const had = names.length === 0 ? 'There were none' : `They were: ${names.join(', ')}`;
    return `Closed: ${DAYS} days bring ${sum(revenue)}, and ${sum(best.revenue)} were possible for somebody who had known all of the project’s flaws from the start. ${had}${vigils(steps)}.`;
  }
  const step = steps.at(-1);
  const was =
    before && sum(before.revenue) !== sum(revenue) ? ` (before: ${sum(before.revenue)})` : '';
  const total = `Left as it is, ${DAYS} days bring ${sum(revenue)}${was}.`;
  if (!step)
    return `Day 0: the old rule is in use and brings ${money(rule.perDay)} a day. ${total}`;
  if (step.letter === 'D')
    return `From day ${day} on, the model brings ${money(last.perDay)} a day; the old rule brought ${money(rule.perDay)}. ${total}`;
  if (step.letter === 'W')
    return `The old rule is back, and brings ${money(rule.perDay)} a day. ${total}`;
  const told = shownBy(step, outcome);
  return step.causes || step.served ? told : `Day ${day}. ${told} ${total}`;
}

/** What is done for free and changes nothing is counted all the same. */
function vigils(steps: readonly Step[]): string {
  const often = (did: string, of: string): string | false => {
    const { length } = steps.filter(({ letter }) => letter === of);
    return length > 0 && `${did} ${['', 'once', 'twice'][length] ?? `${number(length)} times`}`;
  };
  const said = [often('prayed', 'P'), often('cried', 'C')].filter((one) => one);
  if (said.length === 0) return '';
  return `; you have ${said.join(' and ')}, which the revenue has not noticed`;
}

/** Move by move; what was possible only when the project is over. */
export function tabulate(_: ShipSettings, outcome: ShipOutcome): Rows {
  const { steps, day, revenue, best, isStopped, rule } = outcome;
  const rows: readonly (readonly Cell[])[] = steps.map((step) => [
    step.label,
    step.from === step.to ? `day ${step.to}` : `day ${step.from} to ${step.to}`,
    step.letter === 'D' || step.letter === 'W'
      ? `${money(perDayOn(outcome.perDay, step.to))} a day from then on`
      : shownBy(step, outcome),
  ]);
  const isOver = isStopped || day === DAYS;
  return {
    caption: 'The trail, move by move',
    head: ['Move', 'When', 'What came of it'],
    rows: [
      ['The old rule', 'from the start', `${money(rule.perDay)} a day`],
      ...rows,
      ['Revenue', `${DAYS} days`, sum(revenue)],
      ...(isOver
        ? [['Best possible', `${DAYS} days`, `${sum(best.revenue)}, by the moves ${best.moves}`]]
        : []),
    ],
  };
}
