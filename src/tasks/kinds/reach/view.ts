/** What the build knows of a goal. */
import type { QuestionKind } from '../../practice/contract.ts';
import { ownUnit } from '../../../../widgets/kit/contract/own-unit.ts';
import type { Table } from '../../../../widgets/kit/contract/params.ts';
import { exact, shown, withUnit } from '../../../../widgets/kit/draw/format.ts';
import { experimentOf, widgetOf } from '../../practice/author/context.ts';
import { block, button } from '../../server/block.ts';
import { onExperiment } from '../../sets/author/on-experiment.ts';
import type { ReachItem, ReachItemKey } from './item.ts';
import type { ItemKind } from '../../sets/contract.ts';
import { namesIn, reachData, type ReachData } from './data.ts';
import { goalMarkup } from './markup.ts';
import { proveInLesson, proveInSet } from './prove.ts';
import { questionSchema, type ReachQuestion, type ReachSource } from './schema.ts';
import { GOAL_LABELS, GOALS } from '#words/src/tasks/kinds/reach/words';

/** An experiment is brought to a goal. */
export const QUESTION: QuestionKind<ReachQuestion, ReachData> = {
  schema: questionSchema,
  role: 'graded',
  prove: proveInLesson,
  pageData: reachData,
  key(loaded, context) {
    const { instance, answerSettings } = loaded.question;
    const params: Table = experimentOf(context, loaded, instance).widget.params;
    return Object.entries(answerSettings).map(([name, value]) => {
      const param = params[name];
      const isShare = param?.kind === 'number' && param.isShare;
      const option =
        param?.kind === 'choice' && param.options.find((one) => one.value === value)?.label;
      const said = isShare ? withUnit(shown(Number(value), param), ownUnit(param)) : exact(value);
      return `${param?.label ?? name}: ${option || said}`;
    });
  },
  markup: goalMarkup,
};

/** The same in a set, by the variant. */
export const ITEM: ItemKind<ReachSource, ReachItem, ReachItemKey> = {
  by: 'runs',
  ofQuestion: ({ instance, start, goal, vary, answerSettings }: ReachQuestion) => ({
    ...{ experiment: instance, start, goal, vary },
    ...{ solve: [answerSettings], opensSolution: false, whole: false },
  }),
  experiment: ({ experiment: id, vary }) => ({ id, vary }),
  proves: ({ experiment }, place) => place.experiment(experiment).widget,
  prove: (source, variants, place, prover) =>
    proveInSet(source, place.experiment(source.experiment), variants, prover, place.isOpen),
  facts(source, place) {
    const experiment = place.experiment(source.experiment);
    const widget = widgetOf(place.widgets, experiment.widget);
    const { goal, whole } = source;
    const own = { goal, ...(whole && { whole }) };
    return { kind: 'reach', ...onExperiment(source, widget, experiment), ...own };
  },
  look: ({ widget, goal }, widgets) => namesIn(widgetOf(widgets, widget), Object.keys(goal)),
  field({ id, goal, vary, whole }, _item, { shown = {}, labels = {} }) {
    const conditions = Object.keys(goal).map(
      (measure) => block`<li data-measure="${measure}">
    <span>${shown[measure]?.label ?? measure} <span data-limit></span></span>
    <span class="goal-now">${GOALS.notRun}</span>
  </li>`,
    );
    const movable = vary.map((name) => labels[name] ?? name);
    return block`<fieldset class="answer-goal" aria-describedby="question-${id}-prompt">
  <legend>${GOAL_LABELS.goal}</legend>
  <ul>${conditions}</ul>
  <p class="answer-help">${GOAL_LABELS.mayMove(movable)}${whole ? ` ${GOAL_LABELS.whole}` : ''}</p>
</fieldset>`;
  },
  button: () => button('start', GOAL_LABELS.toStart, 'main'),
  right: ({ answers }, seed) => JSON.stringify(answers[seed]),
};
