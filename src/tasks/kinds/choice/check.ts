/** Judges picked options. */
import { idsIn, type Answer } from '../../judge/answers.ts';
import { judged, unread, type AnswerKey, type Verdict } from '../../judge/verdict.ts';
import { CHOICES } from '#words/src/tasks/kinds/choice/words';
import { VERDICTS } from '#words/src/tasks/judge/words';

interface Option {
  readonly id: string;
  readonly correct: boolean;
  readonly feedback?: string | undefined;
}

/** What a choice is judged by. */
export interface ChoiceKey extends AnswerKey {
  readonly kind: 'choice';
  readonly many: boolean;
  readonly options: readonly Option[];
}

/** Judges picked options; of several right ones each counts, and each wrong pick takes one back. */
export function check(key: ChoiceKey, answer: Answer): Verdict {
  const picked = idsIn(answer);
  const chosen = key.options.filter((option) => picked.includes(option.id));
  if (chosen.length === 0) return unread(CHOICES.pick);
  const right = key.options.filter((option) => option.correct).length;
  const hits = chosen.filter((option) => option.correct).length;
  const misses = chosen.length - hits;
  const credit = key.many ? Math.max(0, (hits - misses) / right) : Number(misses === 0);
  // On a miss only the wrong picks are explained: praise would give the rest away.
  const explained = misses > 0 ? chosen.filter((option) => !option.correct) : chosen;
  const about =
    credit === 1 || misses > 0 ? explained.filter((option) => option.feedback !== undefined) : [];
  const feedback = about.map((option) => option.feedback).join(' ');
  return judged(
    credit,
    feedback || (credit === 1 ? VERDICTS.right : CHOICES.missedSome),
    about.map((option) => option.id),
  );
}
