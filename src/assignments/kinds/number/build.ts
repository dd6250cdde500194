/** What the build knows of a number. */
import { markup } from '../../../../widgets/kit/draw/markup.ts';
import { block } from '../../../questions/server/block.ts';
import { numberRow } from '../../../questions/server/number-row.ts';
import type { NumberItem, NumberItemKey } from '../../pure/format/assignment.ts';
import type { ItemKind } from '../contract.ts';
import { proveNumber } from './prove.ts';
import type { NumberSource } from './schema.ts';
import { YOUR_ANSWER } from '#words/src/questions/kinds/number/words';

/** A number is typed; its answer may be that of a run. */
export const NUMBER: ItemKind<NumberSource, NumberItem, NumberItemKey> = {
  by: 'answer',
  proves: ({ answer }) => (typeof answer === 'object' ? answer.widget : undefined),
  prove: (source, variants, _place, bench) => proveNumber(source, variants, bench),
  facts: ({ unit, carried }) => ({ kind: 'number', unit, ...(carried && { carried }) }),
  field: (source) =>
    markup`${source.carried && block`<p class="answer-help" data-part="carried"></p>`}${numberRow(source, YOUR_ANSWER)}`,
  known: ({ wrong }) => wrong,
  right: ({ answers, carried }, seed) => String(carried?.right ?? answers[seed]?.right),
};
