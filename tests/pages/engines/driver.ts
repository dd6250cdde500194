/** WebKitGTK, driven by its own program as the W3C wrote it down: Playwright knows only a WebKit of its own making. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { freePort } from '../../../scripts/serve.mjs';
import { expect } from '../book.ts';
import type { At } from '../middle.ts';

/** What a walk asks of a browser. */
export interface Browser {
  readonly open: (address: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** What a function answers in the page. It knows nothing but what it is given. */
  readonly ask: <Given extends readonly unknown[], Answer>(
    what: (...given: Given) => Answer,
    ...given: Given
  ) => Promise<Answer>;
  /** Presses keys one after the other, by the names that the page gets them by. */
  readonly press: (keys: readonly string[]) => Promise<void>;
  /** Takes hold of what stands at the first of these places, and drops it at the last. */
  readonly drag: (places: readonly At[]) => Promise<void>;
  /** Makes the room for the page so large. */
  readonly resize: (width: number, height: number) => Promise<void>;
}
/** The keys that are no letters, as a driver is told them. */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

async function send(method: string, address: string, body?: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const response = await fetch(
    address,
    body ? { method, headers, body: JSON.stringify(body) } : { method },
  );
  const { value } = (await response.json()) as { readonly value: unknown };
  if (!response.ok) throw new Error(`${method} ${address}: ${JSON.stringify(value)}`);
  return value;
}

/** A screen that nobody sees; answers with its number. */
async function screenOf(program: ChildProcess): Promise<string> {
  const lines = createInterface(program.stdio[3] as Readable);
  const ended = once(program, 'exit').then(() => ['']);
  const [number = ''] = (await Promise.race([once(lines, 'line'), ended])) as string[];
  if (number === '') throw new Error('Xvfb has ended before it had a screen.');
  return number;
}

function browserOf(session: string): Browser {
  const post = (what: string, body: object): Promise<unknown> =>
    send('POST', `${session}/${what}`, body);
  const act = async (type: string, id: string, actions: readonly object[]): Promise<void> =>
    void (await post('actions', { actions: [{ type, id, actions }] }));
  return {
    open: async (url) => void (await post('url', { url })),
    reload: async () => void (await post('refresh', {})),
    ask: async <Answer>(what: { readonly toString: () => string }, ...args: readonly unknown[]) =>
      (await post('execute/sync', {
        script: `return (${what.toString()})(...arguments)`,
        args,
      })) as Answer,
    press: async (keys) => {
      const values = keys.map((key) => KEYS[key] ?? key);
      const actions = values.flatMap((value) =>
        ['keyDown', 'keyUp'].map((type) => ({ type, value })),
      );
      await act('key', 'keys', actions);
    },
    drag: async (places) => {
      const [first, ...others] = places.map(({ x, y }) => ({
        type: 'pointerMove',
        duration: 20,
        x: Math.round(x),
        y: Math.round(y),
      }));
      const [down, up] = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));
      await act('pointer', 'mouse', [first, down, ...others, up] as object[]);
    },
    resize: async (width, height) => {
      // A window has a frame and bars besides.
      for (let tries = 0; tries < 3; tries += 1) {
        const [w = 0, h = 0] = (await post('execute/sync', {
          script: 'return [outerWidth - innerWidth, outerHeight - innerHeight]',
          args: [],
        })) as number[];
        await post('window/rect', { x: 0, y: 0, width: width + w, height: height + h });
      }
    },
  };
}

/** Opens a window of WebKitGTK that has kept nothing, on a screen of its own, does something with it, and ends all of it. */
export async function inWebKit(
  driverPath: string,
  act: (browser: Browser) => Promise<void>,
): Promise<void> {
  const begun: ChildProcess[] = [];
  const settings = mkdtempSync(join(tmpdir(), 'book-webkit-'));
  try {
    // Its buttons would keep its window wider than a phone.
    mkdirSync(join(settings, 'gtk-3.0'));
    writeFileSync(
      join(settings, 'gtk-3.0/gtk.css'),
      '* { min-width: 0; padding: 0; font-size: 1px }',
    );
    const screen = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    begun.push(screen);
    const DISPLAY = `:${await screenOf(screen)}`;
    const port = await freePort();
    // Drawn by the processor: the same on every machine.
    const drawn = { GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' };
    const env = { ...process.env, DISPLAY, XDG_CONFIG_HOME: settings, ...drawn };
    begun.push(spawn(driverPath, [`--port=${port}`], { env, stdio: 'ignore' }));
    const home = `http://127.0.0.1:${port}`;
    const answers = (): Promise<boolean> =>
      send('GET', `${home}/status`).then(
        () => true,
        () => false,
      );
    await expect.poll(answers).toBe(true);
    const capabilities = { alwaysMatch: {} };
    const { sessionId } = (await send('POST', `${home}/session`, { capabilities })) as {
      readonly sessionId: string;
    };
    const session = `${home}/session/${sessionId}`;
    await act(browserOf(session));
    await send('DELETE', session);
  } finally {
    for (const program of begun.reverse()) program.kill();
    rmSync(settings, { recursive: true, force: true });
  }
}
