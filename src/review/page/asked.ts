/** A question as it is asked away from its lesson: fetched when its turn comes, and empty whatever was answered there. */
import { lessonText } from '../../offline/page-text.ts';
import { setMarkup } from '../../../widgets/run/page/trusted-types.ts';
import type { Stocked } from '../pure/schedule.ts';

/** Text of the book as nodes that do nothing yet. */
export function nodesOf(text: string): DocumentFragment {
  const holder = document.createElement('template');
  setMarkup(holder, { markup: text });
  return holder.content;
}

/** The pages that questions were taken from, each read once. */
const pages = new Map<string, DocumentFragment>();

/** The question as nodes, from the page of its lesson. Rejects where it cannot be had. */
export async function questionOf({ id, page }: Pick<Stocked, 'id' | 'page'>): Promise<HTMLElement> {
  const nodes = pages.get(page) ?? nodesOf(await lessonText(page));
  pages.set(page, nodes);
  const own = nodes.querySelector(`[data-question="${CSS.escape(id)}"]`);
  // In the one file it stands in its lesson, too: no id may stand there twice.
  const text = own?.outerHTML.replaceAll(`question-${id}`, `review-${id}`) ?? '';
  const question = nodesOf(text).querySelector<HTMLElement>('[data-question]');
  if (!question) throw new Error(`${page} does not hold ${id}.`);
  // It is woken here, and not with what the reader has answered in its lesson.
  question.dataset['awake'] = '';
  delete question.dataset['returns'];
  return question;
}
