/** How much faster the models of a spread learn together than one after another, in the browser, on each back end. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { bundleWorker } from '../workers.mjs';
import { launched } from './browser.ts';
import { median, type Row } from './report.ts';
import { CASES } from './sweep-cases.ts';
import type { Answer, Asked } from './sweep-worker.ts';

const PAIRS = 5;
/** Losses of the same model, trained in either way. */
const SAME = 1e-3;
const [NETWORKS = '', REGRESSIONS = ''] = CASES.map(({ name }) => name);
/** At least so many times as fast as one after another. */
const LIMITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  wasm: { [NETWORKS]: 2.5, [REGRESSIONS]: 15 },
  cpu: { [NETWORKS]: 1.4, [REGRESSIONS]: 7 },
  webgl: { [NETWORKS]: 2, [REGRESSIONS]: 4.5 },
};
/** Against what TF.js takes by itself in this browser. */
const AGAINST_DEFAULT = 12;
const SOFTWARE_GPU = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** One trial of a case on a back end, both ways right after one another. */
interface Pair {
  readonly apart: number;
  readonly atOnce: number;
}
type Ask = (asked: Asked) => Promise<Answer | string>;

/** Opens a worker with a back end, and a way to ask it. */
async function workerFor(page: Page, backend: string, wasm: Buffer): Promise<Ask> {
  const ask: Ask = (asked) =>
    page.evaluate(
      ([name, question]) =>
        (globalThis as unknown as { ask: (name: string, asked: Asked) => Promise<Answer> }).ask(
          name,
          question,
        ),
      [backend, asked] as const,
    );
  const opened = await ask({ opens: backend, wasm: [...wasm] as never });
  if (typeof opened !== 'string' || !opened.startsWith('ready')) {
    throw new Error(`${backend} could not be opened: ${String(opened)}`);
  }
  return ask;
}

/** A page that holds a worker for each back end. Runs out there: it can use nothing from here. */
function prepare(script: string): void {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const kept = new Map<string, Worker>();
  Object.assign(globalThis, {
    ask: (name: string, asked: Asked) =>
      new Promise((resolve) => {
        const worker = kept.get(name) ?? new Worker(url);
        kept.set(name, worker);
        worker.onmessage = ({ data }: MessageEvent) => resolve(data);
        worker.onerror = ({ message }) => resolve(`failed: ${message}`);
        worker.postMessage(
          'opens' in asked ? { ...asked, wasm: Uint8Array.from(asked.wasm) } : asked,
        );
      }),
  });
}

async function trained(
  ask: Ask,
  way: 'at once' | 'one after another' | 'bare',
  name: string,
): Promise<Answer> {
  const answer = await ask({ way, name });
  if (typeof answer === 'string') throw new Error(`${name}, ${way}: ${answer}`);
  return answer;
}

/** Trains both ways; the first must end where the second does, or there is nothing to compare. */
async function pair(ask: Ask, name: string): Promise<Pair> {
  const apart = await trained(ask, 'one after another', name);
  const atOnce = await trained(ask, 'at once', name);
  const off = Math.max(
    ...apart.losses.map((loss, i) => Math.abs(loss - (atOnce.losses[i] ?? NaN))),
  );
  if (!(off <= SAME)) throw new Error(`${name}: the losses of the two ways differ by ${off}.`);
  return { apart: apart.ms, atOnce: atOnce.ms };
}

/** Every comparison as a row; pairs of all back ends go round and round, and the first round only warms up. */
export async function benchSweep(pairs = PAIRS): Promise<Row[]> {
  const browser = await launched(...SOFTWARE_GPU);
  const page = await browser.newPage();
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  );
  await page.goto('http://localhost/');
  await page.evaluate(prepare, await bundleWorker('scripts/bench/sweep-worker.ts'));
  return compared(page, pairs);
}

async function compared(page: Page, pairs: number): Promise<Row[]> {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'),
  );
  const wasm = await readFile(join(folder, 'dist', 'tfjs-backend-wasm-simd.wasm'));
  const asks = new Map<string, Ask>();
  for (const backend of Object.keys(LIMITS))
    asks.set(backend, await workerFor(page, backend, wasm));
  const found = new Map<string, Pair[]>();
  const bare: number[] = [];
  for (let round = 0; round <= pairs; round += 1) {
    console.log(round === 0 ? 'sweeps: warming up' : `sweeps: pair ${round} of ${pairs}`);
    for (const [backend, ask] of asks) {
      for (const { name } of CASES) {
        const one = await pair(ask, name);
        if (round === 0) continue;
        found.set(`${name} on ${backend}`, [...(found.get(`${name} on ${backend}`) ?? []), one]);
        console.log(
          `  ${name} on ${backend}: ${one.apart.toFixed(0)} ms one after another, ${one.atOnce.toFixed(0)} at once`,
        );
      }
    }
    const { ms } = await trained(asks.get('cpu') as Ask, 'bare', NETWORKS);
    if (round > 0) bare.push(ms);
  }
  return rowsOf(found, bare);
}

function rowsOf(found: ReadonlyMap<string, readonly Pair[]>, bare: readonly number[]): Row[] {
  const rows = Object.entries(LIMITS).flatMap(([backend, limits]) =>
    Object.entries(limits).map(([name, atLeast]): Row => {
      const pairs = found.get(`${name} on ${backend}`) ?? [];
      return ratio(
        `${name} at once on ${backend}`,
        pairs.map(({ apart }) => apart),
        pairs.map(({ atOnce }) => atOnce),
        atLeast,
      );
    }),
  );
  const times = (name: string, backend: string, way: keyof Pair): number[] =>
    (found.get(`${name} on ${backend}`) ?? []).map((one) => one[way]);
  const best = (name: string): string =>
    Object.keys(LIMITS).reduce((a, b) =>
      median(times(name, b, 'atOnce')) < median(times(name, a, 'atOnce')) ? b : a,
    );
  const quickest = best(NETWORKS);
  const ours = times(NETWORKS, quickest, 'atOnce');
  return [
    ...rows,
    ...[NETWORKS, REGRESSIONS].map((name) =>
      ratio(
        `${name} at once on ${best(name)} against TF.js’s default (webgl)`,
        times(name, 'webgl', 'apart'),
        times(name, best(name), 'atOnce'),
        AGAINST_DEFAULT,
      ),
    ),
    ratio(`${NETWORKS} at once on ${quickest} against a bare loop`, bare, ours, 1),
  ];
}

/** How many times as fast, pair by pair. */
function ratio(
  name: string,
  slow: readonly number[],
  fast: readonly number[],
  atLeast: number,
): Row {
  const detail = `${median(slow).toFixed(0)} ms against ${median(fast).toFixed(0)}`;
  return {
    name: `${name} (${detail})`,
    unit: 'x',
    values: slow.map((ms, i) => ms / (fast[i] ?? NaN)),
    atLeast,
  };
}
