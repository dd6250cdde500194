/** Judges a short text by its rules; what none decides is read by somebody. */
import { TEXTS } from '#words/src/tasks/kinds/text/pure/words';
import type { TextItem, TextItemKey } from './item.ts';
import type { Drawn } from '../../sets/pure/format/head.ts';
import { done, unsure, type ItemJudge, type Judged } from '../../grading/pure/grade/judging.ts';
import type { Given } from '../../sets/pure/submission/submission.ts';
import { inOwn } from '../../sets/pure/variants/in-own.ts';
import { drawn } from '../../sets/pure/variants/variant.ts';
import { ruleFor, wordsOf } from './pure/rules.ts';

/** Judges a text in a variant. */
export function judgeText(
  { longest }: Pick<TextItem, 'longest'>,
  { rules }: Pick<TextItemKey, 'rules'>,
  values: Drawn,
  given: Given,
): Judged {
  const text = typeof given === 'string' ? given : '';
  if (wordsOf(text).length === 0) return { state: 'unreadable', credit: 0, says: TEXTS.nothing };
  if (text.length > longest) return unsure(TEXTS.long(longest));
  const rule = ruleFor(rules, values, text);
  return rule ? done(rule.credit, inOwn(rule.feedback, values), rule.id) : unsure(TEXTS.toRead);
}

export const JUDGE: ItemJudge<TextItem, TextItemKey> = {
  judge: ({ item, key, seed, handed }) => judgeText(item, key, drawn(item, seed), handed.answer),
  decides: ({ longest }, { rules }) => ({ answer: rules, tolerance: longest }),
};
