/** What the build knows of a short text. */
import { block } from '../../server/block.ts';
import type { TextItem, TextItemKey } from './item.ts';
import type { ItemKind } from '../../sets/contract.ts';
import { proveText } from './prove.ts';
import type { TextSource } from './schema.ts';
import { TEXT_LABELS } from '#words/src/tasks/kinds/text/pure/words';

/** A sentence or a few words: rules decide what they can, somebody reads the rest. */
export const ITEM: ItemKind<TextSource, TextItem, TextItemKey> = {
  by: 'answer',
  prove: (source, variants) => proveText(source, variants),
  facts: ({ longest }) => ({ kind: 'text', longest }),
  field({ id, longest }) {
    const own = `question-${id}`;
    const rows = longest > 100 ? '4' : '2';
    return block`<div class="answer-claim">
  <label for="${own}-answer">${TEXT_LABELS.answer}</label>
  <textarea id="${own}-answer" name="answer" rows="${rows}" maxlength="${String(longest)}" aria-describedby="${own}-prompt ${own}-help"></textarea>
  <p class="answer-help" id="${own}-help">${TEXT_LABELS.longest(longest)}</p>
</div>`;
  },
  known: ({ rules }) => rules.filter(({ misconception }) => misconception !== undefined),
  right: ({ rules, answers }, seed) => {
    const best = rules.find(({ id, credit }) => credit === 1 && answers[seed]?.[id] !== undefined);
    return best ? (answers[seed]?.[best.id] ?? '') : '';
  },
};
