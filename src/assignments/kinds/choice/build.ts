/** What the build knows of a choice. */
import { optionsMarkup } from '../../../questions/fields/options-markup.ts';
import { inline } from '../../../questions/server/markdown.ts';
import type { ChoiceItem, ChoiceItemKey } from '../../pure/format/assignment.ts';
import { withDrawn } from '../../server/with-drawn.ts';
import type { ItemKind } from '../contract.ts';
import { proveChoice } from './prove.ts';
import type { ChoiceSource } from './schema.ts';
import { CHOICE_LABELS } from '#words/src/questions/kinds/choice/words';

/** Options are picked: one, or all that are true. */
export const CHOICE: ItemKind<ChoiceSource, ChoiceItem, ChoiceItemKey> = {
  by: 'answer',
  prove: (source, variants) => proveChoice(source, variants),
  facts: ({ many, ordered, options }) => ({
    kind: 'choice',
    many,
    options: options.map(({ id }) => id),
    ...(ordered && { ordered }),
  }),
  async field({ id, many, options }, item) {
    const texts = await Promise.all(
      options.map(async ({ id: option, text }) => ({
        id: option,
        html: { markup: withDrawn((await inline(text)).markup, item) },
      })),
    );
    const legend = many ? CHOICE_LABELS.chooseMany : CHOICE_LABELS.chooseOne;
    return optionsMarkup(id, texts, { legend, many });
  },
  known: ({ options }) => options,
  right: ({ answers }, seed) => (answers[seed] ?? []).join(', '),
};
