/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { hundredths, number } from '#kit/draw';
import type { RulesOutcome, Standing } from './outcome.ts';
import { alarmsOf, labelsOf, nowOf, recallOf } from './outcome.ts';
import { params, type RulesSettings } from './params.ts';

const hundredth = (standing: Standing): string => hundredths(recallOf(standing));
const thousandth = (standing: Standing): string => number(1000 * alarmsOf(standing));
const total = ({ cost }: Standing): string => money(cost.total);

/** What something is, with what it was where that is known and another. */
const was = (now: string, then?: string): string =>
  then === undefined || then === now ? now : `${now} (was ${then})`;

/**
 * The takeaway: what rules and model catch and hold back, or what they cost where only money has moved; then what is to be
 * said of a word that is not known, of the costs, of the change, or of the labels.
 */
export function say(settings: RulesSettings, outcome: RulesOutcome, before?: RulesOutcome): string {
  const { rules, model } = nowOf(outcome);
  // What comes after a change is compared with what came after one.
  const then = before && !before.after === !outcome.after ? nowOf(before) : undefined;
  const isSame =
    then !== undefined && isAlike(rules, then.rules) && labelsOf(then) === labelsOf(nowOf(outcome));
  const isMoney =
    isSame && (total(rules) !== total(then.rules) || total(model) !== total(then.model));
  if (isMoney && isAlike(model, then.model)) return monthOf(outcome, before);
  const now = outcome.after ? ' now' : '';
  const told = (of: (standing: Standing) => string, side: 'rules' | 'model'): string =>
    was(of(nowOf(outcome)[side]), then && of(then[side]));
  const stands = `Of 100 spam messages the rules${now} catch ${told(hundredth, 'rules')} and the model ${told(hundredth, 'model')}; of 1,000 genuine ones they${now} hold back ${told(thousandth, 'rules')} and ${told(thousandth, 'model')}.`;
  const isCounted = isMoney || MONEY.some((name) => settings[name] !== params[name].default);
  return `${stands} ${unknownIn(outcome) ?? (isCounted ? monthOf(outcome, then && before) : second(outcome, before))}`;
}

/** Settings that are about money alone. */
const MONEY = ['threshold', 'volume', 'labelPrice', 'missCost', 'alarmCost'] as const;

const isAlike = (a: Standing, b: Standing): boolean =>
  a.caught === b.caught && a.alarms === b.alarms;

/** What a month costs, as a sentence. */
export function monthOf(outcome: RulesOutcome, before?: RulesOutcome): string {
  const { rules, model } = nowOf(outcome);
  const then = before && nowOf(before);
  const none = money(outcome.noFilter);
  return `A month of ${number(outcome.volume)} messages costs ${was(total(rules), then && total(then.rules))} with the rules, ${was(total(model), then && total(then.model))} with the model, and ${was(none, before && money(before.noFilter))} without a filter.`;
}

function unknownIn({ rules }: RulesOutcome): string | undefined {
  const unknown = rules.find(({ nearest }) => nearest);
  return (
    unknown &&
    `“${unknown.word}” is not among the 400 words; the nearest are ${(unknown.nearest ?? []).join(', ')}.`
  );
}

function second(outcome: RulesOutcome, before?: RulesOutcome): string {
  const { rules, model } = outcome.before;
  if (outcome.after) {
    return `Before the change they caught ${hundredth(rules)} and ${hundredth(model)}.`;
  }
  const at = outcome.overtakesAt;
  const then = before && !before.after ? before.overtakesAt : at;
  if (at === null) {
    const moved = then !== null && `; before, it was ahead from ${number(then)} on`;
    return `Held to the same false alarms, the model stays behind on average, however many labels it has${moved || ''}.`;
  }
  const unlucky = labelsOf(outcome.before) >= at && outcome.atRules <= recallOf(rules);
  const moved =
    then === null
      ? '; before, it never was'
      : then !== at && `, and before from ${number(then)} on`;
  const behind = unlucky && `, but not in this draw of ${number(labelsOf(outcome.before))}`;
  return `Held to the same false alarms, the model is ahead on average from ${number(at)} labels on${behind || moved || ''}.`;
}

/** Dollars in whole ones, below ten in cents. */
export function money(value: number): string {
  return `$${number(value, value < 10 ? 2 : 0)}`;
}

/** What both do and cost, before the change and after it. */
export function tabulate(
  _: RulesSettings,
  { before, after, noFilter, volume }: RulesOutcome,
): Rows {
  const row = (name: string, { caught, spam, alarms, genuine, cost }: Standing) => [
    name,
    `${number(caught)} of ${number(spam)}`,
    `${number(alarms)} of ${number(genuine)}`,
    ...[cost.upkeep, cost.misses, cost.alarms, cost.total].map(money),
  ];
  return {
    caption: `What is caught and held back of the messages that are tested on, and what ${number(volume)} messages a month cost; ${money(noFilter)} without a filter`,
    head: ['', 'spam caught', 'genuine held back', 'upkeep', 'misses', 'false alarms', 'a month'],
    rows: [
      row('rules', before.rules),
      row('model', before.model),
      ...(after ? [row('rules, after', after.rules), row('model, after', after.model)] : []),
    ],
  };
}
