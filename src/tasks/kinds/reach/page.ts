/** A goal on the page: each run of its experiment shows which conditions hold. */
import { OUTCOME, type OutcomeDetail } from '../../../../widgets/kit/contract/border.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { sayTakenAway } from '../../practice/page/link-limits.ts';
import { propose } from '../../practice/page/proposal.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import type { ReachData } from './data.ts';
import { onRun, restore, takeUp, type Visit } from './on-run.ts';
import { NO_EXPERIMENT } from '#words/src/tasks/practice/page/words';

type Frame = QuestionFrame<ReachData>;

/** Wakes a question that is answered by bringing an experiment to a goal. */
export function wake(frame: Frame): void {
  const { data } = frame;
  const { instance, start } = data;
  const isTakenUp = frame.store.entries(data.id, data.version).length > 0;
  const visit: Visit = { hasRun: false, isTakenUp, isCarried: false };
  if (location.search.includes(`${instance}.`)) sayTakenAway(frame, data, data.labels);
  const bringBack = (): void => {
    if (!visit.hasRun) restore(frame);
  };
  bringBack();
  frame.store.addEventListener('change', bringBack);
  frame.onSubmit(() => undefined);
  const begin = (settings: AnySettings): void => {
    visit.isTakenUp = true;
    visit.isCarried = true;
    if (!propose(instance, { settings, fresh: true, run: true, reveal: true })) {
      frame.say(NO_EXPERIMENT);
    } else takeUp(frame);
  };
  frame.on('start', () => begin(start));
  // What was reached or tried last, on an earlier visit too.
  frame.on('again', () => begin({ ...start, ...(frame.kept?.answer as AnySettings) }));
  document.addEventListener(OUTCOME, (event) => {
    const { detail } = event as CustomEvent<OutcomeDetail>;
    if (detail.id === instance) onRun(frame, detail, visit);
  });
}
