/** The run in a sentence, and as a table. */
import { hundredths, number, perCent } from '#kit/draw';
import type { Rows } from '#kit/contract';
import { errorsAt, HUNDRED, picksOf, type Hidden } from './hidden.ts';
import { bestOf, type WrongOutcome } from './outcome.ts';
import { marksOf, type WrongSettings } from './params.ts';

/** Passes that the table tells of, besides the best and the last. */
const TOLD = [1, 2, 5, 10, 20, 30];

/** The takeaway; given the run before, what it was then. */
export function say(settings: WrongSettings, outcome: WrongOutcome, before?: WrongOutcome): string {
  const { correct, tested, labels, wrong, cleaned, hidden, top } = outcome;
  const last = correct.at(-1);
  if (last === undefined) return 'The network has not learned yet.';
  if (hidden) return ofHidden(settings, hidden);
  const now = hundredths(last / tested);
  if (cleaned) {
    const dealt = `${number(cleaned.dealt)} labels were ${settings.remedy === 'drop' ? 'dropped' : 'checked'}, ${number(cleaned.found)} of the ${number(cleaned.wrong)} wrong ones among them.`;
    const was = cleaned.before.correct.at(-1) ?? 0;
    return `${dealt} Trained again, the network reads ${now} of 100 new digits right; before, it read ${hundredths(was / tested)}.`;
  }
  const isOld = settings.outdated > 0;
  const called =
    isOld && settings.wrongShare > 0 ? 'wrong or outdated' : isOld ? 'outdated' : 'wrong';
  const count = wrong === 0 ? 'all of them right' : `${number(wrong)} of them ${called}`;
  const first = `With ${number(labels)} labels, ${count}, the network reads ${now} of 100 new digits right.`;
  if (top !== null)
    return `${first} Of its first ${number(wrong)} suspects, ${number(top)} are wrong labels.`;
  const best = bestOf(outcome);
  if (wrong > 0 && !isOld && best && best.share - last / tested > 0.01)
    return `${first} After ${number(best.epoch)} passes it read ${hundredths(best.share)}; by now it has learned ${hundredths((outcome.given.at(-1) ?? 0) / wrong)} of 100 wrong labels by heart.`;
  const was = before?.hidden ? undefined : before?.correct.at(-1);
  if (!before || was === undefined) return first;
  return `${first} Before, it was ${hundredths(was / before.tested)}.`;
}

function ofHidden(settings: WrongSettings, hidden: Hidden): string {
  const marks = marksOf(settings);
  const { errors, found } = hidden;
  const kind = settings.hidden === 'odd' ? 'odd' : 'ordinary';
  const all = `Of a hundred images, ${HUNDRED - errors} of them ${kind} ones, the network’s first ${errors} suspects hold ${found} of the ${errors} errors.`;
  if (marks.length < errors) return `${all} You have marked ${marks.length} of the forty.`;
  const picks = errorsAt(hidden, picksOf(hidden));
  return `${all} Of the forty, your ${errors} hold ${errorsAt(hidden, marks)}, and its first ${errors} hold ${picks}.`;
}

/** Shares after some passes; of the hidden errors, what people said of each label. */
export function tabulate(settings: WrongSettings, outcome: WrongOutcome): Rows {
  const { passes, correct, given, tested, wrong, hidden, cleaned } = outcome;
  if (hidden) return ofErrors(settings, hidden);
  const told = new Set([...TOLD, bestOf(outcome)?.epoch, passes.at(-1)]);
  const share = (count = 0, of: number) => (of > 0 ? perCent(count / of) : null);
  const after = cleaned ? `, after ${number(cleaned.dealt)} labels were dealt with` : '';
  return {
    caption: `Of ${number(tested)} new digits and ${number(wrong)} wrong labels${after}`,
    head: ['passes', 'read right', 'wrong labels given back'],
    rows: passes
      .map((pass, i) => [pass, share(correct[i], tested), share(given[i], wrong)] as const)
      .filter(([pass]) => told.has(pass)),
  };
}

function ofErrors(settings: WrongSettings, { shown, errors }: Hidden): Rows {
  const isKnown = marksOf(settings).length >= errors;
  const said = shown.flatMap(({ label, check }, i) =>
    check ? [[i + 1, label, check.forLabel, check.guess, check.forGuess, check.forNeither]] : [],
  );
  const people = ['people for the label', 'another digit', 'people for that', 'for neither'];
  return {
    caption: `What five people said of ${errors} labels${isKnown ? '' : `: told when ${errors} are marked`}`,
    head: ['image', 'label', ...people],
    rows: isKnown ? said : [],
  };
}
