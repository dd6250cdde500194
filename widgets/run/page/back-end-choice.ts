/** What is known of each back end in this browser, and which the reader wants. No DOM. */
import { backendTitle, BACKENDS, ON_GPU, type BackendName } from './back-ends.ts';
import type { Finding } from './fallback.ts';

/** What the reader may be told of a back end. */
export interface BackendFacts {
  readonly name: BackendName;
  readonly title: string;
  /** `untried` until a run needs it. */
  readonly state: 'untried' | Finding['state'];
  readonly detail: string;
  /** How long its self-test took, in milliseconds. */
  readonly checkedIn?: number;
  /** How long a step of a short training took, in milliseconds. */
  readonly stepMs?: number;
}

/** Graphics hardware may take so many times as long as the quickest and still come first. */
const PATIENCE_WITH_GPUS = 2;
const LAST: BackendName = 'cpu';

/**
 * The order in which to try back ends, from what was measured: graphics hardware first (WebGPU, then WebGL), unless a step
 * takes it over twice as long as the quickest; then the quicker before the slower. What was not measured keeps its place: in
 * front, but for plain JavaScript, which comes last.
 */
export function ranked(
  names: readonly BackendName[],
  stepMs: (name: BackendName) => number | undefined,
): readonly BackendName[] {
  const times = names.flatMap((name) => stepMs(name) ?? []);
  const most = PATIENCE_WITH_GPUS * Math.min(...times);
  const goesFirst = (name: BackendName): boolean => {
    const time = stepMs(name);
    if (time === undefined) return name !== LAST;
    return ON_GPU.includes(name) && time <= most;
  };
  const timeOf = (name: BackendName): number => stepMs(name) ?? Number.MAX_VALUE;
  const rest = names.filter((name) => !goesFirst(name));
  return [...names.filter(goesFirst), ...rest.toSorted((a, b) => timeOf(a) - timeOf(b))];
}

/** Remembers findings, so that nothing known to be missing or broken is tried at every run. */
export class BackendChoice {
  readonly #findings = new Map<string, Finding>();
  #chosen: BackendName | undefined;

  get chosen(): BackendName | undefined {
    return this.#chosen;
  }

  /** Takes the reader's word; `undefined`, or a name that is none, leaves the choice to the book. */
  choose(name: string | null | undefined): void {
    // What was found of a chosen one, in software perhaps, does not hold for one that the book may take.
    if (this.#chosen && (ON_GPU.includes(this.#chosen) || !this.#isReady(this.#chosen))) {
      this.#findings.delete(this.#chosen);
    }
    this.#chosen = BACKENDS.find((one) => one === name);
    if (this.#chosen) this.#findings.delete(this.#chosen);
  }

  #isReady(name: BackendName): boolean {
    return this.#findings.get(name)?.state === 'ready';
  }

  /** What must be measured before the book can choose; the likely winner last, so that it is open when the run begins. */
  untried(): readonly BackendName[] {
    if (this.#chosen) return [];
    const order = ['webgpu', 'webgl', 'cpu', 'wasm'] as const;
    return order.filter((name) => !this.#findings.has(name));
  }

  /** Keeps a finding. `wish` is what the reader had chosen when it was made: a finding made while this back end was chosen does not hold when it is not, and the other way round. */
  found(name: string, finding: Finding, wish: string | undefined = this.#chosen): void {
    if ((name === wish) !== (name === this.#chosen)) return;
    this.#findings.set(name, finding);
  }

  /** The order to try: the reader's choice, then the rest, ranked, without what is known not to work here. */
  order(): readonly BackendName[] {
    const usable = BACKENDS.filter((name) => {
      const state = this.#findings.get(name)?.state;
      return state === undefined || state === 'ready';
    });
    // When everything has failed, a reader who presses run again means it.
    if (usable.length === 0) this.#findings.clear();
    const stepMs = (name: BackendName): number | undefined => this.#findings.get(name)?.stepMs;
    const rest = ranked(usable.length === 0 ? BACKENDS : usable, stepMs);
    const chosen = this.#chosen;
    if (!chosen || !rest.includes(chosen)) return rest;
    return [chosen, ...rest.filter((name) => name !== chosen)];
  }

  facts(): readonly BackendFacts[] {
    return BACKENDS.map((name) => {
      const finding = this.#findings.get(name);
      const title = backendTitle(name);
      return finding ? { name, title, ...finding } : { name, title, state: 'untried', detail: '' };
    });
  }
}
