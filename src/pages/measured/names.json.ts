/** What the experiments of the book call their settings and measures. */
import type { APIRoute } from 'astro';
import { lessonsToRead } from '../../book/lessons.ts';
import { namedIn } from '../../measured/rows.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(namedIn(await lessonsToRead())), {
    headers: { 'content-type': 'application/json' },
  });
