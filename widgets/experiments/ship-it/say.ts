/** The project in words: what the last move has shown, and the same move by move. */
import type { Rows } from '#kit/contract';
import { number, perCent, withUnit } from '#kit/draw';
import { perDayOn, READ, type ShipOutcome, type Step } from './model.ts';
import { DAYS, type Flaw } from './moves.ts';
import type { ShipSettings } from './params.ts';

/** Whole dollars: -$301. */
export const money = (dollars: number): string => withUnit(number(dollars), '$');
/** What sixty days bring, in three figures. */
const sum = (dollars: number): string => money(Number(dollars.toPrecision(3)));

const FLAW: Readonly<Record<Flaw, string>> = {
  labels: 'wrong labels',
  rare: 'hardly any ads worth showing in the data',
  old: 'data two months old',
  goal: 'an objective that brings no clicks',
};
const DONE: Readonly<Record<string, string>> = {
  R: 'The labels have been checked one by one; the next training uses them.',
  S: 'Ads worth showing have been added to the data; the next training uses them.',
  N: 'The data are from last week now; the next training uses them.',
  O: 'From now on models are trained, and tested, for clicks.',
  P: 'You have prayed.',
  C: 'You have cried.',
};

/** What a step has shown, in a sentence or two. */
function shownBy(step: Step, { rule, perDay }: ShipOutcome): string {
  const { letter, to, test, isForClicks, causes, tests, served } = step;
  if (letter === 'D' || letter === 'W') return `${money(perDayOn(perDay, to))} a day from then on`;
  if (test !== undefined)
    return `The new model gets ${perCent(test, 0)} right in the test on yesterday’s queries, by ${isForClicks ? 'clicks' : 'impressions'}.`;
  if (served)
    return `Of 100 ads that the model shows, ${number(100 * served.clicked)} are clicked; of the old rule’s, ${number(100 * rule.clicked)}. A day brings ${money(served.perDay)}, under the old rule ${money(rule.perDay)}.`;
  if (!causes || !tests) return DONE[letter] ?? '';
  const { labels, rare, old, none } = causes;
  return `Of ${READ} errors that were read, ${number(labels)} come from wrong labels, ${number(rare)} from too few ads worth showing, ${number(old)} from old data and ${number(none)} from none of these alone. On a test as old as its data, the model gets ${perCent(tests[0], 0)} right; on yesterday’s queries ${perCent(tests[1], 0)}.`;
}

/** The takeaway and, given the run before, what changed. */
export function say(_: ShipSettings, outcome: ShipOutcome, before?: ShipOutcome): string {
  const { steps, day, revenue, last, isStopped, best, flaws } = outcome;
  const [brought, rule] = [sum(revenue), money(outcome.rule.perDay)];
  if (isStopped)
    return `Closed: ${DAYS} days bring ${brought}, and ${sum(best.revenue)} were possible for somebody who had known all of the project’s flaws from the start. They were: ${flaws.map((flaw) => FLAW[flaw]).join(', ') || 'none'}${vigils(steps)}.`;
  const was = before ? sum(before.revenue) : brought;
  const total = `Left as it is, ${DAYS} days bring ${brought}${was === brought ? '' : ` (before: ${was})`}.`;
  const step = steps.at(-1);
  if (!step || step.letter === 'W')
    return `Day ${day}: the old rule is in use and brings ${rule} a day. ${total}`;
  if (step.letter === 'D')
    return `From day ${day} on, the model brings ${money(last.perDay)} a day; the old rule brought ${rule}. ${total}`;
  const told = shownBy(step, outcome);
  return step.causes || step.served ? told : `Day ${day}. ${told} ${total}`;
}

/** A day of the project. */
export function sayAt(_: ShipSettings, { steps, perDay }: ShipOutcome, day: number): string {
  const now = steps.find(({ from, to }) => from <= day && day < to);
  const out = steps.findLast(({ to }) => to <= day)?.out ?? -1;
  const work = now ? `the move is “${now.label}”` : 'no move is being made';
  return `Day ${day}: ${work}. In use is ${out < 0 ? 'the old rule' : 'a model'}, which brings ${money(perDayOn(perDay, day))} a day.`;
}

/** What is done for free and changes nothing is counted all the same. */
function vigils(steps: readonly Step[]): string {
  const said = Object.entries({ P: 'prayed', C: 'cried' }).flatMap(([of, did]) => {
    const { length } = steps.filter(({ letter }) => letter === of);
    return length > 0 ? `${did} ${['', 'once', 'twice'][length] ?? `${number(length)} times`}` : [];
  });
  return said[0] ? `; you have ${said.join(' and ')}, which the revenue has not noticed` : '';
}

/** Move by move; what was possible only when the project is over. */
export function tabulate(_: ShipSettings, outcome: ShipOutcome): Rows {
  const { steps, day, revenue, best, isStopped, rule } = outcome;
  const when = ({ from, to }: Step): string => (from === to ? `day ${to}` : `day ${from} to ${to}`);
  const all = `${DAYS} days`;
  const possible = ['Best possible', all, `${sum(best.revenue)}, by the moves ${best.moves}`];
  return {
    caption: 'The trail, move by move',
    head: ['Move', 'When', 'What came of it'],
    rows: [
      ['The old rule', 'from the start', `${money(rule.perDay)} a day`],
      ...steps.map((step) => [step.label, when(step), shownBy(step, outcome)]),
      ['Revenue', all, sum(revenue)],
      ...(isStopped || day === DAYS ? [possible] : []),
    ],
  };
}
