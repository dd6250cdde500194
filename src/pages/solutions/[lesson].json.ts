/** The solutions of one lesson, in a file of their own that is loaded when a reader asks. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadBook } from '../../tasks/practice/author/load.ts';
import { blocks } from '../../tasks/server/markdown.ts';

export const getStaticPaths = (() =>
  loadBook().lessons.map(({ id }) => ({ params: { lesson: id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const texts = loadBook().questions.flatMap(({ question, lesson }) =>
    lesson === params['lesson'] && question.solution !== undefined
      ? [[question.id, question.solution] as const]
      : [],
  );
  const rendered = await Promise.all(
    texts.map(async ([id, text]) => [id, await blocks(text)] as const),
  );
  return new Response(JSON.stringify(Object.fromEntries(rendered)), {
    headers: { 'content-type': 'application/json' },
  });
};
