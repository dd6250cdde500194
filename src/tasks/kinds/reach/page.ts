/** A goal on the page: each run of its experiment shows which conditions hold. */
import { OUTCOME, type OutcomeDetail } from '../../../../widgets/kit/contract/border.ts';
import { NOT_LOADED } from '#words/widgets/page/late-words';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { propose } from '../../practice/page/proposal.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import type { ReachData } from './data.ts';
import type * as OnRun from './on-run.ts';
import { NO_EXPERIMENT } from '#words/src/tasks/practice/page/proposal-words';

type Frame = QuestionFrame<ReachData>;

/** Wakes a question that is answered by bringing an experiment to a goal. */
export function wakeReach(frame: Frame): void {
  const { data } = frame;
  const { instance, start } = data;
  const isTakenUp = frame.store.entries(data.id, data.version).length > 0;
  const visit: OnRun.Visit = { hasRun: false, isTakenUp, isCarried: false };
  const fail = (error: unknown): void => {
    console.error(error);
    frame.say(NOT_LOADED);
  };
  const withCode = (then: (code: typeof OnRun) => void): void => {
    import('./on-run.ts').then(then).catch(fail);
  };
  if (location.search.includes(`${instance}.`)) {
    import('../../practice/page/link-limits.ts').then(
      (code) => code.sayTakenAway(frame, data, data.labels),
      fail,
    );
  }
  const restore = (): void => {
    if (!frame.kept || visit.hasRun) return;
    withCode((code) => visit.hasRun || code.restore(frame));
  };
  restore();
  frame.store.addEventListener('change', restore);
  frame.onSubmit(() => undefined);
  const begin = (settings: AnySettings): void => {
    visit.isTakenUp = true;
    visit.isCarried = true;
    if (!propose(instance, { settings, fresh: true, run: true, reveal: true })) {
      frame.say(NO_EXPERIMENT);
    } else withCode((code) => code.takeUp(frame));
  };
  frame.on('start', () => begin(start));
  // What was reached or tried last, on an earlier visit too.
  frame.on('again', () => begin({ ...start, ...(frame.kept?.answer as AnySettings) }));
  document.addEventListener(OUTCOME, (event) => {
    const { detail } = event as CustomEvent<OutcomeDetail>;
    if (detail.id !== instance) return;
    withCode((code) => code.onRun(frame, detail, visit));
  });
}
