/** What the build knows of a goal. */
import type { QuestionKind } from '../../author/contract.ts';
import { exact } from '../../../../widgets/kit/draw/format.ts';
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
    const { labels } = reachData(loaded, context);
    const solved = Object.entries(loaded.question.answerSettings);
    return solved.map(([name, value]) => `${labels[name] ?? name}: ${exact(value)}`);
  },
  markup: goalMarkup,
};
