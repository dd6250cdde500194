/** The book's registry of questions: what each asks, and what each wrong answer betrays. */
import type { APIRoute } from 'astro';
import { loadBook } from '../tasks/practice/author/load.ts';
import { registry } from '../tasks/practice/author/registry.ts';

export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(registry(loadBook()), null, 1)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
