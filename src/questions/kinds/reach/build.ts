/** What the build knows of a goal. */
import type { QuestionKind } from '../../author/contract.ts';
import { ownUnit } from '../../../../widgets/kit/contract/own-unit.ts';
import type { Table } from '../../../../widgets/kit/contract/params.ts';
import { exact, shown, withUnit } from '../../../../widgets/kit/draw/format.ts';
import { experimentOf } from '../../author/context.ts';
import { reachData, type ReachData } from './data.ts';
import { goalMarkup } from './markup.ts';
import { proveReach } from './prove.ts';
import { reachSchema, type ReachQuestion } from './schema.ts';

/** An experiment is brought to a goal. */
export const REACH: QuestionKind<ReachQuestion, ReachData> = {
  schema: reachSchema,
  role: 'graded',
  prove: proveReach,
  pageData: reachData,
  key(loaded, context) {
    const { instance, answerSettings } = loaded.question;
    const params: Table = experimentOf(context, loaded, instance).widget.params;
    return Object.entries(answerSettings).map(([name, value]) => {
      const param = params[name];
      const isShare = param?.kind === 'number' && param.isShare;
      const said = isShare ? withUnit(shown(Number(value), param), ownUnit(param)) : exact(value);
      return `${param?.label ?? name}: ${said}`;
    });
  },
  markup: goalMarkup,
};
