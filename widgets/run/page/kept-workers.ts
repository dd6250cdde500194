/** The workers that the page has opened: one of each, kept from run to run, replaced when they fail. */
import { transfer } from 'comlink';
import { readAsset } from './assets.ts';
import type { Workplace } from './fallback.ts';
import { workerFile } from './worker-file.ts';
import { openWorker, type OpenWorker } from './open-worker.ts';
import type { Order, PageSide } from '../protocol.ts';
import type { Watched } from './carry.ts';

const kept: Record<string, Promise<OpenWorker>> = {};

/** The bytes of a file of the book, handed over to a worker; it verifies data itself, which takes their time off this thread. */
export async function asset(name: string): Promise<Uint8Array> {
  const bytes = await (name.startsWith('workers/') ? workerFile(name) : readAsset(name));
  return transfer(bytes, [bytes.buffer]);
}

/** The kept worker of the lab, through the eyes of one run, or of a survey that runs nothing. */
export function workplace(
  name: string,
  page: PageSide,
  isChosen: (backend: string) => boolean,
  order?: Order,
): Workplace {
  let mine: OpenWorker | undefined;
  return {
    open: async (backend) => {
      mine = await workerFor(name, order && backend);
      const finding = await mine.open(backend, isChosen(backend), page);
      if (finding.state !== 'ready' && order) mine.claimed = undefined;
      return finding;
    },
    run: async () => order && mine?.held((remote) => remote.run(order, page)),
    alive: async () => mine?.held((remote) => remote.alive()),
    stop: () => order && void mine?.held((remote) => remote.stop(order.id)).catch(() => undefined),
    close: (fault) => mine?.close(fault),
  };
}

/** The kept worker of a simulation, through the eyes of one run. */
export function simulator(name: string, page: PageSide, order: Order): Watched {
  let mine: OpenWorker | undefined;
  return {
    run: async () => {
      mine = await workerFor(name, undefined);
      return mine.held((remote) => remote.run(order, page));
    },
    alive: async () => mine?.held((remote) => remote.alive()),
    stop: () => void mine?.held((remote) => remote.stop(order.id)).catch(() => undefined),
    close: (fault) => mine?.close(fault),
  };
}

/** A worker for runs on that back end, or for a survey; one that works on another back end is left to end its runs. */
async function workerFor(name: string, backend: string | undefined): Promise<OpenWorker> {
  const waiting = kept[name];
  const old = await waiting?.catch(() => undefined);
  if (waiting !== kept[name]) return workerFor(name, backend);
  if (old && !old.isClosed) {
    const isFree = old.claimed === undefined && (backend === undefined || !old.isBusy);
    if (isFree || (backend !== undefined && old.claimed === backend)) {
      old.claimed = backend;
      return old;
    }
    old.retire();
  }
  const fresh = openWorker(`workers/${name}.js`);
  kept[name] = fresh;
  await fresh;
  return workerFor(name, backend);
}
