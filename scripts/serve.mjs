// A small static server for the built book: what `npm start` shows and what the browser tests measure.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const TYPES = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};
const PACKED = /^(text\/|application\/(json|xml|wasm|octet-stream)|image\/svg)/;
const pack = promisify(gzip);

/** The file below `root` that an address means, or undefined where it points outside or makes no sense. */
export function fileFor(root, base, address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, 'http://book').pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(base) || path.includes('\0')) return undefined;
  const file = normalize(join(root, path.slice(base.length)));
  const inside = file === normalize(root) || file.startsWith(normalize(root + sep));
  return inside ? file : undefined;
}

async function find(file) {
  const info = await stat(file).catch(() => undefined);
  if (info?.isFile()) return { file, info };
  return info?.isDirectory() ? { folder: true } : undefined;
}

export async function answer(request, response, root, base) {
  const address = request.url ?? '/';
  const file = fileFor(root, base, address);
  const found = file && (await find(file));
  if (found?.folder) {
    const { pathname, search } = new URL(address, 'http://book');
    if (!pathname.endsWith('/')) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
    const page = await find(join(file, 'index.html'));
    if (page) return send(request, response, page, 200);
  }
  if (found?.file) return send(request, response, found, 200);
  const missing = await find(join(root, '404.html'));
  if (missing?.file) return send(request, response, missing, 404, (page) => placed(page, base));
  response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.\n');
}

/** A page for any depth: what it calls its own folder is the book's place on this server. */
function placed(page, base) {
  return Buffer.from(page.toString('utf8').replaceAll(/(?<=\s(?:href|src)=")\.\//g, base));
}

async function send(request, response, { file }, status, change = (bytes) => bytes) {
  const bytes = change(await readFile(file));
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'content-type': type,
    etag,
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
  };
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const packed = PACKED.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = packed ? await pack(bytes) : bytes;
  response.writeHead(status, {
    ...headers,
    'x-content-type-options': 'nosniff',
    'content-length': body.length,
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What is shown while there is no book yet: how far it is. The page asks again by itself. */
function waitingPage(line) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The book is being built</title>
<meta http-equiv="refresh" content="2"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"></head>
<body style="font:1.2rem/1.5 serif;max-width:34em;margin:20vh auto;padding:0 1em">
<h1 style="font-size:1.4rem">The book is being built</h1><p role="status">${line}</p>
<p>This page turns into the book by itself.</p></body></html>`;
}

/**
 * A server of the files below `root`, at the sub-path `base` (`/` or `/book/`). `waiting` says how far the book is as long as
 * there is none.
 * @param {string} root
 * @param {string} [base]
 * @param {() => string | undefined} [waiting]
 */
export function bookServer(root, base = '/', waiting = () => undefined) {
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const line = waiting();
    if (line !== undefined) {
      const headers = { 'content-type': TYPES['.html'], 'cache-control': 'no-store' };
      response.writeHead(200, { ...headers, 'retry-after': '2' }).end(waitingPage(line));
      return;
    }
    answer(request, response, root, base).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

/** Listens on the first free port from `port` on, this machine only; resolves with the port taken. */
export function listen(server, port, tries = 50) {
  return new Promise((resolve, reject) => {
    const busy = (error) => {
      if (error.code !== 'EADDRINUSE' || tries <= 1) reject(error);
      else resolve(listen(server, port + 1, tries - 1));
    };
    server.once('error', busy);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', busy);
      resolve(server.address().port);
    });
  });
}

/** A port that nobody uses: another book may be served on this machine. */
export async function freePort() {
  const probe = createServer();
  const port = await listen(probe, 0);
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** Ends the process cleanly on Ctrl-C, open connections included. */
export function closeOnSignal(server) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [root = 'dist', base = '/', port = '4321'] = process.argv.slice(2);
  const server = bookServer(root, base);
  closeOnSignal(server);
  const taken = await listen(server, Number(port));
  console.log(`http://localhost:${taken}${base}`);
}
