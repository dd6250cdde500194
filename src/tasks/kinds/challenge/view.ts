/** What the build knows of a challenge. */
import type { CellsParam } from '../../../../widgets/controls/cells/pure/cells.ts';
import { AuthorFault, fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import type { Table } from '../../../../widgets/kit/contract/params.ts';
import { widgetOf } from '../../practice/author/context.ts';
import { block, button } from '../../server/block.ts';
import { inline } from '../../server/markdown.ts';
import type { ChallengeItem, ChallengeItemKey } from './item.ts';
import type { ItemHead } from '../../sets/pure/format/head.ts';
import { withDrawn } from '../../sets/server/with-drawn.ts';
import type { ItemKind, Place } from '../../sets/contract.ts';
import { proveChallenge } from './prove.ts';
import { ROWS } from './pure/table.ts';
import type { ChallengeSource } from './schema.ts';
import { GOAL_LABELS } from '#words/src/tasks/kinds/reach/words';
import { FIELDS } from '#words/src/tasks/kinds/challenge/words';

/** Bad ones are found among good ones: in a figure, or in a table of numbers. */
export const ITEM: ItemKind<ChallengeSource, ChallengeItem, ChallengeItemKey> = {
  by: 'answer',
  experiment: ({ experiment: id, marks }) => ({ id, vary: [marks], holdsSeed: true }),
  prove: (source, variants, place, prover) =>
    proveChallenge(
      source,
      { ...factsOf(source, place), id: source.id, version: source.version } as ChallengeItem,
      place.experiment(source.experiment),
      variants,
      prover,
    ),
  facts: (source, place) => factsOf(source, place),
  async field({ id, table }, item) {
    const above = withDrawn((await inline(table)).markup, item);
    return block`<fieldset class="answer-options" aria-describedby="question-${id}-prompt">
  <legend>${FIELDS.ways}</legend>
  <label class="answer-option"><input type="radio" name="question-${id}-way" value="images" autocomplete="off"><span>${FIELDS.images}</span></label>
  <label class="answer-option"><input type="radio" name="question-${id}-way" value="table" autocomplete="off"><span>${FIELDS.table}</span></label>
</fieldset>
<div data-way="images" hidden><p>${FIELDS.howImages(item.columns)}</p><p class="question-actions">${button('start', GOAL_LABELS.toStart)}</p></div>
<div data-way="table" hidden><p>${{ markup: above }}</p>
<div class="teach-table" data-part="table" tabindex="0" role="region" aria-label="${FIELDS.tableName}"></div>
<p class="question-actions"><button type="button" class="quiet" data-does="csv">${FIELDS.csv}</button></p></div>
<p class="answer-row"><label for="question-${id}-answer">${FIELDS.numbers}</label>
<input type="text" inputmode="numeric" id="question-${id}-answer" name="answer" autocomplete="off" spellcheck="false" aria-describedby="question-${id}-prompt"></p>`;
  },
  known: ({ tooMany, tooFew }) => [
    { id: 'too-many', ...tooMany },
    { id: 'too-few', ...tooFew },
  ],
  right: ({ answers }, seed) =>
    FIELDS.right(answers[seed]?.images ?? [], answers[seed]?.table ?? []),
};

function factsOf(
  { experiment, start, marks, precision, recall, mixed }: ChallengeSource,
  place: Place,
): Omit<ChallengeItem, keyof ItemHead> {
  const { id, widget: tag, settings } = place.experiment(experiment);
  const widget = widgetOf(place.widgets, tag);
  const param = (widget.params as Table)[marks] as Partial<CellsParam> | undefined;
  const grid = param?.surface?.grid;
  if (!grid) throw new AuthorFault(`${tag} has no setting "${marks}" that is marked in its figure`);
  const places = grid.columns * grid.rows;
  if (places !== ROWS) throw new AuthorFault(`${tag} shows ${places}; a challenge has ${ROWS}`);
  return {
    kind: 'challenge',
    instance: id,
    start: { ...fullSettings(widget, settings, 'experiment'), ...start },
    marks,
    columns: grid.columns,
    places,
    precision,
    recall,
    ...(mixed && { mixed }),
  };
}
