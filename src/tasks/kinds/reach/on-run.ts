/** What a run, on this visit or an earlier one, says to a goal. */
import type { GoalDetail, OutcomeDetail } from '../../../../widgets/kit/contract/border.ts';
import { conditions } from '../../judge/conditions.ts';
import { differing } from '../../judge/differing.ts';
import { propose } from '../../practice/page/proposal.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import type { ReachData } from './data.ts';
import { check as checkReach } from './check.ts';
import { isOwn, isTry } from './judge/own-run.ts';
import { rowOf, showStand, standWords } from './said.ts';
import { GOAL_RUNS, GOALS } from '#words/src/tasks/kinds/reach/words';

type Frame = QuestionFrame<ReachData>;

/** What is known of a goal on this visit. */
export interface Visit {
  /** A run of the reader's stands in the figure. */
  hasRun: boolean;
  /** Until the question is taken up, runs of the same experiment are none of its business. */
  isTakenUp: boolean;
  /** Its experiment may carry it: the work has begun on this visit. */
  isCarried: boolean;
}

/** The goal is worked on from now on: its experiment carries it. */
export function takeUp(frame: Frame): void {
  carry(frame, { vary: frame.data.vary });
}

/** Says how a run stands to the goal, there and where it is carried, and keeps it if it is a try. */
export function onRun(frame: Frame, detail: OutcomeDetail, visit: Visit): void {
  const note = judge(frame, detail, visit);
  if (visit.isCarried) carry(frame, note === undefined ? {} : { note });
}

/** Tells the experiment how the goal stands, in the question's own words. */
function carry(frame: Frame, more: Partial<GoalDetail>): void {
  const { data, element } = frame;
  const verdict = frame.part('verdict');
  if (!verdict) return;
  verdict.id ||= `${element.id}-verdict`;
  verdict.tabIndex = -1;
  const conditions = Object.keys(data.goal).map((measure) => {
    const item = rowOf(frame.element, measure);
    const now = item?.querySelector('.goal-now')?.textContent ?? '';
    const limit = item?.dataset['limit'] ?? '';
    const label = data.shown[measure]?.label ?? measure;
    const met = item?.hasAttribute('data-met') ?? false;
    return { measure, label, limit, now, met };
  });
  propose(data.instance, { settings: {}, goal: { from: verdict.id, conditions, ...more } });
}

/** Returns why the run does not count, as a sentence, where that is said. */
function judge(frame: Frame, detail: OutcomeDetail, visit: Visit): string | undefined {
  const { data } = frame;
  if (!isOwn(detail, data.start, frame.store.entries(data.id, data.version))) {
    if (visit.hasRun) forget(frame);
    visit.hasRun = false;
    return undefined;
  }
  const stray = differing(data.start, detail.run.settings, data.vary);
  visit.hasRun = true;
  if (stray.length === 0) take(frame, detail, visit);
  else if (visit.isTakenUp) {
    clear(frame);
    const sentence = GOAL_RUNS.elsewhere(stray.map((name) => data.labels[name] ?? name));
    frame.say(sentence, [], true);
    return sentence;
  }
  return undefined;
}

function take(frame: Frame, detail: OutcomeDetail, { isCarried }: Visit): void {
  const { data } = frame;
  const { run, why, state } = detail;
  const judged = { ...run, why, state };
  for (const one of conditions(data.goal, judged)) {
    const words = standWords(one, data.shown[one.measure], data.goal[one.measure]);
    showStand(frame.element, one.measure, words, one.met);
  }
  const verdict = checkReach(data, judged);
  // Who does not work on it hears nothing of it.
  frame.say(verdict.feedback, [], !isCarried);
  if (!verdict.readable) return;
  const { correct, credit } = verdict;
  frame.mark(correct ? 'right' : 'told');
  const log = frame.store.entries(data.id, data.version);
  if (!isTry(detail, data.start, log, correct)) return;
  const answer = Object.fromEntries(data.vary.map((name) => [name, run.settings[name] ?? '']));
  const { settings, backend } = run;
  const seed = settings['seed'];
  const entry = { kind: 'reach', answer, correct, credit, settings, backend } as const;
  frame.record(
    { ...entry, ...(seed !== undefined && { seed }) },
    // A goal once met stays met, whatever is tried afterwards.
    correct || !frame.kept?.correct ? { answer, correct } : undefined,
  );
}

/** Another run than one of the reader's stands in the figure: what was said of theirs goes, what was met stays. */
function forget(frame: Frame): void {
  clear(frame);
  frame.say('', [], true);
  restore(frame);
}

function clear(frame: Frame): void {
  for (const measure of Object.keys(frame.data.goal)) showStand(frame.element, measure, '', false);
  if (!frame.kept?.correct) frame.mark();
}

/** What an earlier visit has reached; its values are not kept, so none are shown. */
export function restore(frame: Frame): void {
  const { kept, keptAt = '', data } = frame;
  if (!kept) return;
  const met = kept.correct === true;
  frame.hide('[data-does="again"]', false);
  for (const measure of Object.keys(data.goal)) {
    showStand(frame.element, measure, met ? GOALS.metThen : GOALS.notThisVisit, met);
  }
  if (!met) return;
  const day = new Date(keptAt);
  const isPast = day <= new Date();
  frame.say(
    isPast
      ? GOALS.metBefore(day.toLocaleDateString(GOAL_RUNS.dates, { dateStyle: 'long' }))
      : GOALS.metSometime,
    [],
    true,
  );
  frame.mark('right');
}
