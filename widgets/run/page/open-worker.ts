/** One live worker as the page holds it: a classic blob worker, the same on the web and from a local file. */
import { releaseProxy, wrap, type Remote } from 'comlink';
import type { Finding } from './fallback.ts';
import { BackendFault } from '../../kit/contract/faults.ts';
import { workerFile } from './worker-file.ts';
import { scriptUrl } from './trusted-types.ts';
import type { PageSide, WorkerSide } from '../protocol.ts';
import { FAULTS } from '#words/widgets/kit/words/fault-words';

/** A worker, reached only through calls that end when it does. */
export interface OpenWorker {
  /** Settles as the call does, and rejects at once when the worker is closed or its script fails. */
  held<T>(call: (remote: Remote<WorkerSide>) => Promise<T>): Promise<T>;
  /** Opens a back end once, however many runs ask for it; again when another one has been opened since. */
  open(backend: string, asked: boolean, page: PageSide): Promise<Finding>;
  /** The back end that is ready in it. */
  readonly ready: string | undefined;
  /** The back end that its runs use; until there is one, back ends may be opened in turn to be measured. */
  claimed: string | undefined;
  /** Whether a call is waiting for its answer. */
  readonly isBusy: boolean;
  readonly isClosed: boolean;
  /** Ends the worker and every call in it, with that fault or as one that stopped answering. */
  close(fault?: Error): void;
  /** Closes as soon as no call is waiting. */
  retire(): void;
}

const urls = new Map<string, Promise<string>>();

/** The script as a blob URL, made once; one that did not come, or came as something else, is asked for again next time. */
function blobOf(script: string): Promise<string> {
  let url = urls.get(script);
  if (!url) {
    url = workerFile(script).then((bytes) =>
      URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' })),
    );
    urls.set(script, url);
    url.catch(() => urls.delete(script));
  }
  return url;
}

/** Opens a worker from a file of the book. */
export async function openWorker(script: string): Promise<OpenWorker> {
  const worker = new Worker(scriptUrl(await blobOf(script)));
  const remote = wrap<WorkerSide>(worker);
  const openings = new Map<string, Promise<Finding>>();
  let ready: string | undefined;
  let isClosed = false;
  let retiring = false;
  let waiting = 0;
  let lose!: (error: Error) => void;
  const gone = new Promise<never>((_, reject) => (lose = reject));
  gone.catch(() => undefined);
  const close = (fault: Error = new BackendFault(FAULTS.silent)): void => {
    if (isClosed) return;
    isClosed = true;
    lose(fault);
    remote[releaseProxy]();
    worker.terminate();
  };
  worker.addEventListener('error', () => close());
  const request = async <T>(call: (remote: Remote<WorkerSide>) => Promise<T>): Promise<T> => {
    if (isClosed) return gone;
    waiting += 1;
    try {
      return await Promise.race([call(remote), gone]);
    } finally {
      waiting -= 1;
      if (retiring && waiting === 0) close();
    }
  };
  const open = async (backend: string, asked: boolean, page: PageSide): Promise<Finding> => {
    const key = `${backend} ${asked}`;
    if (ready !== undefined && ready !== backend) openings.delete(key);
    const opening = openings.get(key) ?? request(() => remote.open(backend, asked, page));
    openings.set(key, opening);
    // What did not come is asked for again.
    opening.catch(() => openings.delete(key));
    const finding = await opening;
    if (finding.state === 'ready') ready = backend;
    return finding;
  };
  const retire = (): void => {
    retiring = true;
    if (waiting === 0) close();
  };
  return {
    held: request,
    open,
    close,
    retire,
    claimed: undefined,
    get ready() {
      return ready;
    },
    get isBusy() {
      return waiting > 0;
    },
    get isClosed() {
      return isClosed;
    },
  };
}
