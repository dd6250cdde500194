/** The open questions of a lesson, or of all, as a file that Moodle imports. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { askingLessons, openQuestions } from '../../../lms/open-questions.ts';
import { moodleXml } from '../../../lms/pure/moodle-xml.ts';

const ALL = 'all';

export const getStaticPaths = (() =>
  [ALL, ...askingLessons()].map((lesson) => ({ params: { lesson } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { lesson = ALL }, site }) => {
  const lessons = lesson === ALL ? askingLessons() : [lesson];
  const { questions, left } = await openQuestions(lessons, site?.href);
  const notes = left.map(({ id, why }) => `${id}: ${why}`);
  return new Response(moodleXml(questions, notes), {
    headers: { 'content-type': 'application/xml' },
  });
};
