/** What the build knows of a claim. */
import type { Table } from '../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { shownMeasure, widgetOf } from '../../practice/author/context.ts';
import { block, button } from '../../server/block.ts';
import { onExperiment } from '../../sets/author/on-experiment.ts';
import type { ClaimItem, ClaimItemKey } from './item.ts';
import type { SettingName } from '../../sets/pure/format/head.ts';
import type { ItemKind } from '../../sets/contract.ts';
import { proveClaim } from './prove.ts';
import type { ClaimSource } from './schema.ts';
import { CLAIM_LABELS } from '#words/src/tasks/kinds/claim/pure/words';

/** A sentence or a few that cite runs: numbers are compared, reasons are read. */
export const ITEM: ItemKind<ClaimSource, ClaimItem, ClaimItemKey> = {
  by: 'both',
  experiment: ({ experiment: id, vary }) => ({ id, vary }),
  proves: ({ experiment }, place) => place.experiment(experiment).widget,
  prove(source, variants, place, prover) {
    return proveClaim(source, this.facts(source, place, variants), variants, prover);
  },
  facts(source, place) {
    const experiment = place.experiment(source.experiment);
    const widget = widgetOf(place.widgets, experiment.widget);
    const measures = source.measures.map((name) => [name, shownMeasure(widget, name)] as const);
    return {
      kind: 'claim',
      ...onExperiment(source, widget, experiment),
      measures: Object.fromEntries(measures),
      settings: namesOf(widget),
      least: source.least,
      longest: source.longest,
    };
  },
  field({ id, least, longest }) {
    const own = `question-${id}`;
    return block`<div class="answer-claim">
  <label for="${own}-answer">${CLAIM_LABELS.claim}</label>
  <textarea id="${own}-answer" name="answer" rows="5" maxlength="${String(longest)}" aria-describedby="${own}-prompt ${own}-help"></textarea>
  <p class="answer-help" id="${own}-help">${CLAIM_LABELS.help(least, longest)} <span data-part="length"></span></p>
  <ul data-part="numbers" aria-label="${CLAIM_LABELS.numbers}" hidden></ul>
  <div class="if-scripting">
    <p class="answer-sub" id="${own}-cited" data-part="cited-head" hidden>${CLAIM_LABELS.cited}</p>
    <ol type="A" data-part="cited" aria-labelledby="${own}-cited"></ol>
    <p class="answer-sub" id="${own}-offered">${CLAIM_LABELS.offered}</p>
    <p data-part="no-runs">${CLAIM_LABELS.noRuns}</p>
    <ul data-part="offered" aria-labelledby="${own}-offered"></ul>
    <p role="status" data-part="runs-said"></p>
    <p>${button('start', CLAIM_LABELS.start)}</p>
  </div>
</div>`;
  },
  known: ({ wrong }) => wrong,
  right: ({ answers }, seed) => answers[seed]?.text ?? '',
};

function namesOf({ params }: Pick<AnyWidget, 'params'>): Readonly<Record<string, SettingName>> {
  return Object.fromEntries(
    Object.entries(params as Table).map(([name, param]) => {
      const { label } = param;
      const unit = param.kind === 'number' ? param.unit : undefined;
      const names =
        param.kind === 'number'
          ? param.names
          : param.options &&
            Object.fromEntries(param.options.map((option) => [option.value, option.label]));
      return [name, { label, ...(unit !== undefined && { unit }), ...(names && { names }) }];
    }),
  );
}
