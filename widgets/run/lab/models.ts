/** Models that runs have left for others: a few, the longest unused goes first, each under the name of its run. */
import type { NamedRun } from '../../kit/contract/run-name.ts';
import { learnerOf, type AnyRun, type Env, type KeptModel } from '../../kit/contract/widget.ts';
import type { Learner } from '../../kit/contract/widget.ts';
import { runKey } from '../../kit/record/run-key.ts';

/** Models that are kept at most. */
const MOST = 4;

interface Entry {
  readonly model: KeptModel;
  users: number;
  isDropped: boolean;
}

/** What came of using a model. */
interface Lent<R> {
  readonly result: R;
}

export class ModelShelf {
  /** The longest unused first. */
  readonly #entries = new Map<string, Entry>();

  /** Takes a model; it is the shelf's from now on. */
  keep(key: string, model: KeptModel): void {
    this.#drop(key);
    this.#entries.set(key, { model, users: 0, isDropped: false });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST) break;
      this.#drop(oldest);
    }
  }

  /** Lends a model; whoever has taken its place meanwhile, it is freed when nobody uses it any more. Absent: nobody kept one. */
  async lend<R>(key: string, use: (model: KeptModel) => Promise<R>): Promise<Lent<R> | undefined> {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.users += 1;
    try {
      return { result: await use(entry.model) };
    } finally {
      entry.users -= 1;
      free(entry);
    }
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    entry.isDropped = true;
    free(entry);
  }
}

function free({ model, users, isDropped }: Entry): void {
  if (isDropped && users === 0) model.free();
}

/** What runs that know of each other's models share. */
export interface ModelRoom {
  readonly shelf: ModelShelf;
  /** Every run that may be named, as `lab/NAME`. */
  readonly runs: Readonly<Record<string, AnyRun | Learner>>;
  /** What a run is given besides. */
  readonly bare: Omit<Env, 'keep' | 'model'>;
}

/** What a run is given: it keeps under its own name and asks by others'. Many runs at once keep nothing. */
export function envOf(room: ModelRoom, self?: NamedRun, askedBy: readonly string[] = []): Env {
  const { shelf, runs, bare } = room;
  // A model lives on one back end: on another one it is another model.
  const keyOf = ({ run, settings }: NamedRun): string =>
    `${bare.backend} ${runKey({ widget: run, version: 0, settings })}`;
  const own = self && keyOf(self);
  const model = async <M extends KeptModel, R>(
    named: NamedRun,
    onShare: (share: number) => Promise<void>,
    use: (model: M) => Promise<R>,
  ): Promise<R> => {
    const key = keyOf(named);
    const lent = (): Promise<Lent<R> | undefined> => shelf.lend(key, (one) => use(one as M));
    const kept = await lent();
    if (kept) return kept.result;
    const chain = own === undefined ? askedBy : [...askedBy, own];
    if (chain.includes(key)) throw new RangeError(`the run ${named.run} asks for its own model`);
    const runner = `lab/${named.run}`;
    const given = Object.hasOwn(runs, runner) ? runs[runner] : undefined;
    if (!given) throw new RangeError(`there is no model of a run called ${runner}`);
    const show = (_: unknown, share: number): Promise<void> => onShare(share);
    const { run } = learnerOf(given);
    await run(named.settings as never, show as never, envOf(room, named, chain));
    const trained = await lent();
    if (!trained) throw new RangeError(`the run ${runner} keeps no model`);
    return trained.result;
  };
  return {
    ...bare,
    keep: (one) => (own === undefined ? one.free() : shelf.keep(own, one)),
    model,
  };
}
