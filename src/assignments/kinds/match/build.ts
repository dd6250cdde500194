/** What the build knows of a match. */
import { markup } from '../../../../widgets/kit/draw/markup.ts';
import { block } from '../../../questions/server/block.ts';
import { inline } from '../../../questions/server/markdown.ts';
import type { MatchItem, MatchItemKey } from '../../pure/format/assignment.ts';
import { withDrawn } from '../../server/with-drawn.ts';
import type { ItemKind } from '../contract.ts';
import { proveMatch } from './prove.ts';
import type { MatchSource } from './schema.ts';
import { MATCH_LABELS } from '#words/src/assignments/kinds/match/pure/words';

const LETTERS = 'ABCDEFGHIJKL';

/** Each on the left is given an entry, by a menu; the entries stand below in full, for menus cut them short and paper has none. */
export const MATCH: ItemKind<MatchSource, MatchItem, MatchItemKey> = {
  by: 'answer',
  prove: (source, variants) => proveMatch(source, variants),
  facts: ({ left, right }) => ({
    kind: 'match',
    left: left.map(({ id }) => id),
    right: right.map(({ id }) => id),
  }),
  async field({ id, left, right }, item) {
    const html = async (text: string): Promise<string> => (await inline(text)).markup;
    const entries = await Promise.all(right.map(({ text }) => html(text)));
    const options = right.map((one, i) => {
      const text = `${LETTERS[i] ?? ''}. ${(entries[i] ?? '').replace(/<[^>]*>/g, '')}`;
      // No element may stand in an option: the page writes what is drawn into the whole of it.
      const isDrawn = text !== withDrawn(text, item);
      const quoted = { markup: text.replaceAll('"', '&quot;') };
      return isDrawn
        ? markup`<option value="${one.id}" data-text="${quoted}"></option>`
        : markup`<option value="${one.id}">${quoted}</option>`;
    });
    const rows = await Promise.all(
      left.map(
        async (one) => block`<p class="match-row">
    <label for="question-${id}-${one.id}">${{ markup: withDrawn(await html(one.text), item) }}</label>
    <select id="question-${id}-${one.id}" name="${one.id}" autocomplete="off">
      <option value="">${MATCH_LABELS.open}</option>
      ${options}
    </select>
  </p>`,
      ),
    );
    return block`<fieldset class="answer-match" aria-describedby="question-${id}-prompt">
  <legend>${MATCH_LABELS.legend}</legend>
  ${rows}
</fieldset>
<ol class="match-entries" type="A" aria-label="${MATCH_LABELS.entries}">
  ${entries.map((one) => block`<li>${{ markup: withDrawn(one, item) }}</li>`)}
</ol>`;
  },
  known: ({ wrong }) => wrong,
  right: ({ answers }, seed) =>
    Object.entries(answers[seed] ?? {})
      .map(([from, to]) => `${from}: ${to}`)
      .join(', '),
};
