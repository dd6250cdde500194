/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { hundredths, number } from '#kit/draw';
import { alarmsOf, billsOf, labelsOf, nowOf, recallOf } from './outcome.ts';
import type { Both, RulesOutcome, Standing } from './outcome.ts';
import { params, type RulesSettings } from './params.ts';

/** What something is, with what it was where that is known and another. */
const was = (now: string, then?: string): string =>
  then === undefined || then === now ? now : `${now} (was ${then})`;

/** Settings that are about money alone. */
const MONEY = ['threshold', 'volume', 'labelPrice', 'missCost', 'alarmCost'] as const;

/**
 * The takeaway: what rules and model catch and hold back; then what is to be said of a word that is not known, of the costs
 * where one of them is moved, of the change, or of the labels.
 */
export function say(settings: RulesSettings, outcome: RulesOutcome, before?: RulesOutcome): string {
  // What comes after a change is compared with what came after one.
  const then = before && !before.after === !outcome.after ? before : undefined;
  const both = (of: (standing: Standing) => string): readonly string[] =>
    (['rules', 'model'] as const).map((side) =>
      was(of(nowOf(outcome)[side]), then && of(nowOf(then)[side])),
    );
  const caught = both((standing) => hundredths(recallOf(standing)));
  const held = both((standing) => number(1000 * alarmsOf(standing)));
  const now = outcome.after ? ' now' : '';
  const stands = `Of 100 spam messages the rules${now} catch ${caught.join(' and the model ')}; of 1,000 genuine ones they${now} hold back ${held.join(' and ')}.`;
  const unknown = outcome.rules.find(({ nearest }) => nearest);
  if (unknown?.nearest)
    return `${stands} “${unknown.word}” is not among the 400 words; the nearest are ${unknown.nearest.join(', ')}.`;
  const isMoney = MONEY.some((name) => settings[name] !== params[name].default);
  return `${stands} ${isMoney ? monthOf(outcome, then) : labelsFor(outcome, then)}`;
}

/** What a month costs, as a sentence. */
export function monthOf(outcome: RulesOutcome, before?: RulesOutcome): string {
  const costs = (of: RulesOutcome) => billsOf(of).map(({ cost }) => money(cost.total));
  const then = before && costs(before);
  const [rules, model, none] = costs(outcome).map((cost, i) => was(cost, then?.[i]));
  return `A month of ${number(outcome.volume)} messages costs ${rules} with the rules, ${model} with the model, and ${none} without a filter.`;
}

/** How many labels it takes, or what there was before a change. */
function labelsFor(outcome: RulesOutcome, then?: RulesOutcome): string {
  const { overtakesAt: at, before, after, atRules } = outcome;
  const recalls = [before.rules, before.model].map(recallOf);
  if (after) return `Before the change they caught ${recalls.map(hundredths).join(' and ')}.`;
  if (at === null)
    return 'Held to the same false alarms, the model stays behind on average, however many labels it has.';
  const labels = labelsOf(before);
  const from = was(number(at), then?.overtakesAt ? number(then.overtakesAt) : undefined);
  const isUnlucky = labels >= at && atRules <= recallOf(before.rules);
  const unlucky = isUnlucky ? `, but not in this draw of ${number(labels)}` : '';
  return `Held to the same false alarms, the model is ahead on average from ${from} labels on${unlucky}.`;
}

/** Dollars in whole ones, below ten in cents. */
export function money(value: number): string {
  return `$${number(value, value < 10 ? 2 : 0)}`;
}

/** What both do and cost, before the change and after it. */
export function tabulate(_: RulesSettings, outcome: RulesOutcome): Rows {
  const { before, after, noFilter, volume } = outcome;
  const rows = (both: Both, when = '') =>
    (['rules', 'model'] as const).map((side) => {
      const { caught, spam, alarms, genuine, cost } = both[side];
      const costs = [cost.upkeep, cost.misses, cost.alarms, cost.total];
      const of = (some: number, all: number) => `${number(some)} of ${number(all)}`;
      return [side + when, of(caught, spam), of(alarms, genuine), ...costs.map(money)];
    });
  return {
    caption: `What is caught and held back of the messages that are tested on, and what ${number(volume)} messages a month cost; ${money(noFilter)} without a filter`,
    head: ['', 'spam caught', 'genuine held back', 'upkeep', 'misses', 'false alarms', 'a month'],
    rows: [...rows(before), ...(after ? rows(after, ', after') : [])],
  };
}
