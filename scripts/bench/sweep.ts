/** How much faster the models of a spread learn together than in other ways, in the browser, on each back end. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { bundleWorker } from '../workers.mjs';
import { launched } from './browser.ts';
import type { Sizes } from './parts.ts';
import { median, type Add, type Row } from './report.ts';
import type { Kind } from './sweep-cases.ts';
import type { Answer, Asked, Way } from './sweep-worker.ts';

/** Losses of the same model, trained in either way. */
const SAME = 1e-3;
const NETWORKS: Kind = '196-32-10 networks';
const REGRESSIONS: Kind = 'logistic regressions on 11 inputs';
/** At least so many times as fast as by `model.fit`. */
const LIMITS: Readonly<Record<string, Readonly<Record<Kind, number>>>> = {
  wasm: { [NETWORKS]: 2.5, [REGRESSIONS]: 15 },
  cpu: { [NETWORKS]: 1.4, [REGRESSIONS]: 7 },
  webgl: { [NETWORKS]: 2, [REGRESSIONS]: 4.5 },
};
/** Against what TF.js takes by itself in this browser. */
const AGAINST_DEFAULT = 12;
const SOFTWARE_GPU = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

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

/** Every way in which a kind is trained on a back end. The loop needs none, and is written for networks. */
function waysOf(backend: string, kind: Kind): readonly Way[] {
  const ways: readonly Way[] = ['at once', 'one after another', 'model.fit'];
  return backend === 'cpu' && kind === NETWORKS ? [...ways, 'a bare loop'] : ways;
}

/** Every comparison as a row; all back ends and ways go round and round, and the first round only warms up. */
export async function benchSweep(sizes: Sizes, add: Add): Promise<void> {
  const browser = await launched(...SOFTWARE_GPU);
  const page = await browser.newPage();
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  );
  await page.goto('http://localhost/');
  await page.evaluate(prepare, await bundleWorker('scripts/bench/sweep-worker.ts'));
  const package_ = '@tensorflow/tfjs-backend-wasm/package.json';
  const folder = dirname(createRequire(import.meta.url).resolve(package_));
  const wasm = await readFile(join(folder, 'dist', 'tfjs-backend-wasm-simd.wasm'));
  const times = new Times();
  const asks = new Map<string, Ask>();
  for (const backend of sizes.backends) asks.set(backend, await workerFor(page, backend, wasm));
  for (let round = 0; round <= sizes.trials; round += 1) {
    console.log(round === 0 ? 'sweeps: warming up' : `sweeps: ${round} of ${sizes.trials}`);
    for (const [backend, ask] of asks) {
      for (const kind of [NETWORKS, REGRESSIONS]) {
        const took = await trained(ask, kind, waysOf(backend, kind), sizes);
        if (round > 0) took.forEach((ms, way) => times.add(backend, kind, way, ms));
        const said = [...took].map(([way, ms]) => `${ms.toFixed(0)} ms ${way}`);
        console.log(`  ${kind} on ${backend}: ${said.join(', ')}`);
      }
    }
  }
  rowsOf(times, sizes)
    .filter(({ values }) => values.length > 0)
    .forEach(add);
  await browser.close();
}

/** Trains in every way; all must end where the first does, or there is nothing to compare. */
async function trained(
  ask: Ask,
  kind: Kind,
  ways: readonly Way[],
  sizes: Sizes,
): Promise<ReadonlyMap<Way, number>> {
  const took = new Map<Way, number>();
  let first: readonly number[] | undefined;
  for (const way of ways) {
    const answer = await ask({ way, kind, sizes });
    if (typeof answer === 'string') throw new Error(`${kind}, ${way}: ${answer}`);
    const { ms, losses } = answer;
    first ??= losses;
    const off = Math.max(...first.map((loss, i) => Math.abs(loss - (losses[i] ?? NaN))));
    if (!(off <= SAME))
      throw new Error(`${kind}: ${way} ends ${off} away from ${String(ways[0])}.`);
    took.set(way, ms);
  }
  return took;
}

/** Milliseconds of each way by back end and kind, a value a round. */
class Times {
  readonly #all = new Map<string, number[]>();

  add(backend: string, kind: Kind, way: Way, ms: number): void {
    this.#all.set([backend, kind, way].join(), [...this.of(backend, kind, way), ms]);
  }

  of(backend: string, kind: Kind, way: Way): readonly number[] {
    return this.#all.get([backend, kind, way].join()) ?? [];
  }
}

function rowsOf(times: Times, { models, backends }: Sizes): Row[] {
  const atOnce = (backend: string, kind: Kind): readonly number[] =>
    times.of(backend, kind, 'at once');
  const best = (kind: Kind): string =>
    backends.reduce((a, b) => (median(atOnce(b, kind)) < median(atOnce(a, kind)) ? b : a));
  const against = (kind: Kind, on: string, what: string, slow: readonly number[], least?: number) =>
    ratio(`${models} ${kind} at once on ${on} against ${what}`, slow, atOnce(on, kind), least);
  const kinds = [NETWORKS, REGRESSIONS] as const;
  return [
    ...backends.flatMap((on) =>
      kinds.flatMap((kind) => [
        against(kind, on, 'one after another', times.of(on, kind, 'one after another')),
        against(kind, on, 'model.fit', times.of(on, kind, 'model.fit'), LIMITS[on]?.[kind]),
      ]),
    ),
    ...kinds.map((kind) => {
      const byDefault = times.of('webgl', kind, 'model.fit');
      return against(kind, best(kind), 'TF.js’s default (webgl)', byDefault, AGAINST_DEFAULT);
    }),
    against(NETWORKS, best(NETWORKS), 'a bare loop', times.of('cpu', NETWORKS, 'a bare loop'), 1),
  ];
}

/** How many times as fast, round by round. */
function ratio(
  name: string,
  slow: readonly number[],
  fast: readonly number[],
  atLeast?: number,
): Row {
  const detail = `${median(slow).toFixed(0)} ms against ${median(fast).toFixed(0)}`;
  const values = slow.map((ms, i) => ms / (fast[i] ?? NaN));
  return { name: `${name} (${detail})`, unit: 'x', values, ...(atLeast && { atLeast }) };
}
