/** The run in a sentence, and as a table. */
import type { Rows } from '../../kit/contract/widget.ts';
import { number } from '../../kit/draw/format.ts';
import { hundredths } from '../../kit/draw/shares.ts';
import { dollars } from './figure-sides.ts';
import { alarmsOf, nowOf, recallOf, type RulesOutcome, type Standing } from './outcome.ts';
import type { RulesSettings } from './params.ts';

const thousandths = (standing: Standing): string => number(1000 * alarmsOf(standing));

/** The takeaway: rules and model, then what is to be said of a word that is not known, of the change, or of the labels. */
export function say(_: RulesSettings, outcome: RulesOutcome, before?: RulesOutcome): string {
  const { rules, model } = nowOf(outcome);
  const now = outcome.after ? ' now' : '';
  const stands = `Of 100 spam messages the rules${now} catch ${hundredths(recallOf(rules))} and the model ${hundredths(recallOf(model))}; of 1,000 genuine ones they${now} hold back ${thousandths(rules)} and ${thousandths(model)}.`;
  return `${stands} ${second(outcome, before)}`;
}

function second(outcome: RulesOutcome, before?: RulesOutcome): string {
  const unknown = outcome.rules.find(({ nearest }) => nearest);
  if (unknown) {
    return `“${unknown.word}” is not among the 400 words; the nearest are ${(unknown.nearest ?? []).join(', ')}.`;
  }
  if (outcome.after) {
    const { rules, model } = outcome.before;
    return `Before the change they caught ${hundredths(recallOf(rules))} and ${hundredths(recallOf(model))}.`;
  }
  const was = before && !before.after ? before.overtakesAt : undefined;
  const told =
    outcome.overtakesAt === null
      ? 'With no more false alarms than the rules, the model catches less than they do, however many labels it has'
      : `With no more false alarms than the rules, the model catches more from ${number(outcome.overtakesAt)} labels on`;
  const moved = was !== undefined && was !== outcome.overtakesAt;
  return moved
    ? `${told}; before, ${was === null ? 'it never did' : `from ${number(was)} on`}.`
    : `${told}.`;
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
    ...[cost.upkeep, cost.misses, cost.alarms, cost.total].map((value) => `$${dollars(value)}`),
  ];
  return {
    caption: `What is caught and held back of the messages that are tested on, and what ${number(volume)} messages a month cost; $${dollars(noFilter)} without a filter`,
    head: ['', 'spam caught', 'genuine held back', 'upkeep', 'misses', 'false alarms', 'a month'],
    rows: [
      row('rules', before.rules),
      row('model', before.model),
      ...(after ? [row('rules, after', after.rules), row('model, after', after.model)] : []),
    ],
  };
}
