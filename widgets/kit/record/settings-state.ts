/** The settings of one experiment as they stand: where it starts, what a link has locked, and the way back and forth. */
import {
  changed,
  sameSettings,
  type AnySettings,
  type NumberParam,
  type Table,
} from '../contract/params.ts';
import type { AnyWidget } from '../contract/widget.ts';
import { History } from './history.ts';

/**
 * The one owner of start, locks and history. All that moves the settings goes through `locked`: undo, reset, a situation, a
 * new seed, a mark dragged in the figure and a question's proposal lead nowhere but to the values that a link has locked.
 */
export class SettingsState {
  readonly #widget: AnyWidget;
  readonly #start: AnySettings;
  #locks: AnySettings = {};
  #history: History<AnySettings>;

  /** Stands at the start that the build has drawn; `start` has every setting. */
  constructor(widget: AnyWidget, start: AnySettings) {
    this.#widget = widget;
    this.#start = start;
    this.#history = new History(start);
  }

  get now(): AnySettings {
    return this.#history.now;
  }

  /** Where reset leads: the start, but for what is locked. */
  get start(): AnySettings {
    return this.locked(this.#start);
  }

  /** What the build has drawn the run of. */
  get built(): AnySettings {
    return this.#start;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }
  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** True where undo would lead behind a final decision. */
  get isSealed(): boolean {
    return this.#history.isSealed;
  }

  /** What led to the present settings is final. */
  seal(): void {
    this.#history.seal();
  }

  /** Locks those of the named settings that exist, at the values given; the way back begins here. */
  lock(names: readonly string[], values: AnySettings): void {
    const known = names.filter((name) => Object.hasOwn(this.#table, name));
    this.#locks = Object.fromEntries(known.map((name) => [name, values[name] ?? '']));
    this.#history = new History(this.start);
  }

  /** Settings with the locked values in their places. */
  locked(settings: AnySettings): AnySettings {
    return { ...settings, ...this.#locks };
  }

  /** Moves on to settings, as one step; none when they are the present ones. */
  take(settings: AnySettings): void {
    if (!this.same(settings, this.now)) this.#history.add(settings);
  }

  /** One step back (-1) or forward (1); false when there is none. */
  move(step: -1 | 1): boolean {
    if (!(step < 0 ? this.canUndo : this.canRedo)) return false;
    this.#history.move(step);
    return true;
  }

  isNow(settings: AnySettings): boolean {
    return this.same(settings, this.now);
  }

  /** Whether the build has drawn the run of these settings. */
  isBuilt(settings: AnySettings): boolean {
    return this.same(settings, this.#start);
  }

  /** The settings, of which the reader has just changed one, with what else follows from it. */
  followed(settings: AnySettings, name: string): AnySettings {
    const next = this.#widget.follow?.(settings, name) as AnySettings | undefined;
    return this.locked(next ?? settings);
  }

  /** The settings of a situation; the present ones when there is none of that name. */
  preset(id: string | undefined): AnySettings {
    const found = this.#widget.presets.find((one) => one.id === id);
    return found ? this.locked({ ...this.#start, ...found.settings }) : this.now;
  }

  /** The present settings with the next seed, after the last one the first. */
  nextSeed(): AnySettings {
    const { min, max } = this.#table['seed'] as NumberParam;
    const next = Number(this.now['seed']) + 1;
    return this.followed({ ...this.now, seed: next > max ? min : next }, 'seed');
  }

  /**
   * What a question proposes: changes of the present settings, or of the start when it is to be `fresh`; where words in the text
   * set up (`keeps`), but for what the reader has made.
   */
  proposed(changes: AnySettings, fresh?: boolean, keeps?: boolean): AnySettings {
    const kept = Object.entries(this.now).filter(([name]) => keeps && this.#table[name]?.stays);
    const from = fresh ? { ...this.#start, ...Object.fromEntries(kept) } : this.now;
    return this.locked(changed(this.#table, from as never, changes) as AnySettings);
  }

  get #table(): Table {
    return this.#widget.params as Table;
  }

  /** Whether both settings give the same run. */
  same(a: AnySettings, b: AnySettings): boolean {
    return sameSettings(this.#table, a as never, b as never);
  }
}
