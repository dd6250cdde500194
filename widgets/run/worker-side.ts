/** A worker's half of the talk; the same for simulations and for learning. */
import { unwanted } from '../kit/contract/faults.ts';
import type { Finding } from './page/fallback.ts';
import type { AnySettings } from '../kit/contract/params.ts';
import type { NamedRun } from '../kit/contract/run-name.ts';
import type { Order, PageSide, WorkerSide } from './protocol.ts';
import { learnerOf, type AnyRun, type Learner, type Env } from '../kit/contract/widget.ts';

/** What a worker is made of; tests hand in failing parts. */
export interface Parts {
  /** Runs by runner name, some with a sweep. */
  readonly runs: Readonly<Record<string, AnyRun | Learner>>;
  /** Opens a back end; nothing where none is computed on. */
  open?(backend: string, asked: boolean, page: PageSide): Promise<Finding>;
  /** What a run is given; `self` is nothing for many runs at once. */
  env(page: PageSide, self?: NamedRun): Env;
  /** Rejects when the machine below gives way, whatever the run is doing. */
  readonly trouble?: Promise<never>;
}

// Quick runs of a spread travel together: a message each would cost more than they do.
const GATHER = 40;
// A spread that is longer than this without a word would look as if it stood still.
const LONG = 200;

/** Puts the parts behind the interface that the page calls. */
export function workerSide(parts: Parts): WorkerSide {
  const stopped = new Set<number>();
  return {
    alive: () => true,
    open: async (backend, asked, page) => {
      if (!parts.open) throw new RangeError('no model learns here');
      return parts.open(backend, asked, page);
    },
    stop: (id) => void stopped.add(id),
    run: async (order, page) => {
      const look = (): void => {
        if (stopped.has(order.id)) throw unwanted();
      };
      const work = carriedOut(order, page, parts, look);
      await (parts.trouble ? Promise.race([work, parts.trouble]) : work);
    },
  };
}

async function carriedOut(
  order: Order,
  page: PageSide,
  parts: Parts,
  look: () => void,
): Promise<void> {
  const given = Object.hasOwn(parts.runs, order.runner) ? parts.runs[order.runner] : undefined;
  if (!given) throw new RangeError(`there is no run called ${order.runner}`);
  const { run, sweep } = learnerOf(given);
  const name = order.runner.replace(/^\w+\//, '');
  const envOf = (settings?: AnySettings): Env =>
    parts.env(page, settings && { run: name, settings });
  if (isList(order.settings)) {
    if (!sweep) return inTurn(run, order.settings, envOf, page, look);
    const showAll = async (outcomes: readonly unknown[], share: number): Promise<void> => {
      look();
      await page.showMany(
        [...outcomes.entries()].map(([index, one]) => [one, index]),
        share,
      );
      look();
    };
    return sweep(order.settings as never, showAll as never, envOf());
  }
  // The page draws one stage while the next is computed; it is never more than one behind.
  let drawn = Promise.resolve();
  const show = async (outcome: unknown, share: number): Promise<void> => {
    look();
    await drawn;
    look();
    drawn = page.show(outcome, share);
    drawn.catch(() => undefined);
    await (share >= 1 ? drawn : breath());
    look();
  };
  await run(order.settings as never, show as never, envOf(order.settings));
  await drawn;
}

/** Runs a list in turn; the last outcome of each goes to the page, gathered with its neighbours. */
async function inTurn(
  run: AnyRun,
  list: readonly AnySettings[],
  envOf: (settings?: AnySettings) => Env,
  page: PageSide,
  look: () => void,
): Promise<void> {
  let finished: [unknown, number][] = [];
  const { clock } = envOf();
  let sent = clock();
  // The page draws one parcel while the next is computed; it is never more than one behind.
  let drawn = Promise.resolve();
  for (const [index, settings] of list.entries()) {
    let last: unknown;
    const keep = async (outcome: unknown, share: number): Promise<void> => {
      last = outcome;
      await breath();
      look();
      // A long run shows how far it is, so that a curve of models has a point at once; it waits with a page that nobody looks at.
      if (share >= 1 || clock() - sent < LONG) return;
      await drawn;
      await page.showMany([...finished, [outcome, index]], (index + share) / list.length);
      finished = [];
      sent = clock();
      look();
    };
    await run(settings as never, keep as never, envOf(settings));
    finished.push([last, index]);
    if (clock() - sent < GATHER && index < list.length - 1) continue;
    await drawn;
    look();
    drawn = page.showMany(finished, (index + 1) / list.length);
    drawn.catch(() => undefined);
    finished = [];
    sent = clock();
  }
  await drawn;
}

/** Lets a waiting message in. After a few turns a timer waits four milliseconds; a port does not. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function isList(settings: Order['settings']): settings is readonly AnySettings[] {
  return Array.isArray(settings);
}
