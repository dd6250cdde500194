/** What the runs of spreads have given: so that a curve once run is there again when its settings are. */
import type { AnySettings, Table } from '../contract/params.ts';
import type { Ran } from '../draw/run-markup.ts';
import type { LineOrder, SpreadLine } from '../spread/spread.ts';
import { measureAll, type AnyWidget, type Measured } from '../contract/widget.ts';

/** More than any reader runs in one sitting; then the oldest go. */
const MOST = 3000;

/** The name of settings: the same for the same run. */
export function runKey(widget: AnyWidget, settings: AnySettings): string {
  return JSON.stringify(Object.keys(widget.params as Table).map((name) => settings[name]));
}

/** The runs of lines, each once, by their keys. */
export function runsOf(
  widget: AnyWidget,
  lines: readonly LineOrder[],
): ReadonlyMap<string, AnySettings> {
  return new Map(
    lines.flatMap(({ runs }) => runs).map((one) => [runKey(widget, one), one] as const),
  );
}

/** How many models these runs train: runs that only use one otherwise share it. A simulation's runs count each. */
export function modelsOf(widget: AnyWidget, runs: readonly AnySettings[]): number {
  const { modelOf } = widget;
  return modelOf ? new Set(runs.map((one) => modelOf(one))).size : runs.length;
}

/** Lines as far as they are known: `of` gives a run's measures by its key. */
export function knownLines(
  widget: AnyWidget,
  lines: readonly LineOrder[],
  param: string,
  of: (key: string) => Measured | undefined,
): readonly SpreadLine[] {
  return lines.map(({ role, label, base, runs }) => ({
    role,
    label,
    base,
    points: runs.flatMap((one) => {
      const measures = of(runKey(widget, one));
      return measures ? [{ x: Number(one[param]), measures }] : [];
    }),
  }));
}

export class KnownRuns {
  readonly #known = new Map<string, Measured>();

  get(key: string): Measured | undefined {
    return this.#known.get(key);
  }

  /** Keeps what a whole order has given. */
  add(found: ReadonlyMap<string, Measured>): void {
    for (const [key, measures] of found) this.#known.set(key, measures);
    for (const key of this.#known.keys()) {
      if (this.#known.size <= MOST) break;
      this.#known.delete(key);
    }
  }

  /** Takes from a whole run those that only use its model otherwise: nobody trains for them. */
  reuse(widget: AnyWidget, ran: Ran, runs: ReadonlyMap<string, AnySettings>): void {
    const { reuse } = widget;
    if (!reuse) return;
    for (const [key, one] of runs) {
      if (this.#known.has(key)) continue;
      const outcome: unknown = reuse(one, ran);
      if (outcome !== undefined) this.#known.set(key, measureAll(widget, outcome).measures);
    }
  }

  /** Another back end is to compute them anew. */
  forget(): void {
    this.#known.clear();
  }
}
