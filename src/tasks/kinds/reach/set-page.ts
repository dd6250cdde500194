/** Items that are answered by an experiment: each whole run of the student’s says how it stands, the best one is kept. */
import { OUTCOME, type OutcomeDetail } from '../../../../widgets/kit/contract/border.ts';
import { ANSWERS } from '#words/src/tasks/sets/page/words';
import { conditions, type Limit } from '../../judge/conditions.ts';
import { CHANCE, differing } from '../../judge/differing.ts';
import { limitWords, showStand, standWords } from './said.ts';
import type { ReachItem } from './item.ts';
import { goalIn, settingsIn } from '../../sets/pure/variants/variant.ts';
import { citing, ran } from '../../sets/pure/work/work.ts';
import { GOAL_MET, isSetUpFor, setUp, standsAt } from '../../sets/page/experiment-place.ts';
import type { ItemFrame } from '../../sets/page/item-frame.ts';

/** Wakes an item that is answered by a run. */
export function wake(frame: ItemFrame<ReachItem>): void {
  const { element, item, look, values } = frame;
  const start = settingsIn(item.start, values);
  const goal = goalIn(item, values);
  const stand = (
    run: Pick<OutcomeDetail, 'state' | 'why'> & {
      readonly measures: OutcomeDetail['run']['measures'];
    },
  ) => conditions(goal, run, (measure) => -(item.band[measure] ?? 0));
  const metBy = (run: Parameters<typeof stand>[0]): number =>
    stand(run).filter(({ met }) => met).length;
  for (const row of element.querySelectorAll<HTMLElement>('[data-measure]')) {
    const how = look.shown?.[row.dataset['measure'] ?? ''];
    const limit: Limit = goal[row.dataset['measure'] ?? ''] ?? {};
    const place = row.querySelector('[data-limit]');
    if (place && how) place.textContent = limitWords(limit, how);
  }
  const saidOf = (one: ReturnType<typeof stand>[number]): string =>
    standWords(one, look.shown?.[one.measure], goal[one.measure]);
  const show = (run: Parameters<typeof stand>[0]): void => {
    for (const one of stand(run)) showStand(element, one.measure, saidOf(one), one.met);
  };
  const inOneLine = (all: ReturnType<typeof stand>): string =>
    `${all.map((one) => `${look.shown?.[one.measure]?.label ?? one.measure} ${saidOf(one)}`).join('; ')}.`;
  const kept = (): OutcomeDetail['run'] | undefined => frame.done?.runs[0];
  const tell = (met: number, best = met): void => {
    const of = Object.keys(goal).length;
    if (met === of) frame.say(ANSWERS.goalMet);
    else frame.say(best === of ? ANSWERS.goalBefore(met, of) : ANSWERS.goalSome(met, of));
    if (met === of) element.dispatchEvent(new Event(GOAL_MET, { bubbles: true }));
  };
  const restore = (): void => {
    const run = kept();
    if (!run) return;
    show({ state: 'done', why: {}, measures: run.measures });
    tell(metBy({ state: 'done', why: {}, measures: run.measures }));
  };
  restore();
  frame.onSubmit(() => undefined);
  frame.on('start', () => void setUp(item.instance, element, start));
  document.addEventListener(OUTCOME, (event) => {
    const { id, run, why, state, by } = (event as CustomEvent<OutcomeDetail>).detail;
    if (id !== item.instance || by !== 'reader' || run.backend === '' || !element.isConnected)
      return;
    const moved = differing(start, run.settings, [...item.vary, ...CHANCE]);
    const isHere = isSetUpFor(item.instance, element);
    const isUsable = state !== 'partial' && moved.length === 0;
    // It was made for another item that shares the experiment.
    if (!isUsable && !isHere) return;
    const refuse = (why: string): void => {
      frame.say(why);
      standsAt(item.instance, element, why);
    };
    if (state === 'partial') refuse(ANSWERS.partial);
    else if (moved.length > 0)
      refuse(ANSWERS.moved(moved.map((name) => look.labels?.[name] ?? name)));
    else {
      const seen = { state, why, measures: run.measures };
      const before = kept();
      const best = before ? metBy({ state: 'done', why: {}, measures: before.measures }) : -1;
      // Of what was run for another item only what does better is this one’s.
      if (!isHere && metBy(seen) <= best) return;
      show(seen);
      if (isHere) standsAt(item.instance, element, inOneLine(stand(seen)));
      const isBest = metBy(seen) >= best;
      // What it starts with is cited until something better comes, and is no try.
      const isStart = differing(start, run.settings, CHANCE).length === 0;
      if (!isStart) frame.change((work) => ran(work, item, run, isBest));
      else if (isBest) frame.change((work) => citing(work, item, [run]));
      tell(metBy(seen), best);
    }
  });
}
