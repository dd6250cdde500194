/** What may come in place of a file: nothing, an error, somebody else's page, a part of it, or something like it. */
import type { BrowserContext, Route } from 'playwright';

/** A way in which a file does not arrive as it was published. */
export interface BadLine {
  readonly name: string;
  /** Nothing comes and nothing fails: the page must notice by itself. */
  readonly isSilent?: true;
  /** Only a file whose hash is known is told from the right one. */
  readonly isLikeness?: true;
  readonly answer: (route: Route) => Promise<void>;
}

const PORTAL = '<!doctype html><title>Sign in</title><p>Welcome to our network.</p>';

async function changed(route: Route, change: (body: Buffer) => Buffer): Promise<void> {
  try {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.body()) });
  } catch {
    // The page that asked has been closed.
  }
}

/** All of them. */
export const BAD_LINES: readonly BadLine[] = [
  { name: 'offline', answer: (route) => route.abort('internetdisconnected') },
  { name: '404', answer: (route) => route.fulfill({ status: 404, body: 'Not found' }) },
  { name: '500', answer: (route) => route.fulfill({ status: 500, body: 'Sorry' }) },
  {
    name: 'another page',
    answer: (route) => route.fulfill({ contentType: 'text/html', body: PORTAL }),
  },
  { name: 'empty', answer: (route) => changed(route, () => Buffer.alloc(0)) },
  {
    name: 'truncated',
    answer: (route) => changed(route, (body) => body.subarray(0, body.length >> 1)),
  },
  {
    name: 'a byte altered',
    isLikeness: true,
    answer: (route) =>
      changed(route, (body) => {
        const at = body.length >> 1;
        body[at] = (body[at] ?? 0) ^ 1;
        return body;
      }),
  },
  {
    name: 'a byte more',
    isLikeness: true,
    answer: (route) => changed(route, (body) => Buffer.concat([body, Buffer.from('\n')])),
  },
  // Never answered; ended with the context that asks for it.
  { name: 'silent', isSilent: true, answer: () => new Promise<void>(() => undefined) },
];

/** Makes a line bad for the addresses that a pattern names; resolves with how to make it good again. */
export async function spoil(
  context: BrowserContext,
  pattern: RegExp,
  line: BadLine,
): Promise<() => Promise<void>> {
  let isBad = true;
  // Not by taking the route away: that would answer what has stalled.
  await context.route(pattern, (route) => (isBad ? line.answer(route) : route.continue()));
  return () => {
    isBad = false;
    return Promise.resolve();
  };
}
