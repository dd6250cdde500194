/** Judges picked options by the student’s own variant. */
import { checkChoice } from '../../../../questions/kinds/choice/judge/check.ts';
import type { ChoiceItem, ChoiceItemKey } from '../../../pure/format/assignment.ts';
import { fromVerdict, type ItemJudge } from '../../../pure/grade/judging.ts';

export const CHOICE_JUDGE: ItemJudge<ChoiceItem, ChoiceItemKey> = {
  judge({ item, key, seed, handed }) {
    const right = key.answers[seed];
    const options = item.options.map((id) => ({
      id,
      correct: right?.includes(id) === true,
      feedback: key.wrong.find((one) => one.id === id && right?.includes(id) !== true)?.feedback,
    }));
    return fromVerdict(
      right && checkChoice({ kind: 'choice', many: item.many, options }, handed.answer ?? []),
    );
  },
  decides(_item, { answers, wrong }, seed) {
    return { answer: answers[seed], wrong };
  },
};
