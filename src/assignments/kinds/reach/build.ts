/** What the build knows of a goal. */
import type { Table } from '../../../../widgets/kit/contract/params.ts';
import { shownMeasure, widgetOf } from '../../../questions/author/context.ts';
import { block } from '../../../questions/server/block.ts';
import { button } from '../../../questions/server/buttons.ts';
import { onExperiment } from '../../author/on-experiment.ts';
import type { ReachItem, ReachItemKey } from '../../pure/format/assignment.ts';
import type { ItemKind } from '../contract.ts';
import { proveReach } from './prove.ts';
import type { ReachSource } from './schema.ts';
import { GOAL_LABELS, GOALS } from '#words/src/questions/kinds/reach/words';

/** An experiment is brought to a goal. */
export const REACH: ItemKind<ReachSource, ReachItem, ReachItemKey> = {
  by: 'runs',
  experiment: ({ experiment: id, vary }) => ({ id, vary }),
  proves: ({ experiment }, place) => place.experiment(experiment).widget,
  prove: (source, variants, place, bench) =>
    proveReach(source, place.experiment(source.experiment), variants, bench),
  facts(source, place) {
    const experiment = place.experiment(source.experiment);
    const widget = widgetOf(place.widgets, experiment.widget);
    return { kind: 'reach', ...onExperiment(source, widget, experiment), goal: source.goal };
  },
  look({ widget: tag, goal }, widgets) {
    const widget = widgetOf(widgets, tag);
    const measures = Object.keys(goal).map((name) => [name, shownMeasure(widget, name)] as const);
    const params = Object.entries(widget.params as Table).map(
      ([name, { label }]) => [name, label] as const,
    );
    return { shown: Object.fromEntries(measures), labels: Object.fromEntries(params) };
  },
  field({ id, goal, vary }, _item, { shown = {}, labels = {} }) {
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
  <p class="answer-help">${GOAL_LABELS.mayMove(movable)}</p>
</fieldset>`;
  },
  button: () => button('start', GOAL_LABELS.toStart, 'main'),
  right: ({ answers }, seed) => JSON.stringify(answers[seed]),
};
