/** Values, bounds and answers in words. */
import { plain, quantity, withUnit } from '../../../widgets/kit/draw/format.ts';
import type { ShownMeasure } from '../author/context.ts';
import type { Limit } from '../judge/types.ts';
import type { GivenAnswer } from '../work/pure/work.ts';
import { GOALS, WORK } from '../judge/words.ts';

/** A cited value as the reader sees it: a share in per cent. */
export function inShown(value: number, { scale, digits, unit }: ShownMeasure): string {
  return quantity(value * scale, { digits, unit });
}

/** A reader's own number, in as many figures as matter. */
export function asSaid(value: number, unit: string | undefined): string {
  return withUnit(plain(value), unit);
}

/** `at most 200 ms`. A bound keeps its own figures: 0.0009 must not become 0.00. */
export function limitWords(limit: Limit, { scale, unit }: ShownMeasure): string {
  const bounds = Object.entries(limit).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [GOALS.limit[name as keyof Limit](asSaid(Number((value * scale).toPrecision(9)), unit))],
  );
  return bounds.join(', ');
}

/** An answer in words; `optionText` gives the text of an option. */
export function answerWords(given: GivenAnswer, optionText: (id: string) => string): string {
  if (given === null) return WORK.skipped;
  if (typeof given === 'string') return `“${given}”`;
  if (!Array.isArray(given)) {
    return Object.entries(given)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  }
  const picked = given.filter((one): one is string => typeof one === 'string');
  return picked.length < given.length
    ? WORK.drawn
    : picked.map((id) => `“${optionText(id)}”`).join(', ');
}
