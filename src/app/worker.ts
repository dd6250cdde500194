/**
 * The service worker of an edition, in the folder of the edition: gives its pages what the device keeps of it, and nothing of
 * any other release. The same program at the front of all editions only leads to a kept one where the network does not answer.
 */
import { asked, fill, keptIn, leaveOnly } from './fill.ts';
import {
  addressOf,
  cacheName,
  editionOf,
  keyOf,
  pathIn,
  wanted,
  type Entry,
  type Files,
} from './pure/kept.ts';
import { WORKER } from '#words/src/app/words';

/** What the build writes above this program. */
declare const BUILT: { readonly book: string; readonly edition: string; readonly files: Files };

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Asking extends Extendable {
  readonly ports: readonly MessagePort[];
}
interface Scope {
  readonly registration: { readonly scope: string };
  addEventListener(type: 'install' | 'activate', does: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', does: (event: Fetching) => void): void;
  addEventListener(type: 'message', does: (event: Asking) => void): void;
}

const worker = globalThis as unknown as Scope;
const { scope } = worker.registration;
const { book, edition, files } = BUILT;
const name = cacheName(book, edition);
/** Milliseconds after which a reader on a train has waited long enough for the front. */
const PATIENCE = 4_000;

if (scope.endsWith(`/e/${edition}/`)) {
  worker.addEventListener('install', (event) => event.waitUntil(install()));
  worker.addEventListener('activate', (event) => event.waitUntil(tidy()));
  worker.addEventListener('message', ({ ports }) => ports[0]?.postMessage(files));
  worker.addEventListener('fetch', (event) => {
    const path = pathIn(scope, event.request.url);
    const entry = path === undefined ? undefined : files[path];
    if (event.request.method === 'GET' && path !== undefined && entry)
      event.respondWith(given(event.request, path, entry));
  });
} else
  worker.addEventListener('fetch', (event) => {
    if (event.request.mode === 'navigate') event.respondWith(led(event.request));
  });

/** Another release of this edition comes whole or not at all; until its last page is closed, the one before stays as it is. */
async function install(): Promise<void> {
  if (!(await caches.has(name))) return;
  const cache = await caches.open(name);
  const kept = await keptIn(cache, scope);
  if (kept) await fill(cache, scope, wanted(files, kept.choice), {});
}

/** Takes away what only the release before had. */
async function tidy(): Promise<void> {
  if (!(await caches.has(name))) return;
  const cache = await caches.open(name);
  const kept = await keptIn(cache, scope);
  if (kept) await leaveOnly(cache, scope, wanted(files, kept.choice));
}

/** A file of this release: as it is kept, else as the server has it, if that has the same. */
async function given(request: Request, path: string, [hash]: Entry): Promise<Response> {
  const held = await caches.match(keyOf(scope, hash), { cacheName: name });
  if (held) return held;
  try {
    return await asked(addressOf(scope, path), hash);
  } catch {
    if (request.mode !== 'navigate') return Response.error();
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
    };
    return new Response(WORKER.notKept(scope), { status: 503, headers });
  }
}

/** The front from the network; where that is silent, the page of an edition that is kept. */
async function led(request: Request): Promise<Response> {
  const network = fetch(request);
  const path = pathIn(scope, request.url) ?? '';
  const names = (await caches.keys()).flatMap((one) => editionOf(book, one) ?? []);
  const kept = names.includes(edition) ? edition : names[0];
  if (kept === undefined || path.startsWith('e/')) return network;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const first = await Promise.race([network, late]).catch(() => undefined);
  return first ?? Response.redirect(request.url.replace(scope, `${scope}e/${kept}/`));
}
