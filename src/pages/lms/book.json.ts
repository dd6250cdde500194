/** What a course can be made of, for `npm run lms`. */
import type { APIRoute } from 'astro';
import { bookFacts } from '../../lms/book-facts.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await bookFacts()), {
    headers: { 'content-type': 'application/json' },
  });
