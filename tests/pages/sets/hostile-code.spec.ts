/** What a hostile program reaches from the worker in which students’ code is run, under the policy of the book’s pages: nothing. */
import { expect, test, WEB, type Page } from '../book.ts';
import type { Answer } from '../../../src/tasks/kinds/code/page/protocol.ts';

/** Bodies of a function that wants out; each is told what it is, or gives what is harmless. Bounds are tested with the engine. */
const HOSTILE: readonly (readonly [name: string, body: string])[] = [
  ['a request', `return fetch('/stolen');`],
  ['an old request', `return new XMLHttpRequest();`],
  ['a socket', `return new WebSocket('ws://localhost/stolen');`],
  ['a script by import()', `return import('/stolen.js');`],
  ['a module in a data address', `return import('data:text/javascript,fetch("/stolen")');`],
  ['a script by its old name', `return importScripts('/stolen.js');`],
  ['a function made of text', `return new Function('return fetch("/stolen")')();`],
  ['the maker of functions', `return (function () {}).constructor('return fetch("/stolen")')();`],
  [
    'the maker of a list’s maker',
    `return [].constructor.constructor('return fetch("/stolen")')();`,
  ],
  ['the maker behind a method', `return [].map.constructor('return fetch("/stolen")')();`],
  [
    'the maker in an error',
    `try { null.x; } catch (e) { return e.constructor.constructor('return fetch("/stolen")')(); }`,
  ],
  ['eval', `return eval('fetch("/stolen")');`],
  ['a worker of its own', `return new Worker('/stolen.js');`],
  ['the storage', `return indexedDB.open('stolen');`],
  ['the cache', `return caches.open('stolen');`],
  ['the global object', `return globalThis.fetch('/stolen');`],
  ['the object that is this', `return this.fetch('/stolen');`],
  [
    'a forged answer',
    `postMessage({ cases: [{ isRight: true, said: '', isFault: false }], log: [], line: 0 }); return 0;`,
  ],
  ['what every object has', `({}).__proto__.stolen = true; return 0;`],
  ['what every list does', `Array.prototype.every = () => true; return 0;`],
  [
    'a result that says yes to all',
    `return { valueOf: () => 1, toString: () => '1', toJSON: () => 1 };`,
  ],
  ['a getter', `return { get a() { return 1; } };`],
  ['an endless loop', `for (;;) {} `],
  ['a call without end', `return f(1);`],
  ['endless output', `for (;;) console.log('x'.repeat(9e4));`],
];

/** Sends a program to the worker, as the page does. */
async function answerTo(page: Page, source: string): Promise<Answer> {
  return page.evaluate(async (program) => {
    const window = globalThis as unknown as {
      book?: { createScriptURL(url: string): string };
      trustedTypes?: {
        createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
      };
    };
    const same = { createScriptURL: (url: string) => url };
    window.book ??= window.trustedTypes?.createPolicy('book', same) ?? same;
    const code = await (await fetch('../workers/code.js')).blob();
    const url = URL.createObjectURL(code.slice(0, code.size, 'text/javascript'));
    const worker = new Worker(window.book.createScriptURL(url));
    const wasm = await WebAssembly.compileStreaming(fetch('../workers/quickjs.wasm'));
    const found = await new Promise<Answer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      const cases = [{ call: 'f(1)', gives: '1' }];
      const asked = { source: program, entry: 'f', cases, near: { relative: 0 } };
      worker.postMessage({ wasm, asked });
    });
    worker.terminate();
    return found;
  }, source);
}

/** A worker of the student’s text, which this book has not: what it asks for is seen, so the test below would see it, too. */
async function askedByRealCode(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { book } = globalThis as unknown as { book: { createScriptURL(url: string): string } };
    const address = new URL('../workers/code.js?seen', location.href).href;
    const code = new Blob([`fetch('${address}').then(() => postMessage(0))`]);
    const worker = new Worker(book.createScriptURL(URL.createObjectURL(code)));
    await new Promise((resolve) => worker.addEventListener('message', resolve));
    worker.terminate();
  });
}

test('a hostile program reaches nothing, and none is taken for right', async ({ page }) => {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await page.goto(WEB.at('assignments'));
  expect(await answerTo(page, 'function f(x) { return x; }')).toMatchObject({
    cases: [{ isRight: true }],
  });
  for (const [name, body] of HOSTILE) {
    const answer = await answerTo(page, `function f(x) { ${body} }`);
    expect([name, answer.cases.some(({ isRight }) => isRight)]).toEqual([name, false]);
    expect([name, answer.log.join('').length < 40_000]).toEqual([name, true]);
  }
  await askedByRealCode(page);
  expect(asked.filter((url) => url.endsWith('?seen'))).toHaveLength(1);
  expect(asked.filter((url) => url.includes('stolen'))).toEqual([]);
  expect(await page.evaluate(() => 'stolen' in {})).toBe(false);
});
