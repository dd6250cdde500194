/** A goal as a list of conditions, as server HTML; each shows how the last run stands. */
import { block, button } from '../../server/block.ts';
import type { AnswerMarkup } from '../../practice/contract.ts';
import type { ReachData } from './data.ts';
import { limitWords } from './said.ts';
import { GOAL_LABELS, GOALS } from '#words/src/tasks/kinds/reach/words';

/** The conditions, what may be moved, and the button that begins. */
export function goalMarkup({ id, goal, shown, vary, labels }: ReachData): AnswerMarkup {
  const conditions = Object.entries(goal).flatMap(([measure, limit]) => {
    const how = shown[measure];
    if (!how) return [];
    const words = limitWords(limit, how);
    return block`<li data-measure="${measure}" data-limit="${words}">
    <span>${how.label} ${words}</span>
    <span class="goal-now">${GOALS.notRun}</span>
  </li>`;
  });
  const movable = vary.map((name) => labels[name] ?? name);
  const field = block`<fieldset class="answer-goal" aria-describedby="question-${id}-prompt">
  <legend>${GOAL_LABELS.goal}</legend>
  <ul>${conditions}</ul>
  <p class="answer-help">${GOAL_LABELS.mayMove(movable)}</p>
  <p class="on-paper">${GOAL_LABELS.needsPage} <span data-part="address"></span></p>
</fieldset>`;
  const start = button('start', GOAL_LABELS.toStart, 'main');
  const again = button('again', GOAL_LABELS.again, 'hidden');
  return {
    field,
    buttons: block`${start}
${again}`,
  };
}
