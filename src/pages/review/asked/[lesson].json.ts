/** The questions of one lesson that may come back, as they are asked away from it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { WIDGETS } from '../../../book/widgets.ts';
import { standAlone } from '../../../review/server/stock.ts';
import { loadBook } from '../../../tasks/practice/author/load.ts';
import { pageData } from '../../../tasks/practice/author/page-data.ts';
import { questionMarkup } from '../../../tasks/practice/server/question-markup.ts';

export const getStaticPaths = (() =>
  loadBook()
    .lessons.filter(({ id }) => standAlone(loadBook(), id).length > 0)
    .map(({ id }) => ({ params: { lesson: id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const book = loadBook();
  const asked = standAlone(book, params['lesson']).map(async (loaded) => {
    const { id } = loaded.question;
    const data = pageData({ book, widgets: WIDGETS }, loaded);
    const { markup } = await questionMarkup(loaded, data);
    // In the one-file edition the question stands in its lesson, too: no id may stand there twice.
    return [id, markup.replaceAll(`question-${id}`, `review-${id}`)] as const;
  });
  return new Response(JSON.stringify(Object.fromEntries(await Promise.all(asked))), {
    headers: { 'content-type': 'application/json' },
  });
};
