/** A learning platform for tests: a player that holds a package in a frame, and a place where its results go; it fails when told to. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Files } from '../../../src/lms/pure/scorm.ts';

/** How it answers what is committed: it loses it, keeps one waiting, refuses it, or says yes and loses it all the same. */
export type Mode = 'well' | 'drops' | 'delays' | 'refuses' | 'lies';
/** An API of an independent run-time, one that does as Moodle’s does, the same that throws when it is begun, or none. */
export type Kind = 'again' | 'own' | 'throws' | 'none';
type Values = Record<string, string>;

const DELAY = 400;

export class TestPlatform {
  mode: Mode = 'well';
  kind: Kind = 'again';
  lessonMode = 'normal';
  /** What it has of the attempt, and all scores that it ever had. */
  values: Values = {};
  scores: number[] = [];
  writes = 0;
  readonly #files: Files;
  readonly #server = createServer((asked, answer) => void this.#answer(asked, answer));

  constructor(files: Files) {
    this.#files = files;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, 'localhost', resolve));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get share(): string {
    return this.values['cmi.core.score.raw'] ?? '';
  }

  async #answer(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = (asked.url ?? '').replace(/\?.*/, '');
    if (this.mode === 'drops' && (path === '/commit' || asked.method === 'HEAD')) {
      asked.destroy();
      return;
    }
    if (this.mode === 'delays') await new Promise((resolve) => setTimeout(resolve, DELAY));
    if (path === '/commit') {
      const parts: Buffer[] = [];
      for await (const part of asked) parts.push(part as Buffer);
      const isTaken = this.mode !== 'refuses';
      if (isTaken && this.mode !== 'lies')
        this.#take(JSON.parse(String(Buffer.concat(parts))) as Values);
      answer.writeHead(isTaken ? 200 : 500, { 'content-type': 'application/json' });
      answer.end(JSON.stringify({ result: isTaken, errorCode: isTaken ? 0 : 101 }));
      return;
    }
    const text = path === '/player' ? this.#player() : this.#files[path.slice('/content/'.length)];
    const own =
      path === '/again.js'
        ? readFileSync(join('node_modules', 'scorm-again', 'dist/scorm12.min.js'))
        : text;
    const type = path.endsWith('.js') ? 'javascript' : 'html';
    answer.writeHead(own === undefined ? 404 : 200, {
      'content-type': `text/${type}; charset=utf-8`,
    });
    answer.end(asked.method === 'HEAD' ? undefined : own);
  }

  #take(values: Values): void {
    this.writes += 1;
    Object.assign(this.values, values);
    const raw = values['cmi.core.score.raw'] ?? '';
    if (raw !== '') this.scores.push(Number(raw));
  }

  #player(): string {
    const { 'cmi.core.session_time': _, ...kept } = this.values;
    const begins = JSON.stringify({
      ...kept,
      'cmi.core.student_id': 'ada',
      'cmi.core.lesson_mode': this.lessonMode,
    });
    const apis: Record<Kind, string> = {
      again: `</script><script src="/again.js"></script><script>
        window.API = new Scorm12API({ lmsCommitUrl: '/commit', dataCommitFormat: 'flattened' });
        API.loadFromFlattenedJSON(${begins});`,
      own: `window.API = (${ownApi.toString()})(${begins}, false);`,
      throws: `window.API = (${ownApi.toString()})(${begins}, true);`,
      none: '',
    };
    return `<!DOCTYPE html><link rel="icon" href="data:,"><script>${apis[this.kind]}</script>
      <iframe src="/content/index.html" style="width: 1200px; height: 850px"></iframe>`;
  }
}

/** In the player: what changed since the last commit goes out and is marked as sent before the answer comes; off line it says yes. */
function ownApi(begins: Values, isThrowing: boolean): object {
  const now: Values = { ...begins };
  const sent: Values = { ...begins };
  let error = '0';
  const says = (is: boolean, code: string): string => {
    error = is ? '0' : code;
    return String(is);
  };
  const commit = (): string => {
    const news = Object.entries(now).filter(([name, value]) => sent[name] !== value);
    Object.assign(sent, now);
    if (news.length === 0) return says(true, '');
    const body = JSON.stringify(Object.fromEntries(news));
    try {
      const request = new XMLHttpRequest();
      request.open('POST', '/commit', false);
      request.send(body);
      return says(request.status === 200, '101');
    } catch {
      navigator.sendBeacon('/commit', body);
      return says(true, '');
    }
  };
  return {
    LMSInitialize: () => {
      if (isThrowing) throw new TypeError('interactions');
      return says(true, '');
    },
    LMSGetValue: (name: string) => {
      error = '0';
      return now[name] ?? '';
    },
    LMSSetValue: (name: string, value: string) => {
      if (!name.startsWith('cmi.core.score')) now[name] = value;
      // Nothing is stored as 0.
      else if (Number(value) >= 0 && Number(value) <= 100) now[name] = String(Number(value));
      else return says(false, '405');
      return says(name !== 'cmi.suspend_data' || value.length <= 4096, '405');
    },
    LMSCommit: commit,
    LMSFinish: commit,
    LMSGetLastError: () => error,
  };
}
