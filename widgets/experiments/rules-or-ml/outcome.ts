/** What a run yields: rules and model side by side, before and after a change, and what that costs in a month. */
import type { Apart } from './bayes.ts';

/** Money of a month, in dollars; upkeep is that of rules or model, and labels, paid over twelve months. */
export type Cost = Readonly<Record<'upkeep' | 'misses' | 'alarms' | 'total', number>>;

/** What a filter does with the messages it is tested on, and what that costs. */
export interface Standing extends Apart<number> {
  readonly caught: number;
  readonly alarms: number;
  readonly cost: Cost;
}

/** One word of the rules; a word that is not among the 400 has its neighbours instead. */
export interface Rule {
  readonly word: string;
  /** Of all spam and of all genuine messages, how many have it: shares. */
  readonly caught: number;
  readonly alarms: number;
  readonly nearest?: readonly string[];
  /** Messages that have it, masked, of those that may be shown. */
  readonly spam?: string | undefined;
  readonly genuine?: string | undefined;
}

/** Rules and model in the same world. */
export interface Both {
  readonly rules: Standing;
  readonly model: Standing;
  /** What the model has learned from. */
  readonly learned: Apart<number>;
}

/** The share of the spam that models catch at the rules' false alarms, by the number of labels: over several draws of labels. */
export type CurvePoint = Readonly<Record<'labels' | 'mean' | 'low' | 'high', number>>;

/** The outcome of a run: a plain value, so that it can cross from worker to page. */
export interface RulesOutcome {
  readonly rules: readonly Rule[];
  readonly before: Both;
  readonly after: Both | null;
  readonly curve: readonly CurvePoint[];
  /** From so many labels on the model catches more than the rules at their false alarms, in the mean of the draws. */
  readonly overtakesAt: number | null;
  /** What the model of this run catches at the rules' false alarms: a share. */
  readonly atRules: number;
  /** What a month costs without a filter. */
  readonly noFilter: number;
  readonly volume: number;
}

/** The share of the spam that is caught. */
export const recallOf = ({ caught, spam }: Standing): number => caught / spam;
/** The share of genuine messages that is held back. */
export const alarmsOf = ({ alarms, genuine }: Standing): number => alarms / genuine;
/** What is seen: after the change where there is one. */
export const nowOf = ({ before, after }: RulesOutcome): Both => after ?? before;

/** How many labels a model has learned from. */
export const labelsOf = ({ learned }: Both): number => learned.spam + learned.genuine;

/** What a month costs with the rules, with the model, and without a filter, when all spam is missed; each with the look of its line. */
export function billsOf(outcome: RulesOutcome) {
  const { rules, model } = nowOf(outcome);
  const { noFilter } = outcome;
  const none: Cost = { upkeep: 0, misses: noFilter, alarms: 0, total: noFilter };
  return [
    { name: 'the rules', look: 'sure-line', cost: rules.cost },
    { name: 'the model', look: 'run-line', cost: model.cost },
    { name: 'no filter', look: 'hair', cost: none },
  ];
}
