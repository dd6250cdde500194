/** Which questions may come back, and what they are about. */
import type { APIRoute } from 'astro';
import { stockOf } from '../../review/server/stock.ts';
import { loadBook } from '../../tasks/practice/author/load.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(stockOf(loadBook())), {
    headers: { 'content-type': 'application/json' },
  });
