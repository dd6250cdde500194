/** What the list of lessons and the search know of the book. */
import type { APIRoute } from 'astro';
import { findFile } from '../find/documents.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await findFile()), {
    headers: { 'content-type': 'application/json' },
  });
