/** What a device keeps of the book: shown, asked for with its size, followed, stopped, and emptied. */
import { scriptUrl } from '../../widgets/run/page/trusted-types.ts';
import { bookId, EDITION } from '../tasks/storage/storage-keys.ts';
import { fill, keptIn, leaveOnly } from './fill.ts';
import { newerThan } from './newer.ts';
import {
  bytesOf,
  cacheName,
  choiceKey,
  editionOf,
  placesOf,
  wanted,
  type Choice,
  type Files,
  type Kept,
} from './pure/kept.ts';
import { KEEP } from '#words/src/app/words';

type Places = NonNullable<ReturnType<typeof placesOf>>;

class KeptElement extends HTMLElement {
  #abort: AbortController | undefined;
  #places!: Places;

  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    const places = placesHere();
    if (typeof places === 'string') return this.#cannot(places);
    this.#places = places;
    this.#part('no').hidden = true;
    this.#part('choices').hidden = false;
    for (const choice of ['core', 'all'] as const)
      this.#button(choice).textContent = KEEP.choices[choice](Number(this.dataset[choice]));
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-does]');
      const { does, of = '' } = button?.dataset ?? {};
      if (does === 'core' || does === 'all') void this.#keep(does);
      if (does === 'stop') this.#abort?.abort();
      if (does === 'remove') void this.#remove(of);
    });
    // A private window has the means, and refuses them.
    this.#show().catch(() => this.#cannot(KEEP.no.browser));
    void newerThan(EDITION, places.front).then((newer) => {
      if (newer !== undefined) this.#part('newer').textContent = KEEP.newer(newer);
    });
  }

  #cannot(why: string): void {
    this.#part('no').textContent = why;
    this.#part('no').hidden = false;
    this.#part('choices').hidden = true;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
  #button(does: string): HTMLElement {
    return this.querySelector(`[data-does="${does}"]`) as HTMLElement;
  }

  /** What is kept: each edition, what of it, how large, since when. */
  async #show(): Promise<void> {
    const items: HTMLElement[] = [];
    for (const name of await caches.keys()) {
      const edition = editionOf(bookId(), name);
      const scope = `${this.#places.front}e/${edition ?? ''}/`;
      const kept = edition === undefined ? undefined : await keptIn(await caches.open(name), scope);
      if (edition === undefined || !kept) continue;
      const item = document.createElement('li');
      const day = new Date(`${kept.day}T00:00Z`).toLocaleDateString(document.documentElement.lang, {
        dateStyle: 'long',
        timeZone: 'UTC',
      });
      const open = Object.assign(document.createElement('a'), {
        href: scope,
        textContent: KEEP.open,
        ariaLabel: `${KEEP.open}: ${edition}`,
      });
      const remove = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: KEEP.remove,
        ariaLabel: `${KEEP.remove}: ${edition}`,
      });
      Object.assign(remove.dataset, { does: 'remove', of: edition });
      item.append(KEEP.kept(edition, kept.choice, kept.bytes, day), ' ', open, ' ', remove);
      items.push(item);
    }
    this.#part('list').replaceChildren(...items);
    this.#part('list').hidden = items.length === 0;
  }

  async #keep(choice: Choice): Promise<void> {
    if (this.#abort) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const { scope, front } = this.#places;
    const name = cacheName(bookId(), EDITION);
    this.#say('');
    this.#go(0, 1);
    this.#button('stop').focus();
    let before: Kept | undefined;
    try {
      // Some browsers ask the reader first: the files need not wait for it.
      void navigator.storage.persist().catch(() => false);
      const worker = await workerAt(scope);
      const files = await filesOf(worker);
      const cache = await caches.open(name);
      before = await keptIn(cache, scope);
      const all = bytesOf(files, choice);
      await fill(cache, scope, wanted(files, choice), {
        signal,
        onBytes: (bytes) => this.#go(bytes, all),
      });
      const day = new Date().toISOString().slice(0, 10);
      const kept: Kept = { choice, bytes: all, day };
      await cache.put(choiceKey(scope), Response.json(kept));
      // While a release waits for the one before it to be closed, both need their files.
      if (!(await navigator.serviceWorker.getRegistration(scope))?.waiting)
        await leaveOnly(cache, scope, wanted(files, choice));
      // What leads here from the front when there is no network.
      await workerAt(front);
      this.#say(KEEP.done(EDITION));
    } catch (error) {
      this.#say(saying(error, signal));
      if (!before) await this.#forget(EDITION);
    } finally {
      this.#abort = undefined;
      this.#part('going').hidden = true;
      this.#part('choices').hidden = false;
      this.#button(choice).focus();
      await this.#show();
    }
  }

  async #remove(edition: string): Promise<void> {
    await this.#forget(edition);
    this.#say(KEEP.removed(edition));
    await this.#show();
  }

  /** Takes the files away, and the worker, which goes on in pages that stand open. */
  async #forget(edition: string): Promise<void> {
    const { front } = this.#places;
    await caches.delete(cacheName(bookId(), edition));
    const isAny = (await caches.keys()).some((name) => editionOf(bookId(), name) !== undefined);
    for (const scope of [`${front}e/${edition}/`, ...(isAny ? [] : [front])]) {
      const registration = await navigator.serviceWorker.getRegistration(scope);
      if (registration?.scope === scope) await registration.unregister();
    }
  }

  #go(done: number, all: number): void {
    this.#part('choices').hidden = true;
    this.#part('going').hidden = false;
    Object.assign(this.querySelector('progress') ?? {}, { value: done, max: all });
    this.#part('said').textContent = all > 1 ? KEEP.progress(done, all) : '';
  }

  #say(sentence: string): void {
    this.#part('status').textContent = sentence;
  }
}

/** Where the editions stand, or why nothing can be kept here. */
function placesHere(): Places | string {
  const { protocol, hostname } = location;
  const { root = './', assets } = document.documentElement.dataset;
  if (protocol === 'file:') return KEEP.no.file;
  if (top !== self) return KEEP.no.frame;
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return KEEP.no.local;
  if (!isSecureContext) return KEEP.no.insecure;
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return KEEP.no.browser;
  return placesOf(new URL(root, document.baseURI).href, assets) ?? KEEP.no.place;
}

/** The worker of a folder, at work. */
async function workerAt(scope: string): Promise<ServiceWorker> {
  const registration = await navigator.serviceWorker.register(scriptUrl(`${scope}sw.js`), {
    scope,
    updateViaCache: 'none',
  });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) throw new TypeError(`${scope} has no worker`);
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (worker.state === 'activated' || worker.state === 'installed') resolve();
      if (worker.state === 'redundant') reject(new TypeError(`the worker of ${scope} has ended`));
    };
    worker.addEventListener('statechange', look);
    look();
  });
  return worker;
}

/** The files of the edition that a worker belongs to. */
function filesOf(worker: ServiceWorker): Promise<Files> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data as Files));
    port1.start();
    worker.postMessage('files', [port2]);
  });
}

function saying(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return KEEP.stopped;
  console.warn(error);
  return (error as Partial<Error>).name === 'QuotaExceededError' ? KEEP.noRoom : KEEP.noNetwork;
}

/** Lets the page show what is kept. */
export function defineKept(): void {
  if (!customElements.get('book-kept')) customElements.define('book-kept', KeptElement);
}
